using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Inspections;

/// <summary>Acts of a round: the team is everybody that the tests let inspect, from the inspectorate, for both tasks.</summary>
internal static class InspectionActs
{
    public static readonly Caller Second = People.Inspector("inspectorate", "second-inspector");

    public static readonly string Root = new('7', 64);

    public static Team Team(string name = "team-1", string[]? tasks = null, params (string Sub, string Home)[] members) => new(
        name, [.. (members.Length > 0 ? members : [("inspector", "inspectorate"), ("second-inspector", "inspectorate"), ("somebody-else", "inspectorate")]).Select(m => new TeamMember(m.Sub, m.Home))], tasks ?? ["1", "2"]);

    public static Act Draft(string halfYear, string on, string[]? tasks = null, Team[]? teams = null, DraftText? purpose = null) =>
        InRound(halfYear, People.Office, on, (s, half, who, now) => DraftScheme.Decide(s, new(half, tasks, teams ?? [Team()], purpose ?? Text()), who, now));

    /// <summary>Approved as in an older register, which knew no secrets: drawn by a checkpoint.</summary>
    public static Act Approve(string halfYear, string on) =>
        InRound(halfYear, People.Leader, on, (s, half, who, now) => ApproveScheme.Decide(s, new(half, null) { Imported = true }, who, now));

    /// <summary>Approved as it is done in the ledger, with a commitment.</summary>
    public static Act Commit(string halfYear, string on, string? commitment) =>
        InRound(halfYear, People.Leader, on, (s, half, who, now) => ApproveScheme.Decide(s, new(half, commitment), who, now));

    public static Act Reveal(string halfYear, string on, string secret) =>
        InRound(halfYear, People.Leader, on, (s, half, who, now) => RevealSecret.Decide(s, new(half, secret), who, now));

    public static Act[] Announced(string halfYear, string on) => [Draft(halfYear, on), Approve(halfYear, on)];

    /// <summary>Drafted, approved and opened.</summary>
    public static Act[] Opened(string halfYear, string on) => [.. Announced(halfYear, on), Open(halfYear, on)];

    public static Act Judge(string halfYear, string task, Light? verdict, string on, DraftText? text = null, string[]? evidence = null) =>
        InRound(halfYear, People.Office, on, (s, half, who, now) => RecordVerdict.Decide(s, new(half, task, verdict, text ?? Text(), evidence ?? []), who, now));

    /// <summary>A finding that rests on the last event of the story.</summary>
    public static Act Find(string halfYear, string task, FindingCategory? category, string unit, string on, string[]? milestones = null, Guid[]? facts = null, DraftText? text = null) =>
        new(OpenInspection.StreamOf(InventedPlan.Id, Half(halfYear)), People.Office, Day(on), (story, who, now) =>
            RecordFinding.Decide(story.State, new(Half(halfYear), task, milestones ?? [], unit, category, facts ?? [story.Last], text ?? Text(), []), who, now));

    /// <summary>Upholds a finding; without one, the round's last.</summary>
    public static Act Uphold(string halfYear, string on, Guid? finding = null, DraftText? reason = null) =>
        InRound(halfYear, Second, on, (s, half, who, now) =>
            UpholdFinding.Decide(s, new(half, finding ?? s.Plan.InspectionOf(half).Findings[^1].Entry.Event, reason ?? Text()), who, now));

    /// <summary>Draws from the closures of the frozen cut, by the tree at the checkpoint.</summary>
    public static Act Draw(string halfYear, string on) =>
        new(OpenInspection.StreamOf(InventedPlan.Id, Half(halfYear)), People.Office, Day(on), (story, who, now) =>
            DrawSpotCheck.Decide(story.State, new(Half(halfYear), BasisOf(story, halfYear)), who, now));

    public static DrawBasis? BasisOf(Story story, string halfYear)
    {
        var round = story.Plan.FindRound(Half(halfYear));
        if (round?.Closed is not { } closed)
            return null;
        var frozen = story.AtTreeSize((int)closed.TreeSize).HalfYear(halfYear, round.ClosedOn!.Value.ToString("yyyy-MM-dd", null));
        if (story.Plan.InspectionOf(Half(halfYear)).InForce?.Commitment is not null)
            return new(Drawing.PopulationOf(frozen), round.ClosedLeaf!.Value + 1, Root);
        var size = story.Events.FindIndex(e => e.RecordedOn > DrawSpotCheck.CheckpointOf(story.Plan, round));
        return size < 0 ? null : new(Drawing.PopulationOf(frozen), size, Root);
    }

    public static Act Check(string halfYear, string milestone, CheckOutcome? outcome, string on, DraftText? text = null, string[]? evidence = null) =>
        InRound(halfYear, Second, on, (s, half, who, now) => RecordSpotCheck.Decide(s, new(half, milestone, outcome, text ?? Text(), evidence ?? [Evidence]), who, now));

    public static HalfYear Half(string text) => HalfYear.TryParse(text, out var half) ? half : throw new ArgumentException(text);

    private static Act InRound(string halfYear, Caller by, string on, Func<PlanState, HalfYear, Caller, Moment, Decision> decide) =>
        new(OpenInspection.StreamOf(InventedPlan.Id, Half(halfYear)), by, Day(on), (story, who, now) => decide(story.State, Half(halfYear), who, now));
}

/// <summary>Refusals of a body's content, in a line.</summary>
internal static class Refusing
{
    public static void ShouldRefuse(this Act act, Story given, string code, string field = "teams") => given.When(act).Refused(code, RefusalKind.Invalid, field);
}
