using System.Globalization;
using System.Text.Json;

namespace BizEnvLedger.Core.Plans.Reading;

/// <summary>A JSON value that knows where it stands.</summary>
internal sealed class JsonValue(JsonTokenType token, int offset, JsonValue? parent, string? name, int index)
{
    private static readonly Dictionary<string, JsonValue> noMembers = [];
    private static readonly List<JsonValue> noItems = [];
    private Dictionary<string, JsonValue>? members;
    private List<JsonValue>? items;

    /// <summary>StartObject, StartArray, String, Number, True, False or Null.</summary>
    public JsonTokenType Token { get; } = token;

    public int Offset { get; } = offset;

    /// <summary>Text of a string or, as written, of a number.</summary>
    public string Text { get; set; } = "";

    public IReadOnlyDictionary<string, JsonValue> Members => members ?? noMembers;
    public IReadOnlyList<JsonValue> Items => items ?? noItems;

    public string Path => parent is null ? "$"
        : name is null ? parent.Path + "[" + index.ToString(CultureInfo.InvariantCulture) + "]"
        : parent.Path + "." + name;

    public bool Add(string member, JsonValue value) => (members ??= []).TryAdd(member, value);

    public void Add(JsonValue item) => (items ??= []).Add(item);
}
