using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Service.Complaints;

/// <summary>A complaint in a list: no words of it, and nobody's name.</summary>
public sealed record ComplaintRow(
    string Id, ComplaintKind Kind, ComplaintChannel Channel, ComplaintState State, bool Late, DateOnly ReceivedOn, DateTimeOffset ReceivedAt, DateTimeOffset DispatchLimit,
    string? Area, string? Task, string? Milestone, UnitName? Unit, IReadOnlyList<TurnShape> Turns, string? Earlier, IReadOnlyList<string> Repeats, bool? Upheld, bool HasContact, bool HasOfficer, bool Imported, Guid Event)
{
    internal static ComplaintRow Of(PlanState state, Complaint c, DateTimeOffset at, DateOnly day) => new(
        c.Id, c.Kind, c.Channel, c.State, c.IsLate(at, day), c.Received.RecordedOn, c.Received.RecordedAt, c.DispatchLimit, c.Area, c.Task, c.Milestone,
        c.Unit is { } unit ? state.Plan.Name(unit) : null, [.. c.Turns.Select(t => TurnShape.Of(state, t, at, day))],
        c.Earlier, [.. Rates.Ordered(state).Where(r => r.Earlier == c.Id).Select(r => r.Id)], c.Finding?.Upheld, c.HasContact, c.Officer is not null, c.Received.Imported, c.Received.Event);
}

/// <summary>One unit's turn with its limits.</summary>
public sealed record TurnShape(
    UnitName Unit, DateOnly Since, DateTimeOffset ResponseLimit, DateOnly ResolveLimit, DateOnly AskLimit, bool Open, bool Late,
    DateTimeOffset? RespondedAt, DateOnly? ResolvedOn, Satisfaction? Satisfaction, DateOnly? HandedOverOn, DateOnly? ReopenedOn, bool HandledAgain, IReadOnlyList<Guid> Events)
{
    internal static TurnShape Of(PlanState state, Turn t, DateTimeOffset at, DateOnly day) => new(
        state.Plan.Name(t.Unit), t.Start.RecordedOn, t.ResponseLimit, t.ResolveLimit, t.AskLimit(state.Plan), t.IsOpen, t.IsLate(at, day),
        t.Response?.RecordedAt, t.Resolution?.RecordedOn, t.Asked.IsEmpty ? null : t.Asked[^1].Satisfaction, t.HandedOver?.RecordedOn, t.Reopened?.RecordedOn, t.IsHandledAgain,
        [.. new[] { t.Start, t.Response, t.Resolution, t.HandedOver, t.Reopened }.Concat(t.Asked.Select(a => a.Entry)).OfType<Entry>().Select(e => e.Event).Distinct()]);
}

/// <summary>An act on a complaint with its words, where they were not erased.</summary>
public sealed record SaidShape(Guid Id, string What, UnitName? Unit, DateOnly On, DateOnly? ReleasedOn, string? Text);

/// <summary>What an inspector found.</summary>
public sealed record ComplaintFindingShape(Guid Id, bool Upheld, UnitName Unit, IReadOnlyList<string> Milestones, bool DeliverableAbsent, DateOnly On, string? Heard, string? Finding, IReadOnlyList<string> ToVisit);

/// <summary>A proposed exposure.</summary>
public sealed record ExposureShape(Guid Id, Visibility Visibility, DateOnly ProposedOn, bool? Approved, DateOnly? DecidedOn, string? PublicText);

/// <summary>One complaint. <c>text</c> is a complaint's own; a tip's is read by its officer, with <c>POST …/readings</c>, and stands nowhere else.</summary>
public sealed record ComplaintShape(
    ComplaintRow Summary, string? Text, IReadOnlyList<SaidShape> Dispatches, IReadOnlyList<SaidShape> Answers, IReadOnlyList<SaidShape> CallBacks, ComplaintFindingShape? Finding,
    IReadOnlyList<SaidShape> Visits, IReadOnlyList<ExposureShape> Exposures, long Version, int Position)
{
    internal static IReadOnlyCollection<Guid> TextEvents(Complaint c) =>
    [
        // A tip's own words are not even fetched.
        .. c.IsTip ? [] : new[] { c.Received.Event },
        .. c.Turns.Select(t => t.Start.Event), .. c.Answers.Select(a => a.Id), .. c.Turns.SelectMany(t => t.Asked).Select(a => a.Entry.Event),
        .. c.Visits.Select(v => v.Entry.Event), .. c.Exposures.Select(e => e.Id), .. c.Finding is { } f ? [f.Entry.Event] : Array.Empty<Guid>(),
    ];

    internal static ComplaintShape Of(PlanState state, Complaint c, DateTimeOffset at, DateOnly day, int position, IReadOnlyDictionary<(Guid Event, string Field), string> words)
    {
        string? Said(Guid e, string field) => words.GetValueOrDefault((e, field));
        return new(
            ComplaintRow.Of(state, c, at, day), Said(c.Received.Event, "content"),
            [.. c.Turns.Select(t => new SaidShape(t.Start.Event, "turn", state.Plan.Name(t.Unit), t.Start.RecordedOn, null, Said(t.Start.Event, "brief") ?? Said(t.Start.Event, "reason")))],
            [.. c.Answers.Select(a => new SaidShape(a.Id, Core.Inspections.View.Figures.Word(a.Kind), state.Plan.Name(a.Unit), a.Entry.RecordedOn, a.Release?.RecordedOn, Said(a.Id, "answer")))],
            [.. c.Turns.SelectMany(t => t.Asked).DistinctBy(a => a.Entry.Event).Select(a => new SaidShape(a.Entry.Event, Core.Inspections.View.Figures.Word(a.Satisfaction), null, a.Entry.RecordedOn, null, Said(a.Entry.Event, "note")))],
            c.Finding is { } f
                ? new(f.Entry.Event, f.Upheld, state.Plan.Name(f.Unit), f.Milestones, f.DeliverableAbsent, f.Entry.RecordedOn, Said(f.Entry.Event, "heard"), Said(f.Entry.Event, "finding"),
                    [.. state.ClosedOnes(c, day).Select(m => m.Milestone).Where(m => !c.Visits.Exists(v => v.Milestone == m))])
                : null,
            [.. c.Visits.Select(v => new SaidShape(v.Entry.Event, v.Present ? "present" : "absent", null, v.Entry.RecordedOn, null, Said(v.Entry.Event, "finding")))],
            [.. c.Exposures.Select(e => new ExposureShape(e.Id, e.Visibility, e.Entry.RecordedOn, e.Decision is null ? null : e.Approved, e.Decision?.RecordedOn, Said(e.Id, "publicText")))],
            c.Version, position);
    }
}

/// <summary>三率 of a period, in all and by unit or task.</summary>
public sealed record RatesShape(
    DateOnly From, DateOnly To, ComplaintRate Dispatched, ComplaintRates Rates, IReadOnlyList<UnitComplaints>? Units, IReadOnlyList<TaskComplaints>? Tasks, int Position);
