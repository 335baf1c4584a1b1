namespace BizEnvLedger.Service.Store;

/// <summary>The event types of the running ledger with their frozen aliases, as Core's slices give them.</summary>
public static class LedgerEvents
{
    /// <summary>All of them. An alias is never changed or used again.</summary>
    public static IReadOnlyList<(Type Type, string Alias)> All { get; } = [];
}
