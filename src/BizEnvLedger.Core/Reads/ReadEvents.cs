namespace BizEnvLedger.Core.Reads;

/// <summary>The slice's event types with their stored names.</summary>
internal static class ReadEvents
{
    public static IReadOnlyList<(Type Type, string Alias)> All { get; } = [(typeof(ProtectedRead), "protected_read")];
}
