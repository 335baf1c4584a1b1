using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using BizEnvLedger.Core.Appraisals;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Core.Units;

/// <summary>The last event in a stream that names a unit.</summary>
public sealed record Naming(Guid Event, long Leaf, DateOnly RecordedOn);

/// <summary>The units that an event names, by the names of its fields: every slice has one word for one thing.</summary>
internal static class NamedUnits
{
    private static readonly string[] Names = ["Unit", "HomeUnit", "Owner", "To", "Group", "Addressee", "Units", "Leads", "Cooperating", "From", "Members"];
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Fields = new();

    public static IEnumerable<string> Of(object data) =>
        Fields.GetOrAdd(data.GetType(), type => [.. Names.Select(type.GetProperty).OfType<PropertyInfo>()]).SelectMany(field => field.GetValue(data) switch
        {
            string unit => [unit],
            IEnumerable<string> units => units,
            IEnumerable<Membership> members => members.Select(m => m.Unit),
            _ => Enumerable.Empty<string>(),
        }).Distinct();

    /// <summary>Which units were named where since the plan's first succession: nothing before it can rest on one. What the roster says it says itself.</summary>
    public static PlanState Noted(this PlanState state, Recorded e) => state.Plan.Roster.Successions.AreNone || Roster.Takes(e.Data) ? state : state with
    {
        Namings = NamedUnits.Of(e.Data).Aggregate(state.Namings, (all, unit) => all.SetItem((unit, e.Stream), new(e.Id, e.Leaf, e.RecordedOn))),
    };
}

/// <summary>What rests on a succession, so that it cannot be taken back.</summary>
internal static class Resting
{
    public static Refusal? On(PlanState state, Guid succession) =>
        state.Plan.Roster.Successions.InOrder.Find(s => s.Entry.Event == succession) is not { } taken ? null
        : (Later(state.Plan, taken) ?? Listed(state.Plan, taken) ?? Closed(state, taken) ?? Acted(state, taken)) is var (stream, by) ? Refusal.Conflict("succession-rested-on", "entry", ("stream", stream), ("event", by)) : null;

    /// <summary>A succession recorded later of one of its units.</summary>
    private static (string, Guid)? Later(ActionPlan plan, Succession taken) =>
        plan.Roster.Successions.InOrder.Find(s => s.Entry.Leaf > taken.Entry.Leaf && s.From.Concat(s.To).Intersect(taken.From.Concat(taken.To)).Any()) is { } later ? (plan.Id, later.Entry.Event) : null;

    /// <summary>A term or a membership of a unit that there is only by it.</summary>
    private static (string, Guid)? Listed(ActionPlan plan, Succession taken)
    {
        var begun = Begun(plan, taken);
        return plan.Roster.Named.Where(n => begun.Contains(n.Unit)).Select(n => n.Entry).Concat(plan.Roster.Members.Where(m => begun.Contains(m.Unit)).Select(m => m.Entry))
            .FirstOrDefault(e => !e.Withdrawn) is { } listed ? (plan.Id, listed.Event) : null;
    }

    private static HashSet<string> Begun(ActionPlan plan, Succession taken) =>
        [.. taken.To.Where(t => !taken.From.Contains(t) && plan.Roster.Definitions.Exists(d => d.Entry.Event == taken.Entry.Event && d.Unit.Id == t))];

    /// <summary>A round or a year closed since on days on which it holds.</summary>
    private static (string, Guid)? Closed(PlanState state, Succession taken) =>
        state.Plan.Rounds.Find(r => r.Closed is { } closed && closed.TreeSize > taken.Entry.Leaf && r.HalfYear.LastDay >= taken.On) is { } round ? (OpenRound(state, round), round.ClosedBy!.Value)
        : state.Appraisals.Values.FirstOrDefault(a => a.Score is { Frozen: var frozen } && frozen.TreeSize > taken.Entry.Leaf && a.Year >= taken.On.Year) is { } year
            ? (Appraisal.StreamOf(state.Plan.Id, year.Year), year.Score!.Event) : null;

    private static string OpenRound(PlanState state, Round round) => Inspections.Acts.OpenInspection.StreamOf(state.Plan.Id, round.HalfYear);

    /// <summary>
    /// Something that names a unit which there is only by it; since its day something in the name of a unit that is gone by it; or an act of a successor on a task
    /// in which that one had part.
    /// </summary>
    private static (string, Guid)? Acted(PlanState state, Succession taken)
    {
        var gone = taken.From.Except(taken.To).ToHashSet();
        var begun = Begun(state.Plan, taken);
        var without = new Successions(state.Plan.Roster.Successions.InOrder.Remove(taken));
        var plan = state.Plan with { Roster = state.Plan.Roster with { Successions = without } };
        foreach (var ((unit, stream), naming) in state.Namings.OrderBy(n => n.Value.Leaf))
            if (naming.Leaf > taken.Entry.Leaf && (begun.Contains(unit) || (naming.RecordedOn >= taken.On && (gone.Contains(unit) || (taken.To.Contains(unit) && HadPart(stream, naming.RecordedOn))))))
                return (stream, naming.Event);
        return null;

        bool HadPart(string stream, DateOnly day) => StreamKey.Parse(stream) is { Kind: StreamKey.TaskKind } key && state.Tasks.GetValueOrDefault(key.Id) is { } task
            && (task with { Successions = without }).EveryoneOn(day).SelectMany(u => plan.MembersOf(u, day)).Any(gone.Contains);
    }
}
