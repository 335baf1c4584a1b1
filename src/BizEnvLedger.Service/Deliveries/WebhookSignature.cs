using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BizEnvLedger.Service.Deliveries;

/// <summary>Standard Webhooks 1.0: <c>v1,</c> and the base64 of HMAC-SHA-256 over id, timestamp and body, joined by dots.</summary>
public static class WebhookSignature
{
    private const string Prefix = "whsec_";

    /// <summary>One signature for each secret, so that a receiver may change its own while both count.</summary>
    public static string Of(IEnumerable<string> secrets, string id, long timestamp, string body)
    {
        var content = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.{body}"));
        return string.Join(' ', secrets.Select(secret => "v1," + Convert.ToBase64String(HMACSHA256.HashData(Key(secret), content))));
    }

    /// <summary>Whether it has the form and the length that the standard asks for.</summary>
    public static bool IsSecret(string secret)
    {
        var bytes = new byte[100];
        return secret.StartsWith(Prefix, StringComparison.Ordinal) && Convert.TryFromBase64String(secret[Prefix.Length..], bytes, out var length) && length is >= 24 and <= 64;
    }

    private static byte[] Key(string secret) => Convert.FromBase64String(secret[Prefix.Length..]);
}
