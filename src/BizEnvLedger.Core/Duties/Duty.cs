using BizEnvLedger.Core.Appraisals;
using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Registers;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.Duties;

/// <summary>待办: what waits for somebody, and why. Whose it is follows from the rights table: whoever may give the command that answers it.</summary>
/// <param name="Kind">Code of the duty, lower case with hyphens; its words stand in the service's resources.</param>
/// <param name="Command">The command of the rights table that answers it.</param>
/// <param name="Subject">Milestone, step, complaint, item … that it is about.</param>
/// <param name="Task">Number of the task; null where it is of none.</param>
/// <param name="Units">Units that must answer; empty where it waits for a role and not for a unit.</param>
/// <param name="Since">Day from which it waits.</param>
/// <param name="Limit">Last day to answer in time; null where no rule sets one.</param>
/// <param name="Events">Events that it rests on.</param>
public sealed record Duty(string Kind, string Command, string Subject, string? Task, IReadOnlyList<string> Units, DateOnly Since, DateOnly? Limit, IReadOnlyList<Guid> Events)
{
    /// <summary>Persons who may not answer it, having done what is to be judged.</summary>
    public IReadOnlyList<string> NotBy { get; init; } = [];

    /// <summary>Units whose people may not answer it: leads, cooperating units and other parties of what is to be judged.</summary>
    public IReadOnlyList<string> NotFrom { get; init; } = [];

    /// <summary>What it is about, narrowest first, as the command's own matter has it: a split may have given each item to another successor.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>The one person who may answer it and knows of it; null where it is no single person's.</summary>
    public string? OnlyBy { get; init; }

    /// <summary>The same, kept from whoever the command itself keeps from judging: doers, and people of a party.</summary>
    public Duty Apart(Matter matter) => this with { NotBy = [.. matter.Doers.Distinct()], NotFrom = [.. matter.Everyone.Distinct()], Items = matter.Items };

    public bool IsLate(DateOnly day) => Limit < day;

    /// <summary>Whether a caller may and must answer it.</summary>
    public bool IsOf(Caller who, DateOnly day, ActionPlan plan) =>
        RightsTable.Role(Command, who) is null
        && (Units.Count == 0 || Units.Any(u => plan.ActingAs(who.Units, u, new Matter(Subject, day) { Items = Items }) is not null))
        && !NotBy.Contains(who.Sub)
        && (OnlyBy is null || OnlyBy == who.Sub)
        && (who.HomeUnit is { } home ? !NotFrom.Any(u => plan.IsParty(u, home, day, Items)) : !RightsTable.NeedsHome(Command, who));
}

/// <summary>Everything that waits, of every slice.</summary>
public static class DutyList
{
    private static readonly IReadOnlyList<Func<PlanState, DateOnly, IEnumerable<Duty>>> Slices =
    [
        PlanTaskDuties.Of,
        FigureDuties.Of,
        AppraisalDuties.Of,
        RegisterDuties.Of,
        CoordinationDuties.Of,
        Complaints.ComplaintDuties.Of,
        InspectionDuties.Of,
        NoticeDuties.Of,
        UnitDuties.Of,
        StepDuties.Of,
    ];

    public static IEnumerable<Duty> Of(PlanState state, DateOnly day) => Slices.SelectMany(of => of(state, day));
}
