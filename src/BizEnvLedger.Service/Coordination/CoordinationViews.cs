using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Inspections.View;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Service.Coordination;

/// <summary>Gives coordination the shapes that the API answers, as it stands on a day.</summary>
internal sealed class CoordinationViews(ActionPlan plan, DateOnly day, IReadOnlyDictionary<(Guid Event, string Field), string> texts)
{
    // Every event of this slice carries one text.
    private readonly Dictionary<Guid, string> texts = texts.GroupBy(t => t.Key.Event).ToDictionary(g => g.Key, g => g.First().Value);

    /// <summary>Events whose texts the rows of a task show.</summary>
    public static IEnumerable<Guid> TextEvents(PlanTask task) =>
        task.Coordination.Requests.SelectMany(Steps).Concat(task.Coordination.Demands.SelectMany(Steps)).Concat(task.Coordination.Disputes.SelectMany(Steps)).Select(s => s.Entry.Event);

    /// <summary>Every matter that was made by the day, in the order of recording.</summary>
    public IEnumerable<CoordinationRow> Rows(PlanTask task)
    {
        var waits = CoordinationDuties.Of(task, plan, day).ToLookup(d => d.Subject);
        var all = task.Coordination.Requests.Select(r => (r.Entry, Row: Of(task, r)))
            .Concat(task.Coordination.Demands.Select(d => (d.Entry, Row: Of(d))))
            .Concat(task.Coordination.Disputes.Select(d => (d.Entry, Row: Of(d))));
        return all.Where(x => x.Entry.RecordedOn <= day).OrderBy(x => x.Entry.Leaf).Select(x =>
        {
            WaitShape[] shown = [.. waits[x.Row.Id.ToString()].Select(d => new WaitShape(d.Kind, d.Command, Names(d.Units), d.Since, d.Limit, Past(d.Limit)))];
            return x.Row with { Task = task.No, Number = task.Coordination.NumberOf(x.Row.Id), Waits = shown, DaysLate = shown.Select(w => w.DaysLate).DefaultIfEmpty().Max() };
        });
    }

    private CoordinationRow Of(PlanTask task, CooperationRequest r) =>
        Row(r.Entry, "request", r.StateOn(day, plan), [r.Milestone], r.BondOn(day)?.Limit ?? r.Limit, [r.To], Steps(r)) is var row && r.LapsedOn(task, day, plan) is { } lapsed && row.State is not ("delivered" or "fulfilled")
            ? row with { From = plan.Name(r.Unit), State = "lapsed", LapsedOn = lapsed }
            : row with { From = plan.Name(r.Unit) };

    private CoordinationRow Of(Demand d) => Row(d.Entry, Figures.Word(d.Kind), d.StateOn(day), d.Milestones, d.Limit, d.Units, Steps(d));

    private CoordinationRow Of(AssignmentDispute d) => Row(d.Entry, "dispute", d.StateOn(day), [], d.Until, [], Steps(d)) with { From = plan.Name(d.Unit), Measure = d.Measure };

    private CoordinationRow Row<TState>(Entry entry, string kind, TState state, IReadOnlyList<string> milestones, DateOnly? limit, IReadOnlyList<string> units, IEnumerable<Step> steps)
        where TState : struct, Enum => new()
        {
            Id = entry.Event,
            Kind = kind,
            Number = 0,
            Task = "",
            Milestones = milestones,
            Units = Names(units),
            State = Figures.Word(state),
            MadeOn = entry.RecordedOn,
            Limit = limit,
            DaysLate = 0,
            Waits = [],
            Steps = [.. steps.Where(s => s.Entry.RecordedOn <= day).OrderBy(s => s.Entry.Leaf).Select(s => new CoordinationStep(
                s.Entry.Event, s.Act, s.Unit is null ? null : plan.Name(s.Unit), s.Limit, s.Entry.RecordedAt, texts.GetValueOrDefault(s.Entry.Event), s.Entry.Imported))],
        };

    private static IEnumerable<Step> Steps(CooperationRequest r)
    {
        yield return new(r.Entry, "asked", r.Unit, r.Limit);
        if (r.Answer is { } answer)
            yield return new(answer, r.Accepted ? "accepted" : "refused", r.To, null);
        foreach (var ruling in r.Rulings)
            yield return new(ruling.Entry, ruling.Binding ? "adjudicated" : "dismissed", null, ruling.Limit);
        foreach (var escalation in r.Escalations)
            yield return new(escalation, "escalated", null, null);
        foreach (var delivery in r.Deliveries)
        {
            yield return new(delivery.Entry, "delivered", r.To, null);
            if (delivery.Word is { } word)
                yield return new(word, delivery.Taken ? "confirmed" : "notDelivered", null, null);
        }

        if (r.Withdrawal is { } withdrawal)
            yield return new(withdrawal, "withdrawn", r.Unit, null);
    }

    private static IEnumerable<Step> Steps(Demand d)
    {
        yield return new(d.Entry, d.Kind switch { DemandKind.Instruction => "given", DemandKind.Urge => "issued", _ => "drafted" }, null, d.Limit);
        if (d.Signature is { } signature)
            yield return new(signature, "signed", null, d.Limit);
        foreach (var reply in d.Replies)
            yield return new(reply.Entry, "replied", reply.Unit, null);
        if (d.Closing is { } closing)
            yield return new(closing, "closed", null, null);
    }

    private static IEnumerable<Step> Steps(AssignmentDispute d)
    {
        yield return new(d.Entry, "disputed", d.Unit, d.Until);
        if (d.Release is { } release)
            yield return new(release, "released", d.Unit, null);
        if (d.Decision is { } decision)
            yield return new(decision, d.Upheld ? "upheld" : "rejected", null, null);
        if (d.Withdrawal is { } withdrawal)
            yield return new(withdrawal, "withdrawn", d.Unit, null);
    }

    private IReadOnlyList<Core.Inspections.UnitName> Names(IEnumerable<string> units) => [.. units.Select(plan.Name)];

    private int Past(DateOnly? limit) => limit is { } last ? Math.Max(0, day.DayNumber - last.DayNumber) : 0;

    private sealed record Step(Entry Entry, string Act, string? Unit, DateOnly? Limit);
}
