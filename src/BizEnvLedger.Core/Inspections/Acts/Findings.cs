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
/// 问题: an inspector of the task's team finds a failing of a unit, with the events of the task that it rests on: acts of that unit or of who was before it,
/// on the milestones that are named. A falsehood rests on nothing but what the unit itself stated; another failing may rest on the document and on verdicts too.
/// Refused: as for a verdict; a milestone that is not of the task, or on which the unit never had a part, a falsehood without one; a unit that never had a part in the task;
/// no category; no event, one that is not the task's, is another unit's, or is about something else.
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
        if (command.Milestones.FirstOrDefault(m => !HadPart(state, task, command.Unit, m, now)) is { } other)
            return Refusal.Invalid("milestone-not-of-unit", "milestones", ("milestone", other), ("unit", command.Unit));
        return command.Facts.Count == 0 ? Refusal.Invalid("finding-without-facts", "facts") : RestsOn(state, command, task, now);
    }

    /// <summary>Nobody is named for what another unit said, or for what was said of something else.</summary>
    private static Refusal? RestsOn(PlanState state, RecordFinding command, PlanTask task, Moment now)
    {
        var acts = task.All().ToLookup(a => a.Event);
        foreach (var fact in command.Facts)
        {
            if (acts[fact].ToList() is not [_, ..] of)
                return Refusal.Invalid("event-not-of-task", "facts", ("event", fact), ("task", task.No));
            if (!of.Exists(a => command.Category == FindingCategory.Hollow ? a.Own && Its(a.Unit!) : a.Unit is null || Its(a.Unit)))
                return Refusal.Invalid("event-not-of-unit", "facts", ("event", fact), ("unit", command.Unit));
            if (command.Milestones.Count > 0 && !of.Exists(a => command.Milestones.Any(m => task.IsAbout(a.Subject, m))))
                return Refusal.Invalid("event-not-of-milestones", "facts", ("event", fact), ("milestones", string.Join(", ", command.Milestones)));
        }

        return null;

        bool Its(string unit) => unit == command.Unit || state.Plan.Roster.Successions.StandsFor(command.Unit, unit, now.On);
    }

    /// <summary>Leads, cooperates or led or cooperated there, itself or who was before it; claimed it; or owns a step of it.</summary>
    private static bool HadPart(PlanState state, PlanTask task, string unit, string milestone, Moment now)
    {
        var measure = task.MeasureOf(milestone, now.On);
        return task.ChangesWithin(task.AssignedOn, now.On).Select(day => task.ResponsibleOn(task.On(day).Measure(measure.Id) ?? measure, day)).SelectMany(c => c.Leads.Concat(c.Cooperating))
            .Concat(task.Claims.Where(c => c.Milestone == milestone).Select(c => c.Unit)).Concat(task.Steps.Where(s => s.Milestone == milestone).Select(s => s.Owner)).Distinct()
            .Any(u => u == unit || state.Plan.Roster.Successions.StandsFor(unit, u, now.On) || state.Plan.MembersOf(u, now.On).Contains(unit));
    }
}

/// <summary>
/// 问题认定: a second inspector of the task's team upholds a finding, after closing too, then for the next notice; only so is it a ground, and a milestone that a falsehood is about
/// is open again, its closure undone. Refused: not the office, unknown finding, upheld already, the person who recorded it, one from a party or from another home unit than the scheme says, not on the team, no reason.
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
            ?? Inspecting.OnTeam(state.Plan.InspectionOf(command.HalfYear).InForce, finding.Task, command.HalfYear, who)
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
            ?? OnTeam(state.Plan.InspectionOf(halfYear).InForce, no, halfYear, who);
    }

    /// <summary>On the task's team, and from the home unit that the approved scheme names: what a scheme declares is tested by the token of who then inspects.</summary>
    internal static Refusal? OnTeam(Scheme? scheme, string no, HalfYear halfYear, Caller who) =>
        scheme?.MemberOf(who.Sub, no) is not { } member ? Refusal.NotAllowed("not-on-team", "task", ("task", no), ("halfYear", halfYear))
        : member.HomeUnit != who.HomeUnit ? Refusal.NotAllowed("home-unit-differs", null, ("person", who.Sub), ("unit", who.HomeUnit!), ("declared", member.HomeUnit))
        : null;

    /// <summary>Whoever leads or cooperates anywhere in the task, now or on a day within the half-year.</summary>
    public static IEnumerable<string> Parties(PlanTask task, HalfYear halfYear, DateOnly on) =>
        task.ChangesWithin(halfYear.FirstDay, halfYear.LastDay).Append(on).SelectMany(task.EveryoneOn).Distinct();

    /// <summary>Undoes the closure of a milestone: that of a certain claim, or whichever closed it; nothing where it is not closed.</summary>
    public static IEnumerable<object> Reopen(PlanTask task, string milestone, Guid? claim, ReopenGround ground, HalfYear halfYear, Caller who) =>
        task.Claims.FindLast(c => c.Milestone == milestone && c.Verification is not null && (claim is null || c.Id == claim)) is { } closing
            ? [new Addressed(PlanTask.StreamOf(task.Plan, task.No), new MilestoneReopened(closing.Id, milestone, ground, halfYear.ToString(), who.HomeUnit!))]
            : [];
}
