using System.Collections.Immutable;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Inspections;

/// <summary>半年专项督查 of one half-year, from its scheme to its spot checks, folded from the round's stream. Opening and closing are <see cref="Round"/>'s.</summary>
public sealed record Inspection(HalfYear HalfYear)
{
    /// <summary>The scheme last drafted, approved or not.</summary>
    public Scheme? Draft { get; init; }

    /// <summary>The approved scheme; a later one takes its place once it is approved.</summary>
    public Scheme? InForce { get; init; }

    /// <summary>When the check was announced: the first approval.</summary>
    public Entry? Announced { get; init; }

    /// <summary>Every commitment that an approval made.</summary>
    public ImmutableList<string> Commitments { get; init; } = [];

    /// <summary>The secret, once it is revealed.</summary>
    public Revealed? Revealed { get; init; }

    /// <summary>In order of recording; the latest of a task counts.</summary>
    public ImmutableList<InspectorsVerdict> Verdicts { get; init; } = [];
    public ImmutableList<Finding> Findings { get; init; } = [];

    /// <summary>What was drawn for spot checks after closing.</summary>
    public SpotCheckDraw? Draw { get; init; }
    public ImmutableList<SpotCheck> Checks { get; init; } = [];

    /// <summary>Each inspected task's latest verdict.</summary>
    public IEnumerable<InspectorsVerdict> Standing => Verdicts.GroupBy(v => v.Task).Select(g => g.Last());

    public Finding? FindFinding(Guid id) => Findings.Find(f => f.Entry.Event == id);

    internal Inspection Apply(Recorded e) => e.Data switch
    {
        InspectionSchemeDrafted x => this with { Draft = new(Of(e), x.Tasks, x.Teams) },
        InspectionSchemeApproved x => Approved(Draft! with { Approval = Of(e), Commitment = x.Commitment }),
        SpotCheckSecretRevealed x => this with { Revealed = new(Of(e), x.Secret) },
        InspectionVerdictRecorded x => this with { Verdicts = Verdicts.Add(new(Of(e), x.Task, x.Verdict, x.Evidence)) },
        InspectionFindingRecorded x => this with { Findings = Findings.Add(new(Of(e), x.Task, x.Milestones, x.Unit, x.Category, x.Facts, x.Evidence)) },
        InspectionFindingUpheld x => this with { Findings = [.. Findings.Select(f => f.Entry.Event == x.Finding ? f with { Upheld = Of(e) } : f)] },
        SpotCheckDrawn x => this with { Draw = new(Of(e), x.TreeSize, x.Root, x.Seed, x.Population, x.PopulationSha256, x.Drawn) },
        SpotCheckRecorded x => this with { Checks = Checks.Add(new(Of(e), x.Milestone, x.Claim, x.Outcome, x.Evidence)) },
        _ => this,
    };

    private Inspection Approved(Scheme scheme) => this with
    {
        Draft = scheme, InForce = scheme, Announced = Announced ?? scheme.Approval, Commitments = scheme.Commitment is { } made ? Commitments.Add(made) : Commitments,
    };

    private static Entry Of(Recorded e) => new(e.Id, e.Leaf, e.RecordedOn, e.RecordedOn, e.RecordedAt, e.User, e.Imported);
}

/// <summary>督查判定 of a task.</summary>
public sealed record InspectorsVerdict(Entry Entry, string Task, Light Verdict, IReadOnlyList<string> Evidence);

/// <summary>问题.</summary>
/// <param name="Facts">Events of the task that it rests on.</param>
public sealed record Finding(
    Entry Entry, string Task, IReadOnlyList<string> Milestones, string Unit, FindingCategory Category, IReadOnlyList<Guid> Facts, IReadOnlyList<string> Evidence)
{
    /// <summary>When a second inspector upheld it.</summary>
    public Entry? Upheld { get; init; }
}

/// <summary>The leader's secret.</summary>
public sealed record Revealed(Entry Entry, string Secret);

/// <summary>抽查抽取.</summary>
public sealed record SpotCheckDraw(Entry Entry, long TreeSize, string Root, string Seed, int Population, string PopulationSha256, IReadOnlyList<string> Drawn);

/// <summary>抽查 of one closure.</summary>
public sealed record SpotCheck(Entry Entry, string Milestone, Guid Claim, CheckOutcome Outcome, IReadOnlyList<string> Evidence);

/// <summary>How far a half-year's round is.</summary>
public enum RoundState
{
    /// <summary>The half-year is not over, and nobody has drafted a scheme.</summary>
    NotOpened,

    /// <summary>The half-year is over: a round is due, by no clock's word but the day's.</summary>
    Proposed,

    /// <summary>A scheme waits for its approval.</summary>
    Drafted,
    Approved,
    Open,
    Closed,
}

/// <summary>What the day and the ledger say of a round.</summary>
public static class RoundStates
{
    /// <summary>A pure function of plan and day: from 1 January and 1 July on, the round of the half-year just over is proposed.</summary>
    public static RoundState StateOf(this ActionPlan plan, HalfYear halfYear, DateOnly day) => (plan.FindRound(halfYear), plan.InspectionOf(halfYear)) switch
    {
        ({ Closed: not null }, _) => RoundState.Closed,
        ({ }, _) => RoundState.Open,
        (_, { InForce: not null }) => RoundState.Approved,
        (_, { Draft: not null }) => RoundState.Drafted,
        _ => day > halfYear.LastDay ? RoundState.Proposed : RoundState.NotOpened,
    };

    /// <summary>The half-years of the plan, first to last.</summary>
    public static IEnumerable<HalfYear> HalfYears(this ActionPlan plan)
    {
        for (var half = HalfYear.Of(plan.IssuedOn); half.CompareTo(HalfYear.Of(plan.Horizon)) <= 0; half = half.Next)
            yield return half;
    }
}
