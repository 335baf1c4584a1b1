namespace BizEnvLedger.Core.Inspections;

/// <summary>
/// 抽查密值: 32 random bytes as 64 lower-case hex digits, so that it can be neither guessed nor say anything. Its commitment is SHA-256 of these digits, lower-case hex:
/// <c>openssl rand -hex 32</c>, then <c>printf %s $secret | sha256sum</c>.
/// </summary>
public static class DrawSecret
{
    public static bool IsHash(string text) => text.Length == 64 && text.All(c => c is >= '0' and <= '9' or >= 'a' and <= 'f');

    public static string CommitmentOf(string secret) => Drawing.Hash(secret);
}
