using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace BizEnvLedger.Core.Plans.Reading;

/// <summary>Parses bytes into values that know their place. Never throws; what it cannot take is a mistake.</summary>
internal sealed class JsonTree
{
    /// <summary>Largest file, in bytes.</summary>
    public const int LargestFile = 8 * 1024 * 1024;

    /// <summary>Most values in a file.</summary>
    public const int MostValues = 500_000;

    /// <summary>Deepest nesting of objects and lists.</summary>
    public const int Deepest = 64;

    /// <summary>Longest text, in characters.</summary>
    public const int LongestText = 4000;

    private readonly List<(string Path, int Offset, Wording Says)> found = [];
    private int values;
    private JsonValue? current;

    /// <summary>The whole value; null when the file could not be read to its end.</summary>
    public JsonValue? Root { get; private init; }

    public required Positions Positions { get; init; }

    /// <summary>What is wrong with the JSON itself.</summary>
    public IReadOnlyList<PlanMistake> Mistakes { get; private init; } = [];

    public static JsonTree Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > LargestFile)
            return new() { Positions = Positions.None, Mistakes = [FormMistakes.FileTooLarge().At("$", 1, 1)] };
        if (bytes.Span.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[3..];
        var parser = new JsonTree { Positions = Positions.None };
        var lines = new Positions(bytes, null);
        var root = parser.Read(bytes.Span, lines);
        return new()
        {
            Root = root,
            Positions = new(bytes, root),
            Mistakes = [.. parser.found.Select(x => x.Says.At(x.Path, lines.At(x.Offset).Line, lines.At(x.Offset).Column))],
        };
    }

    private void Note((string Path, int Offset, Wording Says) mistake)
    {
        if (found.Count < Reading.Mistakes.Most)
            found.Add(mistake);
    }

    private JsonValue? Read(ReadOnlySpan<byte> bytes, Positions lines)
    {
        if (!Utf8.IsValid(bytes))
        {
            Note(("$", FirstInvalid(bytes), FormMistakes.NotUtf8()));
            return null;
        }
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = LargestFile });
        try
        {
            reader.Read();
            var root = Value(ref reader, null, null, 0, 1);
            reader.Read();
            return values > MostValues ? null : root;
        }
        catch (JsonException e)
        {
            var words = e.Message.Split(" LineNumber:")[0];
            Note((current?.Path ?? "$", lines.OffsetOf(e.LineNumber ?? 0, e.BytePositionInLine ?? 0), FormMistakes.Malformed(words)));
            return null;
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(bytes[offset..], out _, out var used) == System.Buffers.OperationStatus.Done)
            offset += used;
        return offset;
    }

    private JsonValue Value(ref Utf8JsonReader reader, JsonValue? parent, string? name, int index, int depth)
    {
        var value = new JsonValue(reader.TokenType, (int)reader.TokenStartIndex, parent, name, index);
        if (++values == MostValues + 1)
            Note((value.Path, value.Offset, FormMistakes.TooManyValues()));
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            if (depth > Deepest || values > MostValues)
            {
                if (depth > Deepest)
                    Note((value.Path, value.Offset, FormMistakes.TooDeep()));
                reader.Skip();
                return value;
            }
            current = value;
            if (reader.TokenType is JsonTokenType.StartObject)
                Members(ref reader, value, depth);
            else
                for (var i = 0; reader.Read() && reader.TokenType is not JsonTokenType.EndArray; i++)
                    value.Add(Value(ref reader, value, null, i, depth + 1));
            current = parent;
        }
        else if (reader.TokenType is JsonTokenType.String)
            value.Text = Text(ref reader, value);
        else if (reader.TokenType is JsonTokenType.Number)
            value.Text = Encoding.ASCII.GetString(reader.ValueSpan);
        return value;
    }

    private void Members(ref Utf8JsonReader reader, JsonValue value, int depth)
    {
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
        {
            var offset = (int)reader.TokenStartIndex;
            var name = Text(ref reader, value);
            reader.Read();
            var member = Value(ref reader, value, name, 0, depth + 1);
            if (!value.Add(name, member))
                Note((member.Path, offset, FormMistakes.DuplicateKey(ModelReader.Shown(name))));
        }
    }

    private string Text(ref Utf8JsonReader reader, JsonValue place)
    {
        string text;
        try
        {
            text = reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // An escaped surrogate without its other half.
            Note((place.Path, (int)reader.TokenStartIndex, FormMistakes.ControlCharacter("\\uD800–\\uDFFF")));
            return "";
        }
        if (text.Length > LongestText)
        {
            Note((place.Path, (int)reader.TokenStartIndex, FormMistakes.TextTooLong(text.Length)));
            return text[..LongestText];
        }
        foreach (var c in text)
            if (char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or >= '\uFFFE')
            {
                Note((place.Path, (int)reader.TokenStartIndex, FormMistakes.ControlCharacter($"U+{(int)c:X4}")));
                break;
            }
        return text;
    }
}
