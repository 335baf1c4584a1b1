using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace BizEnvLedger.Core.Plans.Reading;

/// <summary>What a model type looks like as a JSON object: taken from the type itself, so that reader and model cannot differ.</summary>
internal sealed class Shape
{
    private static readonly ConcurrentDictionary<Type, Shape> known = new();
    private static readonly Lock gate = new();
    private readonly ConstructorInfo constructor;
    private readonly ParameterInfo[] parameters;

    private Shape(Type type)
    {
        constructor = type.GetConstructors().OrderBy(x => x.GetParameters().Length).First();
        parameters = constructor.GetParameters();
        var nullability = new NullabilityInfoContext();
        Properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(x => x.SetMethod is not null)
            .Select(x => new ShapeProperty(
                JsonNamingPolicy.CamelCase.ConvertName(x.Name), x,
                parameters.FirstOrDefault(p => p.Name == x.Name) is { } p ? !p.HasDefaultValue : x.IsDefined(typeof(RequiredMemberAttribute)),
                nullability.Create(x).WriteState is NullabilityState.Nullable))
            .ToDictionary(x => x.Name);
    }

    public IReadOnlyDictionary<string, ShapeProperty> Properties { get; }

    public static Shape Of(Type type)
    {
        if (known.TryGetValue(type, out var shape))
            return shape;
        lock (gate)
            return known.GetOrAdd(type, x => new(x));
    }

    /// <summary>An instance with the given values; what is absent has its default, what is required and absent an empty one.</summary>
    public object Create(IReadOnlyDictionary<string, object?> values)
    {
        var made = constructor.Invoke([.. parameters.Select(p =>
            values.TryGetValue(JsonNamingPolicy.CamelCase.ConvertName(p.Name!), out var value) ? value
            : p.HasDefaultValue ? p.DefaultValue
            : Empty(p.ParameterType))]);
        foreach (var property in Properties.Values)
            if (values.TryGetValue(property.Name, out var value))
                property.Info.SetValue(made, value);
            else if (property.Required && property.Info.GetValue(made) is null)
                property.Info.SetValue(made, Empty(property.Info.PropertyType));
        return made;
    }

    /// <summary>Stands in for a value that could not be read, so that the rest can still be checked.</summary>
    public static object? Empty(Type type) =>
        type == typeof(string) ? ""
        : ItemType(type) is { } item ? Array.CreateInstance(item, 0)
        : type.IsValueType ? Activator.CreateInstance(type)
        : Of(type).Create(new Dictionary<string, object?>());

    public static Type? ItemType(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;
}

/// <summary>A property of a model type.</summary>
internal sealed record ShapeProperty(string Name, PropertyInfo Info, bool Required, bool Nullable);
