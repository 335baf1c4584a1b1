using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.PlanTasks;

/// <summary>分管市领导—牵头单位—配合单位 of a measure on one day, and the events that made it so.</summary>
public sealed record Responsible(IReadOnlyList<string> Leads, IReadOnlyList<string> Cooperating, string? Leader, IReadOnlyList<Guid> Events);

/// <summary>Who leads and cooperates on a day: the narrowest word counts, the measure's own before its parent's before the task's.</summary>
public static class Chain
{
    public static Responsible ResponsibleOn(this PlanTask task, PlacedMeasure? measure, DateOnly day)
    {
        IReadOnlyList<string>? leads = null, cooperating = null;
        string? leader = null;
        var events = new List<Guid>();
        foreach (var scope in Scopes(measure))
        {
            var change = InForceOn(task.LeadChanges, c => c.Measure == scope?.Id, c => c.Entry, day);
            if (leads is null && (change?.Leads ?? Own(task, scope, day)) is { } found)
            {
                leads = found;
                events.Add(change?.Entry.Event ?? task.AssignedBy);
            }

            cooperating ??= change?.Cooperating ?? (scope is null ? task.On(day).Task.Cooperating : scope.Definition.Cooperating);
            if (leader is null && InForceOn(task.LeaderChanges, c => c.Measure == scope?.Id, c => c.Entry, day) is { } appointed)
            {
                leader = appointed.Leader;
                events.Add(appointed.Entry.Event);
            }
        }

        return new(leads ?? [], cooperating ?? [], leader, events);
    }

    /// <summary>Every unit that leads or cooperates anywhere in the task on a day.</summary>
    public static IReadOnlyList<string> EveryoneOn(this PlanTask task, DateOnly day) =>
        [.. task.On(day).Measures.Select(m => task.ResponsibleOn(m, day)).Append(task.ResponsibleOn(null, day)).SelectMany(r => r.Leads.Concat(r.Cooperating)).Distinct()];

    /// <summary>Days within [from, to] on which somebody's word on the chain changes, the first day included.</summary>
    public static IReadOnlyList<DateOnly> ChangesWithin(this PlanTask task, DateOnly from, DateOnly to) =>
        [.. task.LeadChanges.Where(c => !c.Entry.Withdrawn).Select(c => c.Entry.EffectiveOn)
            .Concat(task.LeaderChanges.Where(c => !c.Entry.Withdrawn).Select(c => c.Entry.EffectiveOn))
            .Concat(task.Definitions.Select(d => d.From))
            .Where(d => from < d && d <= to).Append(from).Distinct().Order()];

    private static IEnumerable<PlacedMeasure?> Scopes(PlacedMeasure? measure) => (measure?.Upwards() ?? []).Append(null);

    private static IReadOnlyList<string>? Own(PlanTask task, PlacedMeasure? scope, DateOnly day) =>
        scope is null ? task.On(day).Task.Leads : scope.Definition.Leads;

    /// <summary>Facts stand at their effective date; on the same day the later recorded wins.</summary>
    internal static T? InForceOn<T>(IEnumerable<T> facts, Func<T, bool> about, Func<T, Entry> entry, DateOnly day) where T : class
    {
        T? best = null;
        foreach (var fact in facts)
            if (about(fact) && !entry(fact).Withdrawn && entry(fact).EffectiveOn <= day && (best is null || entry(fact).EffectiveOn >= entry(best).EffectiveOn))
                best = fact;
        return best;
    }
}
