using System.Collections.Immutable;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.Plans;

/// <summary>行动计划 as the ledger knows it: folded from the plan's own stream and its rounds' streams.</summary>
public sealed record ActionPlan
{
    public required string Id { get; init; }
    public required DateOnly IssuedOn { get; init; }

    /// <summary>SHA-256 of the plan file as issued, lower-case hex.</summary>
    public required string FileSha256 { get; init; }
    public required RuleSet Rules { get; init; }
    public required HolidayCalendar Calendar { get; init; }

    /// <summary>The plan as it read from each date, in order of date.</summary>
    public required ImmutableList<PlanVersion> Versions { get; init; }

    public ImmutableList<Round> Rounds { get; init; } = [];

    /// <summary>What was done in each half-year's round, from its scheme on.</summary>
    public ImmutableDictionary<HalfYear, Inspection> Inspections { get; init; } = ImmutableDictionary<HalfYear, Inspection>.Empty;

    /// <summary>业务系统 whose figures are released by their registration.</summary>
    public ImmutableList<RegisteredSystem> Systems { get; init; } = [];

    /// <summary>What was recorded about the units beside the documents.</summary>
    public Roster Roster { get; init; } = Roster.Empty;
    public long Version { get; init; }

    public Period Period => Versions[0].Document.Period;

    /// <summary>The plan as it stood on a day; before its issue, as issued.</summary>
    public PlanDocument On(DateOnly day) => (Versions.FindLast(v => v.From <= day) ?? Versions[0]).Document;

    /// <summary>The plan with every change recorded so far, also those that are not yet in force.</summary>
    public PlanDocument Latest => Versions[^1].Document;

    /// <summary>A unit as it is known with every change recorded so far; also one that is gone.</summary>
    public Unit? FindUnit(string id) => this.UnitOn(id, DateOnly.MaxValue);

    /// <summary>Id and canonical name with every change recorded so far.</summary>
    public UnitName Name(string unit) => this.Name(unit, DateOnly.MaxValue);

    /// <summary>Last day on which anything of the plan is due; some targets fall after its last day.</summary>
    public DateOnly Horizon => Latest.EveryMilestone().Select(m => m.Due).Concat(Latest.EveryIndicator().SelectMany(i => i.Targets).Select(t => t.Due))
        .Aggregate(Period.To, (last, due) => due > last ? due.Value : last);

    /// <summary>Whether one of the caller's units is the unit named, or its member on that day where it is a group; it is the successor where the unit is gone.</summary>
    public string? ActingAs(IEnumerable<string> units, string named, DateOnly on)
    {
        var members = MembersOf(named, on);
        return units.FirstOrDefault(members.Contains);
    }

    /// <summary>The unit itself, and where it is a group, its members on that day to any depth; in the place of who is gone by then, the successor.</summary>
    public IReadOnlySet<string> MembersOf(string unit, DateOnly on) => this.MembersOf(unit, on, []);

    /// <summary>The registration by which a system reports for a unit on a day; null where there is none.</summary>
    public RegisteredSystem? Registration(string system, string unit, DateOnly on) => Systems.FindLast(s => s.System == system && s.Unit == unit && s.Holds(on));

    /// <summary>The latest closed round of an earlier half-year: the one that a round is compared with.</summary>
    public Round? LastClosedBefore(HalfYear halfYear) => Rounds.Where(r => r.Closed is not null && r.HalfYear.CompareTo(halfYear) < 0).MaxBy(r => r.HalfYear);

    public Inspection InspectionOf(HalfYear halfYear) => Inspections.GetValueOrDefault(halfYear) ?? new(halfYear);

    public Round? FindRound(HalfYear halfYear) => Rounds.Find(r => r.HalfYear == halfYear);

    /// <summary>Folds the plan's events and its rounds', in ledger order; null before the plan is issued.</summary>
    public static ActionPlan? Fold(IEnumerable<Recorded> events) => events.Aggregate((ActionPlan?)null, (plan, e) => Apply(plan, e));

    public static ActionPlan? Apply(ActionPlan? plan, Recorded e) => e.Data switch
    {
        PlanIssued issued => new ActionPlan
        {
            Id = issued.Plan.Id,
            IssuedOn = issued.EffectiveOn,
            FileSha256 = issued.FileSha256,
            Rules = issued.Rules,
            Calendar = issued.Calendar,
            Versions = [new(DateOnly.MinValue, issued.Plan, e.Id, null)],
            Version = e.Version,
        },
        PlanAmended amended => plan!.Changed(amended.Change, e),
        PlanClarified clarified => plan!.Changed(clarified.Change, e),
        SystemRegistered x => plan! with { Systems = plan.Systems.Add(new(x.Unit, x.System, x.EffectiveOn, null, e.Id)), Version = e.Version },
        SystemDeregistered x => plan! with
        {
            Systems = [.. plan.Systems.Select(s => s.Unit == x.Unit && s.System == x.System && s.Until is null ? s with { Until = x.EffectiveOn } : s)],
            Version = e.Version,
        },
        InspectionOpened opened when HalfYear.TryParse(opened.HalfYear, out var half) =>
            plan! with { Rounds = plan.Rounds.Add(new(half, e.Id, e.RecordedAt, null, null, null)) },
        InspectionClosed closed when HalfYear.TryParse(closed.HalfYear, out var half) =>
            plan! with
            {
                Rounds = [.. plan.Rounds.Select(r => r.HalfYear == half ? r with { Closed = closed, ClosedBy = e.Id, ClosedAt = e.RecordedAt, ClosedOn = e.RecordedOn, ClosedLeaf = e.Leaf } : r)],
            },
        _ when StreamKey.Parse(e.Stream) is { Kind: StreamKey.RoundKind } key && HalfYear.TryParse(key.Id, out var half) =>
            plan! with { Inspections = plan.Inspections.SetItem(half, plan.InspectionOf(half).Apply(e)) },
        var data when Roster.Takes(data) => plan! with { Roster = plan.Roster.Apply(e), Version = e.Version },
        _ => plan,
    };

    private ActionPlan Changed(PlanChange change, Recorded e) => this with
    {
        Versions = Versions.Add(new(change.EffectiveOn, PlanChanges.Apply(Latest, change), e.Id, change)),
        Version = e.Version,
    };
}

/// <summary>The plan as it reads from a day on, and the event and change that made it so.</summary>
public sealed record PlanVersion(DateOnly From, PlanDocument Document, Guid Event, PlanChange? Change);

/// <summary>业务系统 of a unit, from a day until the day of its deregistration.</summary>
public sealed record RegisteredSystem(string Unit, string System, DateOnly From, DateOnly? Until, Guid Event)
{
    public bool Holds(DateOnly on) => From <= on && (Until is null || on < Until);
}

/// <summary>A half-year's round of special supervision.</summary>
public sealed record Round(HalfYear HalfYear, Guid OpenedBy, DateTimeOffset OpenedAt, InspectionClosed? Closed, Guid? ClosedBy, DateTimeOffset? ClosedAt)
{
    /// <summary>The jurisdiction's day of closing.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Index of the closing's own leaf.</summary>
    public long? ClosedLeaf { get; init; }
}
