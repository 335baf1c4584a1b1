namespace BizEnvLedger.Proof;

/// <summary>Base 64 of RFC 4648, section 4, in its one spelling: two texts for the same bytes would be two notes.</summary>
internal static class Base64
{
    /// <summary>The bytes, or null where the text is not their only spelling.</summary>
    public static byte[]? Of(string text)
    {
        var bytes = new byte[text.Length / 4 * 3 + 3];
        return Convert.TryFromBase64String(text, bytes, out var length) && Convert.ToBase64String(bytes, 0, length) == text ? bytes[..length] : null;
    }
}
