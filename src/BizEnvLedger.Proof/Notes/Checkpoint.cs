using System.Globalization;

namespace BizEnvLedger.Proof;

/// <summary>A tree head as c2sp.org/tlog-checkpoint writes it: origin, size, root, a line each.</summary>
/// <param name="Origin">One per jurisdiction and installation; also the name of the log's key.</param>
/// <param name="Root">32 bytes.</param>
public sealed record Checkpoint(string Origin, long Size, byte[] Root)
{
    /// <summary>Lines after the third, which a log may add and nobody relies on.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>The note's text.</summary>
    public string Text => $"{Origin}\n{Size.ToString(CultureInfo.InvariantCulture)}\n{Convert.ToBase64String(Root)}\n{string.Concat(Extensions.Select(e => e + "\n"))}";

    public static Checkpoint Parse(string text)
    {
        var lines = text.EndsWith('\n') ? text[..^1].Split('\n') : [];
        if (lines.Length < 3 || lines.Any(l => l.Length == 0))
            throw new ProofRefusal("checkpoint-malformed", "A checkpoint has an origin, a size and a root, a line each, and no empty line.");
        if (!long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size.ToString(CultureInfo.InvariantCulture) != lines[1])
            throw new ProofRefusal("checkpoint-size", "A checkpoint's second line is the number of leaves, without leading zeroes.", ("line", lines[1]));
        if (Base64.Of(lines[2]) is not { Length: 32 } root)
            throw new ProofRefusal("checkpoint-root", "A checkpoint's third line is base64 of 32 bytes.", ("line", lines[2]));
        return new(lines[0], size, root) { Extensions = lines[3..] };
    }

    /// <summary>The checkpoint of a note that the log's key signed; refused where it did not, or where it speaks of another log.</summary>
    public static Checkpoint Open(SignedNote note, VerifierKey log)
    {
        if (!note.Verify([log]).Any())
            throw new ProofRefusal("checkpoint-unsigned", $"The checkpoint is not signed by {log.Name} ({log.IdText}).", ("name", log.Name), ("id", log.IdText));
        var checkpoint = Parse(note.Text);
        return checkpoint.Origin == log.Name ? checkpoint
            : throw new ProofRefusal("checkpoint-origin", $"The checkpoint is of {checkpoint.Origin}, not of {log.Name}.", ("told", checkpoint.Origin), ("expected", log.Name));
    }

    public bool Equals(Checkpoint? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
