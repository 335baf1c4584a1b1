namespace BizEnvLedger.Core.Plans;

/// <summary>The slice's event types with their stored names.</summary>
internal static class PlanEvents
{
    public static IReadOnlyList<(Type Type, string Alias)> All { get; } =
    [
        (typeof(PlanIssued), "plan_issued"),
        (typeof(PlanAmended), "plan_amended"),
        (typeof(PlanClarified), "plan_clarified"),
        (typeof(SystemRegistered), "system_registered"),
        (typeof(SystemDeregistered), "system_deregistered"),
    ];
}
