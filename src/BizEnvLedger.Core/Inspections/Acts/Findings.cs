using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Inspections.Acts;

/// <summary>
/// 督查判定: an inspector of the task's team says how it stands, beside the computed light. The latest counts.
/// Refused: not the office, round not open, unknown task, own home unit involved, not on the task's team, no verdict, no text.
/// </summary>
public sealed record RecordVerdict(HalfYear HalfYear, string Task, Light? Verdict, DraftText? Finding, IReadOnlyList<string> Evidence)
{
    public static Decision Decide(PlanState state, RecordVerdict command, Caller who, Moment now) =>
        Inspecting.Check(nameof(RecordVerdict), state, command.HalfYear, command.Task, who, now)
        ?? (command.Verdict is null ? Refusal.Invalid("verdict-missing", "verdict") : null)
        ?? Checks.Text(command.Finding, "finding", state.Plan)
        ?? Checks.Evidence(command.Evidence)
        ?? Decision.Of(new InspectionVerdictRecorded(command.HalfYear.ToString(), command.Task, command.Verdict!.Value, who.HomeUnit!, TextSeal.Of(command.Finding!), command.Evidence));
}

/// <summary>
/// 问题: an inspector of the task's team finds a failing of a unit, with the events of the task that it rests on.
/// Refused: as for a verdict; a milestone that is not of the task, a falsehood without one; a unit that never had a part in the task; no category; no event, or one that is not the task's.
/// </summary>
public sealed record RecordFinding(
    HalfYear HalfYear, string Task, IReadOnlyList<string> Milestones, string Unit, FindingCategory? Category, IReadOnlyList<Guid> Facts, DraftText? Finding, IReadOnlyList<string> Evidence)
{
    public static Decision Decide(PlanState state, RecordFinding command, Caller who, Moment now) =>
        Inspecting.Check(nameof(RecordFinding), state, command.HalfYear, command.Task, who, now)
        ?? (command.Category is null ? Refusal.Invalid("category-missing", "category") : null)
        ?? About(state, command, state.Tasks[command.Task], now)
        ?? Checks.Text(command.Finding, "finding", state.Plan)
        ?? Checks.Evidence(command.Evidence)
        ?? Decision.Of(new InspectionFindingRecorded(command.HalfYear.ToString(), command.Task, [.. command.Milestones.Distinct()], command.Unit, command.Category!.Value,
            [.. command.Facts.Distinct()], who.HomeUnit!, TextSeal.Of(command.Finding!), command.Evidence));

    private static Refusal? About(PlanState state, RecordFinding command, PlanTask task, Moment now)
    {
        if (command.Milestones.FirstOrDefault(m => task.Definitions.All(d => d.Catalogue.Milestone(m) is null)) is { } unknown)
            return Refusal.Invalid("milestone-not-of-task", "milestones", ("milestone", unknown), ("task", task.No));
        if (command.Category == FindingCategory.Hollow && command.Milestones.Count == 0)
            return Refusal.Invalid("falsehood-without-milestone", "milestones");
        if (Checks.Units([command.Unit], "unit", state.Plan, required: true) is { } refusal)
            return refusal;
        var concerned = task.ChangesWithin(task.AssignedOn, now.On).SelectMany(task.EveryoneOn).Distinct();
        if (!concerned.Any(u => u == command.Unit || state.Plan.MembersOf(u, now.On).Contains(command.Unit)))
            return Refusal.Invalid("unit-not-of-task", "unit", ("unit", command.Unit), ("task", task.No));
        return command.Facts.Count == 0 ? Refusal.Invalid("finding-without-facts", "facts")
            : command.Facts.Except(task.EventIds()).ToList() is [var foreign, ..] ? Refusal.Invalid("event-not-of-task", "facts", ("event", foreign), ("task", task.No))
            : null;
    }
}

/// <summary>
/// 问题认定: a second inspector upholds a finding; a milestone that a falsehood is about is open again, its closure undone.
/// Refused: not the office, unknown finding, upheld already, own home unit involved, the person who recorded it, no reason.
/// </summary>
public sealed record UpholdFinding(HalfYear HalfYear, Guid Finding, DraftText? Reason)
{
    public static Decision Decide(PlanState state, UpholdFinding command, Caller who, Moment now)
    {
        if (RightsTable.Role(nameof(UpholdFinding), who) is { } refusal)
            return refusal;
        if (state.Plan.InspectionOf(command.HalfYear).FindFinding(command.Finding) is not { } finding)
            return Refusal.NotFound("unknown-finding", null, ("finding", command.Finding));
        if (finding.Upheld is not null)
            return Refusal.Conflict("finding-upheld-already", null, ("finding", command.Finding));
        var task = state.Tasks[finding.Task];
        return RightsTable.Check(nameof(UpholdFinding), who, MatterOf(task, finding, command.HalfYear, now.On), state.Plan)
            ?? Checks.Text(command.Reason, "reason", state.Plan)
            ?? Decision.Of([
                new InspectionFindingUpheld(command.HalfYear.ToString(), command.Finding, who.HomeUnit!, TextSeal.Of(command.Reason!)),
                .. finding.Category == FindingCategory.Hollow ? finding.Milestones.SelectMany(m => Inspecting.Reopen(task, m, null, ReopenGround.Found, command.HalfYear, who)) : [],
            ]);
    }

    /// <summary>Party are the unit that it names and everybody of the task; whoever recorded it says nothing more.</summary>
    internal static Matter MatterOf(PlanTask task, Finding finding, HalfYear halfYear, DateOnly on) =>
        new(finding.Task, on) { Owners = [finding.Unit], Parties = Inspecting.Parties(task, halfYear, on), Doers = [finding.Entry.User] };
}

/// <summary>What inspectors' acts have in common.</summary>
internal static class Inspecting
{
    /// <summary>The round is open and the caller on the team that inspects the task.</summary>
    public static Refusal? Check(string command, PlanState state, HalfYear halfYear, string no, Caller who, Moment now)
    {
        if (RightsTable.Role(command, who) is { } refusal)
            return refusal;
        if (state.Plan.FindRound(halfYear) is not { } round)
            return Refusal.NotFound("unknown-round", null, ("halfYear", halfYear));
        if (round.Closed is not null)
            return Refusal.Conflict("round-closed-already", null, ("halfYear", halfYear));
        if (!state.Tasks.TryGetValue(no, out var task))
            return Refusal.NotFound("unknown-task", "task", ("task", no));
        return RightsTable.Check(command, who, new Matter(no, now.On) { Parties = Parties(task, halfYear, now.On) }, state.Plan)
            ?? (state.Plan.InspectionOf(halfYear).InForce is { } scheme && scheme.Inspects(who.Sub, no) ? null : Refusal.NotAllowed("not-on-team", "task", ("task", no), ("halfYear", halfYear)));
    }

    /// <summary>Whoever leads or cooperates anywhere in the task, now or on a day within the half-year.</summary>
    public static IEnumerable<string> Parties(PlanTask task, HalfYear halfYear, DateOnly on) =>
        task.ChangesWithin(halfYear.FirstDay, halfYear.LastDay).Append(on).SelectMany(task.EveryoneOn).Distinct();

    /// <summary>Undoes the closure of a milestone: that of a certain claim, or whichever closed it; nothing where it is not closed.</summary>
    public static IEnumerable<object> Reopen(PlanTask task, string milestone, Guid? claim, ReopenGround ground, HalfYear halfYear, Caller who) =>
        task.Claims.FindLast(c => c.Milestone == milestone && c.Verification is not null && (claim is null || c.Id == claim)) is { } closing
            ? [new Addressed(PlanTask.StreamOf(task.Plan, task.No), new MilestoneReopened(closing.Id, milestone, ground, halfYear.ToString(), who.HomeUnit!))]
            : [];

    /// <summary>Every event of the task that its state knows by id.</summary>
    public static IEnumerable<Guid> EventIds(this PlanTask task) =>
        task.Definitions.Select(d => d.Event).Concat(task.Entries.Keys).Concat(task.Acknowledgements.Select(a => a.Entry.Event))
            .Concat(task.Claims.SelectMany(c => new[] { c.Entry, c.Release, c.Accepted, c.Return }.OfType<Entry>().Select(e => e.Event)))
            .Concat(task.Extensions.SelectMany(x => new[] { x.Entry, x.Release, x.Decision }.OfType<Entry>().Select(e => e.Event)))
            .Concat(task.Suspensions.SelectMany(x => new[] { x.Entry, x.Release, x.Decision, x.End }.OfType<Entry>().Select(e => e.Event)))
            .Concat(task.Steps.SelectMany(s => new[] { s.Entry, s.Confirmation }.OfType<Entry>().Select(e => e.Event)));
}
