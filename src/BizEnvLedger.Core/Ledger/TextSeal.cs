using System.Security.Cryptography;
using System.Text;

namespace BizEnvLedger.Core.Ledger;

/// <summary>
/// Salted commitment to a free text or a personal value: HMAC-SHA-256(salt, UTF-8 text), lower-case hex.
/// The text and its salt lie beside the ledger, where a lawful order can erase them while every proof still holds.
/// </summary>
public sealed record TextSeal(string Hmac)
{
    public static TextSeal Of(DraftText text) =>
        new(Convert.ToHexStringLower(HMACSHA256.HashData(text.Salt, Encoding.UTF8.GetBytes(text.Value))));
}

/// <summary>A free text on its way in, with the random 32-byte salt that the shell drew for it.</summary>
public sealed record DraftText(string Value, byte[] Salt);
