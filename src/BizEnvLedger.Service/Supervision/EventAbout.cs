using System.Collections.Concurrent;
using System.Reflection;

namespace BizEnvLedger.Service.Supervision;

/// <summary>
/// Whom and what an event is about, by the names of its fields: every slice uses one word for one thing, so a new event needs no line here.
/// </summary>
internal static class EventAbout
{
    private static readonly string[] Units = ["Unit", "HomeUnit"];

    // The narrowest word first.
    private static readonly string[] Subjects = ["Step", "Indicator", "Milestone", "Measure", "Item", "Register", "Complaint", "HalfYear", "Entry"];

    private static readonly string[] Days = ["EffectiveOn", "Due"];

    private static readonly ConcurrentDictionary<Type, Reader> Readers = new();

    public static (string? Unit, string? Subject, DateOnly? EffectiveOn) Of(object data)
    {
        var reader = Readers.GetOrAdd(data.GetType(), Reader.For);
        return (reader.Unit?.GetValue(data) as string, First(reader.Subjects, data)?.ToString(), First(reader.Days, data) as DateOnly?);
    }

    private static object? First(IReadOnlyList<PropertyInfo> properties, object data) => properties.Select(p => p.GetValue(data)).FirstOrDefault(v => v is not null);

    private sealed record Reader(PropertyInfo? Unit, IReadOnlyList<PropertyInfo> Subjects, IReadOnlyList<PropertyInfo> Days)
    {
        public static Reader For(Type type) => new(Named(type, Units).FirstOrDefault(), [.. Named(type, EventAbout.Subjects)], [.. Named(type, EventAbout.Days)]);

        private static IEnumerable<PropertyInfo> Named(Type type, string[] names) =>
            names.Select(type.GetProperty).OfType<PropertyInfo>().Where(p => p.PropertyType != typeof(object));
    }
}
