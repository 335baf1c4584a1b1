using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.Tests.Plans;

public class SchemaTests
{
    [Theory]
    [InlineData("plans/plan.schema.json", typeof(PlanDocument))]
    [InlineData("plans/plan-change.schema.json", typeof(PlanChange))]
    [InlineData("appraisals/appraisal.schema.json", typeof(Core.Appraisals.Rules.AppraisalRuleSet))]
    public void The_schema_has_the_models_properties_words_and_requirements(string file, Type root)
    {
        using var schema = JsonDocument.Parse(ExampleFiles.Deployed(file));
        var definitions = schema.RootElement.GetProperty("$defs");
        var open = new Queue<(Type Type, JsonElement Schema)>([(root, schema.RootElement)]);
        var seen = new HashSet<string>();
        while (open.TryDequeue(out var next))
            foreach (var type in next.Type.IsEnum ? Words(next.Type, next.Schema) : Object(next.Type, next.Schema))
                if (seen.Add(Camel(type.Name)))
                    open.Enqueue((type, definitions.GetProperty(Camel(type.Name))));
        definitions.EnumerateObject().Select(x => x.Name).ShouldBe(seen, ignoreOrder: true);
    }

    private static IEnumerable<Type> Words(Type type, JsonElement schema)
    {
        schema.GetProperty("enum").EnumerateArray().Select(x => x.GetString()!).ShouldBe(Enum.GetNames(type).Select(Camel), type.Name);
        return [];
    }

    private static IEnumerable<Type> Object(Type type, JsonElement schema)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(x => x.SetMethod is not null).ToList();
        var parameters = type.GetConstructors()[0].GetParameters();
        schema.GetProperty("properties").EnumerateObject().Select(x => x.Name).Where(x => x != "$schema").ShouldBe(properties.Select(x => Camel(x.Name)), ignoreOrder: true, type.Name);
        schema.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
        var required = properties.Where(x => parameters.FirstOrDefault(p => p.Name == x.Name) is { } p ? !p.HasDefaultValue : x.IsDefined(typeof(RequiredMemberAttribute)));
        (schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(x => x.GetString()!) : []).ShouldBe(required.Select(x => Camel(x.Name)), ignoreOrder: true, type.Name);
        var nullability = new NullabilityInfoContext();
        foreach (var property in properties)
        {
            var says = schema.GetProperty("properties").GetProperty(Camel(property.Name));
            var nullable = nullability.Create(property).WriteState is NullabilityState.Nullable;
            Kind(says).ShouldBe(Expected(property.PropertyType) + (nullable ? "?" : ""), $"{type.Name}.{property.Name}");
        }
        return properties.Select(x => Item(x.PropertyType)).Where(x => x.Assembly == typeof(PlanDocument).Assembly);
    }

    private static string Kind(JsonElement says) =>
        says.TryGetProperty("anyOf", out var any) ? Kind(any[0]) + "?"
        : says.TryGetProperty("$ref", out var reference) ? reference.GetString()!.Split('/')[^1]
        : says.GetProperty("type") is { ValueKind: JsonValueKind.Array } types ? Plain(types[0], says) + "?"
        : Plain(says.GetProperty("type"), says);

    private static string Plain(JsonElement type, JsonElement says) =>
        type.GetString() is "array" ? $"[{Kind(says.GetProperty("items"))}]" : type.GetString()!;

    private static string Expected(Type type) =>
        Nullable.GetUnderlyingType(type) is { } plain ? Expected(plain)
        : type.IsGenericType ? $"[{Expected(type.GetGenericArguments()[0])}]"
        : type == typeof(string) || type == typeof(DateOnly) ? "string"
        : type == typeof(int) ? "integer"
        : type == typeof(decimal) ? "number"
        : type == typeof(bool) ? "boolean"
        : Camel(type.Name);

    private static Type Item(Type type) => Nullable.GetUnderlyingType(type) ?? (type.IsGenericType ? type.GetGenericArguments()[0] : type);

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
