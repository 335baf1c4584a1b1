using System.Collections.Immutable;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.View;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;
using Half = BizEnvLedger.Core.Inspections.HalfYear;

namespace BizEnvLedger.Core.Tests;

/// <summary>An act on its way: who does it, on which day, in which stream, and the decision that it asks for.</summary>
internal sealed record Act(string Stream, Caller Who, DateOnly On, Func<Story, Caller, Moment, Decision> Ask)
{
    public Act By(Caller who) => this with { Who = who };
}

/// <summary>Everything recorded so far, in the ledger's order. Never mutated: the next step is another story.</summary>
internal sealed record Story(ImmutableList<Recorded> Events)
{
    private readonly Lazy<LedgerState> state = new(() => LedgerState.Fold(Events));

    public static readonly Story Empty = new([]);

    /// <summary>The whole ledger, folded.</summary>
    public LedgerState Whole => state.Value;

    public bool IsIssued => state.Value.Plans.ContainsKey(InventedPlan.Id);

    /// <summary>Everything that the plan's streams say.</summary>
    public PlanState State => state.Value.Plans.GetValueOrDefault(InventedPlan.Id) ?? throw new InvalidOperationException("No plan was issued.");
    public ActionPlan Plan => State.Plan;

    public IReadOnlyList<PlanTask> Tasks => [.. State.Tasks.Values.OrderBy(t => PlanTask.StreamOf(t.Plan, t.No), StringComparer.Ordinal)];

    public PlanTask Task(string no) => State.Tasks.GetValueOrDefault(no) ?? throw new InvalidOperationException($"No task {no}.");

    /// <summary>The task that holds a measure, milestone or indicator, by the first part of its id.</summary>
    public PlanTask TaskOf(string id) => Task(NoOf(id));

    public Guid Last => Events[^1].Id;

    public Guid LastClaim(string milestone) => TaskOf(milestone).Claims.FindLast(c => c.Milestone == milestone)?.Id ?? Guid.Empty;

    /// <summary>Records what the decision yields; a refusal here is the test's own mistake.</summary>
    public Story Do(Act act)
    {
        var decision = Decide(act);
        decision.Refusal.ShouldBeNull($"{act.Stream} on {act.On}: {decision.Refusal?.Code}");
        return Record(act, decision.Events);
    }

    public Decision Decide(Act act) => act.Ask(this, act.Who, new(At(act.On), act.On));

    public Story Record(Act act, IReadOnlyList<object> events)
    {
        var all = Events;
        foreach (var data in events)
        {
            var (stream, fact) = data is Addressed addressed ? (addressed.Stream, addressed.Event) : (act.Stream, data);
            var at = At(act.On).AddSeconds(all.Count);
            all = all.Add(new(IdOf(all.Count), stream, all.Count(e => e.Stream == stream) + 1, all.Count, at, act.On, at.AddMilliseconds(10), act.Who.Sub, false, fact));
        }

        return new(all);
    }

    /// <summary>What was known when the tree had so many leaves.</summary>
    public Story AtTreeSize(int leaves) => new(Events.GetRange(0, leaves));

    /// <summary>What was known at the end of a day.</summary>
    public Story KnownOn(string day) => new([.. Events.Where(e => e.RecordedOn <= Telling.Day(day))]);

    public MilestoneStanding Standing(string milestone, string on)
    {
        var task = TaskOf(milestone);
        return task.StandingOn(task.MilestonesOn(Telling.Day(on)).First(m => m.Id == milestone), Telling.Day(on), Plan);
    }

    public Lit Lit(string milestone, string on) => TaskOf(milestone).LightOn(Standing(milestone, on), Telling.Day(on), Plan);

    public IReadOnlyList<DelayStretch> Delay(string milestone, string upTo) => TaskOf(milestone).DelayOf(milestone, Telling.Day(upTo), Plan);

    public int DelayDays(string milestone, string upTo) => Delay(milestone, upTo).Sum(s => s.Days);

    public Responsible Responsible(string? measure, string on, string no = "1")
    {
        var task = Task(no);
        return task.ResponsibleOn(measure is null ? null : task.On(Telling.Day(on)).Measure(measure), Telling.Day(on));
    }

    /// <summary>The half-year as it would close on a day, after the round closed before it.</summary>
    public HalfYearDataSet HalfYear(string halfYear, string closing, HalfYearDataSet? previous = null)
    {
        Half.TryParse(halfYear, out var half).ShouldBeTrue();
        var day = Telling.Day(closing);
        return HalfYearView.Of(State, Tasks, new(half, At(day).AddSeconds(Events.Count), day, Events.Count, new string('0', 64)), new("harbour", "港城市", false), previous);
    }

    public static string NoOf(string id) => id[0] switch { 'g' => PlanWalk.Goals, 'x' => PlanWalk.Mechanisms, _ => id.Split('.')[0] };

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(8));

    private static Guid IdOf(int leaf) => new(leaf + 1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    public static bool IsTaskStream(string stream) => StreamKey.Parse(stream).Kind == StreamKey.TaskKind;
}
