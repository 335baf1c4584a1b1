using System.Security.Cryptography;

namespace BizEnvLedger.Service.Complaints;

/// <summary>回执码: twenty characters of Crockford's base 32, a hundred random bits. Whoever holds it sees what became of the complaint; the ledger holds only commitments to it.</summary>
internal static class ReceiptCode
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 20;

    public static string New() => Grouped(RandomNumberGenerator.GetString(Letters, Length));

    /// <summary>As people type it: any case, with or without hyphens, O for 0 and I or L for 1. Null where it is no code.</summary>
    public static string? Read(string typed)
    {
        if (typed.Length > 2 * Length)
            return null;
        var plain = typed.ToUpperInvariant().Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return plain.Length == Length && plain.All(Letters.Contains) ? Grouped(plain) : null;
    }

    /// <summary>A complaint's id: its day, and what nobody guesses.</summary>
    public static string NewId(DateOnly day) => $"{day.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture)}-{RandomNumberGenerator.GetHexString(16, lowercase: true)}";

    private static string Grouped(string plain) => string.Join('-', plain.Chunk(5).Select(c => new string(c)));
}
