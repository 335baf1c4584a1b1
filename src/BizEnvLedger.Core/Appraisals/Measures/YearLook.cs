using BizEnvLedger.Core.Appraisals.Rules;
using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Inspections.View;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Core.Appraisals.Measures;

/// <summary>A plan's year, judged once on its last day; every measure of every unit looks at it.</summary>
internal sealed class YearLook
{
    private readonly IReadOnlyList<DateOnly> turns;
    private readonly Dictionary<(string Unit, DateOnly Day), IReadOnlyList<string>> members = [];

    public YearLook(PlanState state, int year, BallotRules ballots)
    {
        (Plan, First, Last, Ballots) = (state.Plan, new(year, 1, 1), new(year, 12, 31), ballots);
        Appraisal = state.Appraisals.GetValueOrDefault(Appraisals.Appraisal.IdOf(year)) ?? new(year);
        Complaints = [.. Rates.Ordered(state)];
        turns = [.. Plan.MembershipTurns().Order()];
        Tasks = [.. state.HeldBy(Last).Where(t => t.AssignedOn <= Last).Select(t => TaskAssessment.Of(t, Plan, Last))];
        Milestones = [.. Tasks.SelectMany(t => t.Milestones.Where(m => m.Standing.State != MilestoneState.Withdrawn).Select(m => new AssessedMilestone(t.Task, m, Last)))
            .Where(m => m.IsLed && m.Standing.Milestone.Definition.Strength != Strength.Strive).Select(m => new YearMilestone(m, this))];
        SilenceChecks = [.. Reporting.ChecksOf(this)];
    }

    public ActionPlan Plan { get; }
    public DateOnly First { get; }
    public DateOnly Last { get; }
    public BallotRules Ballots { get; }
    public Appraisal Appraisal { get; }
    public IReadOnlyList<TaskAssessment> Tasks { get; }

    public IReadOnlyList<Complaint> Complaints { get; }

    /// <summary>Milestones that somebody answers for. What the plan only strives for (力争) is not scored.</summary>
    public IReadOnlyList<YearMilestone> Milestones { get; }

    /// <summary>Milestones on which a report was owed at a quarter's end.</summary>
    public IReadOnlyList<SilenceCheck> SilenceChecks { get; }

    public bool Contains(DateOnly day) => First <= day && day <= Last;

    /// <summary>The units themselves that answer for a day: a group answers through its members, and for one that is gone by the year's end who holds its part then.</summary>
    /// <param name="items">What it is about, narrowest first: a split may have given each to another successor.</param>
    public IReadOnlyList<string> Answering(IEnumerable<string> named, DateOnly day, IReadOnlyList<string> items) =>
        [.. named.SelectMany(u => Members(u, day)).Select(u => Plan.Roster.Successions.Holder(u, Last, items)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Who answers at the year's end for what a unit did on a task.</summary>
    public string Holder(string unit, PlanTask task, string subject) =>
        Plan.Roster.Successions.AreNone ? unit : Plan.Roster.Successions.Holder(unit, Last, task.ItemsOf(subject));

    /// <summary>Days within [from, to) on which a group's members change, <paramref name="from"/> first.</summary>
    public IEnumerable<DateOnly> TurnsWithin(DateOnly from, DateOnly to) => turns.Where(t => from < t && t < to).Prepend(from);

    /// <summary>Leads and cooperating units of every measure on every day of the year.</summary>
    public (IReadOnlySet<string> Leading, IReadOnlySet<string> Cooperating) Chains()
    {
        var (leading, cooperating) = (new HashSet<string>(), new HashSet<string>());
        foreach (var task in Tasks.Select(t => t.Task))
        {
            var from = task.AssignedOn > First ? task.AssignedOn : First;
            foreach (var day in task.ChangesWithin(from, Last).Concat(TurnsWithin(from, Last.AddDays(1))).Distinct())
                foreach (var chain in task.On(day).Measures.Select(m => task.ResponsibleOn(m, day)))
                {
                    leading.UnionWith(Answering(chain.Leads, day, chain.Items));
                    cooperating.UnionWith(Answering(chain.Cooperating, day, chain.Items));
                }
        }

        return (leading, cooperating);
    }

    private IReadOnlyList<string> Members(string unit, DateOnly day)
    {
        if (!members.TryGetValue((unit, day), out var found))
            members[(unit, day)] = found = [.. Plan.MembersOf(unit, day).Where(u => Plan.FindUnit(u)?.Kind != UnitKind.Group)];
        return found;
    }
}

/// <summary>Days [From, To) for which these units answer together.</summary>
internal sealed record UnitStretch(IReadOnlyList<string> Units, DateOnly From, DateOnly To, IReadOnlyList<Guid> Events)
{
    public int Days => To.DayNumber - From.DayNumber;
}

/// <summary>A milestone of the year: who answered for it when, and how late it was.</summary>
internal sealed class YearMilestone
{
    public YearMilestone(AssessedMilestone judged, YearLook look)
    {
        Judged = judged;
        var due = judged.Due;
        if (due is { } day)
        {
            var chain = judged.Task.ResponsibleOn(judged.Standing.Milestone.Measure, day);
            Leads = look.Answering(chain.Leads, day, chain.Items);
            Cooperating = [.. look.Answering(chain.Cooperating, day, chain.Items).Except(Leads)];
            Events = judged.Standing.Closing is { } closing ? [closing.Id, closing.Release!.Event, closing.Verification!.Event] : chain.Events;
        }

        Late = [.. judged.Delay.Where(d => d.Account == Account.Leads).SelectMany(d => Split(d.Units, judged.Standing.Chain.Items, d.From, d.To, d.Events, look))];
        InHand = due <= look.Last || Late.Count > 0 ? [.. HeldBy(judged, look)] : [];
    }

    public AssessedMilestone Judged { get; }

    /// <summary>Units that led on the day on which it was due: who led before or took over later answers for days, not for the date.</summary>
    public IReadOnlyList<string> Leads { get; } = [];
    public IReadOnlyList<string> Cooperating { get; } = [];

    /// <summary>The claim that closed it with its release and verification; else what made the leads so.</summary>
    public IReadOnlyList<Guid> Events { get; } = [];

    /// <summary>Its days of delay within the year.</summary>
    public IReadOnlyList<UnitStretch> Late { get; }

    /// <summary>Days within the year on which it was in hand: assigned, begun and not done; empty for what is due later and was never late.</summary>
    public IReadOnlyList<UnitStretch> InHand { get; }

    public bool IsDueIn(YearLook look) => Judged.Due is { } due && look.Contains(due) && due >= Judged.Task.AssignedOn && Judged.Outcome != "waiting";

    private static IEnumerable<UnitStretch> HeldBy(AssessedMilestone judged, YearLook look)
    {
        var (task, placed) = (judged.Task, judged.Standing.Milestone);
        var begun = new[] { task.AssignedOn, placed.IsOccurrence ? placed.Start ?? DateOnly.MinValue : DateOnly.MinValue, task.Definitions.First(d => d.Catalogue.Milestone(placed.Id) is not null).From }.Max();
        var done = (judged.Standing.ClosedOn ?? judged.Standing.Claim?.StopsOn(look.Plan))?.AddDays(1) ?? look.Last.AddDays(1);
        foreach (var stretch in task.ChainOf(placed.Measure, look.Last))
        {
            var (from, to) = (stretch.From > begun ? stretch.From : begun, stretch.To is { } end && end < done ? end : done);
            foreach (var part in Split(stretch.Chain.Leads, stretch.Chain.Items, from, to, stretch.Chain.Events, look))
                yield return part;
        }
    }

    private static IEnumerable<UnitStretch> Split(IReadOnlyList<string> leads, IReadOnlyList<string> items, DateOnly from, DateOnly to, IReadOnlyList<Guid> events, YearLook look)
    {
        (from, to) = (from > look.First ? from : look.First, to <= look.Last ? to : look.Last.AddDays(1));
        if (from >= to)
            yield break;
        var turns = look.TurnsWithin(from, to).ToList();
        for (var i = 0; i < turns.Count; i++)
            if (look.Answering(leads, turns[i], items) is { Count: > 0 } units)
                yield return new(units, turns[i], i + 1 < turns.Count ? turns[i + 1] : to, events);
    }
}
