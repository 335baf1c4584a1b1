namespace BizEnvLedger.Core.Units;

/// <summary>The slice's event types with their stored names.</summary>
internal static class UnitEvents
{
    public static IReadOnlyList<(Type Type, string Alias)> All { get; } =
    [
        (typeof(MembersSet), "members_set"),
        (typeof(MembershipEnded), "membership_ended"),
        (typeof(FirstResponsibleNamed), "first_responsible_named"),
        (typeof(TermEnded), "term_ended"),
        (typeof(UnitsSucceeded), "units_succeeded"),
        (typeof(ImplementationPlanAdopted), "implementation_plan_adopted"),
    ];
}
