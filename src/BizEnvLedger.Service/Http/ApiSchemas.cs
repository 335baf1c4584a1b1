using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BizEnvLedger.Service.Http;

/// <summary>How types are named in the description, and which fields a body may leave out.</summary>
public static class ApiSchemas
{
    private static readonly ConcurrentDictionary<string, Type> Named = new();

    /// <summary>A type's name. Two types of one name would be described as one: the description is not given until one of them is called otherwise.</summary>
    public static string? IdOf(JsonTypeInfo type)
    {
        if (OpenApiOptions.CreateDefaultSchemaReferenceId(type) is not { } id)
            return null;
        var meant = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        var known = Named.GetOrAdd(id, meant);
        return known == meant ? id : throw new InvalidOperationException($"{known.FullName} and {meant.FullName} are both described as {id}.");
    }

    /// <summary>What an answer holds is always there, null or not. What comes in may be left out where it may be null.</summary>
    public static Task LeaveOutWhatMayBeLeftOut(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        if (schema.Required is not { Count: > 0 } required || !IsBody(context.JsonTypeInfo.Type))
            return Task.CompletedTask;
        foreach (var property in context.JsonTypeInfo.Properties.Where(p => p.IsSetNullable || p.AssociatedParameter is { IsNullable: true } or { HasDefaultValue: true }))
            required.Remove(property.Name);
        return Task.CompletedTask;
    }

    /// <summary>Bodies are called so; plan files and rule sets come in as they are kept.</summary>
    private static bool IsBody(Type type) => type.Name.EndsWith("Body", StringComparison.Ordinal) || type.Namespace?.StartsWith("BizEnvLedger.Core", StringComparison.Ordinal) == true;
}
