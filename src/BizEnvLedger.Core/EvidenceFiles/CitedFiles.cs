using System.Collections.Concurrent;
using System.Reflection;

namespace BizEnvLedger.Core.EvidenceFiles;

/// <summary>The files that an event cites: its field <c>Evidence</c>, which every slice calls so.</summary>
public static class CitedFiles
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo?> Fields = new();

    public static IReadOnlyList<string> Of(object data) =>
        Fields.GetOrAdd(data.GetType(), type => type.GetProperty("Evidence") is { } field && field.PropertyType == typeof(IReadOnlyList<string>) ? field : null)
            ?.GetValue(data) as IReadOnlyList<string> ?? [];
}
