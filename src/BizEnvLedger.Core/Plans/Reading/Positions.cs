using System.Globalization;
using System.Text;

namespace BizEnvLedger.Core.Plans.Reading;

/// <summary>Where each value of a file stands. Paths are as in <see cref="PlanMistake.Path"/>.</summary>
public sealed class Positions
{
    /// <summary>For a document that came from no file: every position is 0, 0.</summary>
    public static Positions None { get; } = new(default, null);

    private readonly ReadOnlyMemory<byte> bytes;
    private readonly JsonValue? root;
    private readonly int[] lineStarts;

    internal Positions(ReadOnlyMemory<byte> bytes, JsonValue? root)
    {
        this.bytes = bytes;
        this.root = root;
        var starts = new List<int> { 0 };
        var span = bytes.Span;
        for (var i = 0; i < span.Length; i++)
            if (span[i] == '\n')
                starts.Add(i + 1);
        lineStarts = [.. starts];
    }

    /// <summary>Line and column of the value at the path, or of the nearest value around it when it is absent.</summary>
    public (int Line, int Column) Of(string path) => root is null ? (0, 0) : At(Find(path).Offset);

    internal (int Line, int Column) At(int offset)
    {
        var line = Array.BinarySearch(lineStarts, offset);
        line = line < 0 ? ~line - 1 : line;
        return (line + 1, Encoding.UTF8.GetCharCount(bytes.Span[lineStarts[line]..Math.Min(offset, bytes.Length)]) + 1);
    }

    internal int OffsetOf(long line, long byteInLine) =>
        (int)Math.Min(lineStarts[Math.Min(line, lineStarts.Length - 1)] + byteInLine, bytes.Length);

    private JsonValue Find(string path)
    {
        var here = root!;
        foreach (var step in path[1..].Split('.', '['))
            if (step.Length > 0)
            {
                var next = step[^1] == ']'
                    ? int.TryParse(step[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var i) ? here.Items.ElementAtOrDefault(i) : null
                    : here.Members.GetValueOrDefault(step);
                if (next is null)
                    break;
                here = next;
            }
        return here;
    }
}
