using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BizEnvLedger.Core.Plans.Reading;

/// <summary>A file's form: the model as far as it could be read, and every mistake of form.</summary>
internal sealed record FormReading<T>(T? Value, Positions Positions, IReadOnlyList<PlanMistake> Mistakes) where T : class
{
    /// <summary>
    /// The form's mistakes with those of the content beside them. Left out is what only follows from a mistake of form:
    /// what stands at, in or directly around a value that could not be read.
    /// </summary>
    public IReadOnlyList<PlanMistake> With(IEnumerable<PlanMistake> content)
    {
        if (Mistakes.Count >= Reading.Mistakes.Most)
            return Mistakes;
        var spoiled = Mistakes.Select(x => x.Path).ToHashSet();
        var around = spoiled.Select(Parent).ToHashSet();
        return [.. Mistakes.Concat(content.Where(x => !around.Contains(x.Path) && !Within(x.Path, spoiled))).OrderBy(x => x.Line).ThenBy(x => x.Column)];
    }

    private static bool Within(string path, HashSet<string> spoiled)
    {
        for (; path != "$"; path = Parent(path))
            if (spoiled.Contains(path))
                return true;
        return false;
    }

    private static string Parent(string path) => path.LastIndexOfAny(['.', '[']) is > 0 and var i ? path[..i] : "$";
}

/// <summary>Maps JSON values to the model, collecting every mistake of form.</summary>
internal sealed partial class ModelReader
{
    private readonly Mistakes mistakes;

    private ModelReader(Positions positions) => mistakes = new(positions);

    public static FormReading<T> Read<T>(ReadOnlyMemory<byte> bytes) where T : class
    {
        var tree = JsonTree.Parse(bytes);
        if (tree.Root is null)
            return new(null, tree.Positions, tree.Mistakes);
        var reader = new ModelReader(tree.Positions);
        var value = (T?)reader.Object(tree.Root, typeof(T));
        return new(value, tree.Positions, [.. tree.Mistakes, .. reader.mistakes.InOrder()]);
    }

    private void Say(string path, Wording says) => mistakes.Add(path, says.Code, says.En, says.Zh, says.RemedyEn, says.RemedyZh);

    private object? Read(JsonValue value, Type type, bool nullable)
    {
        if (value.Token is JsonTokenType.Null && nullable)
            return null;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var read = plain switch
        {
            _ when plain == typeof(string) => value.Token is JsonTokenType.String ? value.Text : null,
            _ when plain == typeof(bool) => value.Token switch { JsonTokenType.True => true, JsonTokenType.False => false, _ => null },
            _ when plain == typeof(int) => Whole(value),
            _ when plain == typeof(decimal) => Figure(value),
            _ when plain == typeof(DateOnly) => Date(value),
            { IsEnum: true } => Word(value, plain),
            _ when Shape.ItemType(plain) is { } item => List(value, item),
            _ => Object(value, plain),
        };
        if (read is null && !Expects(plain, value.Token))
            Say(value.Path, FormMistakes.WrongType(Expected(plain), Written(value.Token)));
        return read ?? (nullable ? null : Shape.Empty(type));
    }

    private object? Object(JsonValue value, Type type)
    {
        if (value.Token is not JsonTokenType.StartObject)
        {
            if (value.Path == "$")
                Say("$", FormMistakes.WrongType(Expected(type), Written(value.Token)));
            return null;
        }
        var shape = Shape.Of(type);
        var values = new Dictionary<string, object?>();
        foreach (var (name, member) in value.Members)
            if (shape.Properties.TryGetValue(name, out var property))
                values[name] = Read(member, property.Info.PropertyType, property.Nullable);
            else if (!mistakes.Full && (value.Path != "$" || name != "$schema"))
                Say(member.Path, FormMistakes.UnknownProperty(Shown(name), Nearest.To(name, shape.Properties.Keys), shape.Properties.Keys));
        foreach (var property in shape.Properties.Values)
            if (property.Required && !value.Members.ContainsKey(property.Name))
                Say(value.Path + "." + property.Name, FormMistakes.MissingProperty(property.Name, Expected(property.Info.PropertyType)));
        return shape.Create(values);
    }

    private object? List(JsonValue value, Type item)
    {
        if (value.Token is not JsonTokenType.StartArray)
            return null;
        var list = Array.CreateInstance(item, value.Items.Count);
        for (var i = 0; i < list.Length; i++)
            list.SetValue(Read(value.Items[i], item, nullable: false), i);
        return list;
    }

    private object? Whole(JsonValue value)
    {
        if (value.Token is not JsonTokenType.Number)
            return null;
        if (int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return whole;
        Say(value.Path, FormMistakes.OutOfRange(value.Text, "a whole number of ordinary size", "一般大小的整数"));
        return null;
    }

    private object? Figure(JsonValue value)
    {
        if (value.Token is not JsonTokenType.Number)
            return null;
        if (decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var figure))
            return figure;
        Say(value.Path, FormMistakes.OutOfRange(value.Text, "a number of ordinary size", "一般大小的数字"));
        return null;
    }

    private object? Date(JsonValue value)
    {
        if (value.Token is not JsonTokenType.String)
            return null;
        if (DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Say(value.Path, DateLike().IsMatch(value.Text)
            ? FormMistakes.ImpossibleDate(value.Text, LastOfMonth(value.Text))
            : FormMistakes.BadDate(Shown(value.Text)));
        return null;
    }

    private object? Word(JsonValue value, Type type)
    {
        if (value.Token is not JsonTokenType.String)
            return null;
        var words = Enum.GetNames(type).ToDictionary(JsonNamingPolicy.CamelCase.ConvertName);
        if (words.TryGetValue(value.Text, out var name))
            return Enum.Parse(type, name);
        Say(value.Path, FormMistakes.UnknownValue(Shown(value.Text), words.Keys));
        return null;
    }

    private static string? LastOfMonth(string written) =>
        DateOnly.TryParseExact(written[..8] + "01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? first.AddMonths(1).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;

    public static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static bool Expects(Type type, JsonTokenType token) => token switch
    {
        JsonTokenType.String => type == typeof(string) || type == typeof(DateOnly) || type.IsEnum,
        JsonTokenType.Number => type == typeof(int) || type == typeof(decimal),
        JsonTokenType.True or JsonTokenType.False => type == typeof(bool),
        _ => false,
    };

    private static (string En, string Zh) Expected(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(string) ? ("a text", "文本")
            : type == typeof(DateOnly) ? ("a date as \"2021-08-31\"", "形如\"2021-08-31\"的日期")
            : type == typeof(int) ? ("a whole number", "整数")
            : type == typeof(decimal) ? ("a number", "数字")
            : type == typeof(bool) ? ("true or false", "true或false")
            : type.IsEnum ? ("one of " + Words(type, ", "), "以下之一：" + Words(type, "、"))
            : Shape.ItemType(type) is not null ? ("a list in [ ]", "方括号[ ]中的列表")
            : ("an object in { }", "花括号{ }中的对象");
    }

    private static string Words(Type type, string between) => string.Join(between, Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName));

    private static string Written(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "true or false",
    };

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}\z", RegexOptions.ECMAScript)]
    private static partial Regex DateLike();
}
