using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.PlanTasks;

/// <summary>分管市领导—牵头单位—配合单位 of a measure on one day, and the events that made it so.</summary>
public sealed record Responsible(IReadOnlyList<string> Leads, IReadOnlyList<string> Cooperating, string? Leader, IReadOnlyList<Guid> Events)
{
    /// <summary>What it is responsible for, narrowest first: the measure, what that is an item of, the task.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];
}

/// <summary>Who leads and cooperates on a day: the narrowest word counts, the measure's own before its parent's before the task's.</summary>
public static class Chain
{
    public static Responsible ResponsibleOn(this PlanTask task, PlacedMeasure? measure, DateOnly day)
    {
        IReadOnlyList<string>? leads = null, cooperating = null;
        string? leader = null;
        var events = new List<Guid>();
        var promoted = new List<LeadChange>();
        foreach (var scope in Scopes(measure))
        {
            var change = InForceOn(task.LeadChanges, c => c.Measure == scope?.Id, c => c.Entry, day);
            if (leads is null && (change?.Leads ?? Own(task, scope, day)) is { } found)
            {
                leads = found;
                events.Add(change?.Entry.Event ?? task.AssignedBy);
            }

            // A reassignment that leaves the cooperating units out keeps those of the one before it, but for whom it made leads.
            promoted.AddRange(task.LeadChanges.Where(c => c.Measure == scope?.Id && c.Cooperating is null && !c.Entry.Withdrawn && c.Entry.EffectiveOn <= day));
            if (cooperating is null)
            {
                var word = InForceOn(task.LeadChanges, c => c.Measure == scope?.Id && c.Cooperating is not null, c => c.Entry, day);
                var named = word?.Cooperating ?? (scope is null ? task.On(day).Task.Cooperating : scope.Definition.Cooperating);
                cooperating = named is null ? null : [.. named.Except(promoted.Where(c => word is null || IsLater(c.Entry, word.Entry)).SelectMany(c => c.Leads))];
            }

            if (leader is null && InForceOn(task.LeaderChanges, c => c.Measure == scope?.Id, c => c.Entry, day) is { } appointed)
            {
                leader = appointed.Leader;
                events.Add(appointed.Entry.Event);
            }
        }

        // Nobody leads and cooperates at once.
        return task.Held(new(leads ?? [], [.. (cooperating ?? []).Except(leads ?? [])], leader, events) { Items = task.ItemsOf(measure) }, day);
    }

    /// <summary>A measure as successions know it: itself, what it is an item of, and the task.</summary>
    public static IReadOnlyList<string> ItemsOf(this PlanTask task, PlacedMeasure? measure) => [.. (measure?.Upwards() ?? []).Select(m => m.Id), "task:" + task.No];

    /// <summary>The same by the id of a measure, milestone or indicator of the task, as it ever stood.</summary>
    public static IReadOnlyList<string> ItemsOf(this PlanTask task, string subject) => task.ItemsOf(task.Definitions.Select(d => d.Catalogue).Reverse()
        .Select(c => c.Measure(subject) ?? c.Milestone(subject)?.Measure ?? c.Indicator(subject)?.Measure).FirstOrDefault(m => m is not null));

    /// <summary>What a step is about.</summary>
    public static IReadOnlyList<string> ItemsOf(this PlanTask task, Step step) => task.ItemsOf(step.Milestone ?? step.Measure!);

    /// <summary>In the place of units that are gone by the day stand their successors; who would then lead and cooperate leads.</summary>
    private static Responsible Held(this PlanTask task, Responsible named, DateOnly day)
    {
        if (task.Successions.AreNone)
            return named;
        var leads = named.Leads.Select(u => task.Successions.Follow(u, day, named.Items)).ToList();
        var cooperating = named.Cooperating.Select(u => task.Successions.Follow(u, day, named.Items)).ToList();
        IReadOnlyList<string> held = [.. leads.Select(l => l.Unit).Distinct()];
        return named with
        {
            Leads = held,
            Cooperating = [.. cooperating.Select(c => c.Unit).Distinct().Except(held)],
            Events = [.. named.Events.Union(leads.Concat(cooperating).SelectMany(h => h.Events))],
        };
    }

    /// <summary>Every unit that leads or cooperates anywhere in the task on a day.</summary>
    public static IReadOnlyList<string> EveryoneOn(this PlanTask task, DateOnly day) =>
        [.. task.On(day).Measures.Select(m => task.ResponsibleOn(m, day)).Append(task.ResponsibleOn(null, day)).SelectMany(r => r.Leads.Concat(r.Cooperating)).Distinct()];

    /// <summary>Days within [from, to] on which somebody's word on the chain changes, the first day included.</summary>
    public static IReadOnlyList<DateOnly> ChangesWithin(this PlanTask task, DateOnly from, DateOnly to) =>
        [.. task.LeadChanges.Where(c => !c.Entry.Withdrawn).Select(c => c.Entry.EffectiveOn)
            .Concat(task.LeaderChanges.Where(c => !c.Entry.Withdrawn).Select(c => c.Entry.EffectiveOn))
            .Concat(task.Definitions.Select(d => d.From))
            .Concat(task.Successions.InOrder.Select(s => s.On))
            .Where(d => from < d && d <= to).Append(from).Distinct().Order()];

    private static IEnumerable<PlacedMeasure?> Scopes(PlacedMeasure? measure) => (measure?.Upwards() ?? []).Append(null);

    private static IReadOnlyList<string>? Own(PlanTask task, PlacedMeasure? scope, DateOnly day) =>
        scope is null ? task.On(day).Task.Leads : scope.Definition.Leads;

    /// <summary>Facts stand at their effective date; on the same day the later recorded wins.</summary>
    internal static T? InForceOn<T>(IEnumerable<T> facts, Func<T, bool> about, Func<T, Entry> entry, DateOnly day) where T : class
    {
        T? best = null;
        foreach (var fact in facts)
            if (about(fact) && !entry(fact).Withdrawn && entry(fact).EffectiveOn <= day && (best is null || IsLater(entry(fact), entry(best))))
                best = fact;
        return best;
    }

    /// <summary>An entry whose date was corrected is as late as its correction, so that the order of the list does not decide.</summary>
    private static bool IsLater(Entry a, Entry b) => (a.EffectiveOn, a.Leaf).CompareTo((b.EffectiveOn, b.Leaf)) > 0;
}
