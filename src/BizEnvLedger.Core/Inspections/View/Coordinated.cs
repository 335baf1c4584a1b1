using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Inspections.View;

/// <summary>What a half-year has to say of coordination. Every act counts from the day on which it was recorded, so the last day alone decides.</summary>
internal static class Coordinated
{
    public static CoordinationFigures? Of(IReadOnlyList<AssessedTask> tasks, Look look)
    {
        var all = tasks.Select(t => t.Task.Coordination).ToList();
        var requests = all.SelectMany(c => c.Requests).Where(r => By(r.Entry)).ToList();
        var demands = all.SelectMany(c => c.Demands).Where(d => By(d.Issue)).ToList();
        var disputes = all.SelectMany(c => c.Disputes).Where(d => By(d.Release)).ToList();
        if (requests.Count + demands.Count + disputes.Count == 0)
            return null;
        var open = tasks.SelectMany(t => Open(t.Task, look)).ToList();
        return new()
        {
            Requests = requests.Count(r => Within(r.Entry)),
            RequestsOpen = open.Count(o => o.Kind == "request"),
            Instructions = Made(DemandKind.Instruction),
            InstructionsOpen = open.Count(o => o.Kind == Figures.Word(DemandKind.Instruction)),
            Urges = Made(DemandKind.Urge),
            UrgesOpen = demands.Count(d => d.Kind == DemandKind.Urge && d.StateOn(look.Day) == DemandState.Open),
            Orders = Made(DemandKind.Order),
            OrdersOpen = open.Count(o => o.Kind == Figures.Word(DemandKind.Order)),
            Disputes = disputes.Count(d => Within(d.Release)),
            DisputesUpheld = disputes.Count(d => d.StateOn(look.Day) == DisputeState.Upheld && Within(d.Decision)),
            DisputesOpen = disputes.Count(d => d.StateOn(look.Day) == DisputeState.Released),
            Unanswered = [.. from task in tasks
                from left in Unanswered.On(task.Task, look.Day, look.Plan)
                select new UnansweredFigures(left.Rule, task.Task.No, left.Milestones, look.Name(left.Unit), left.Limit, left.Days, left.Events)],
            Open = open,
            Delays = [.. from milestone in tasks.SelectMany(t => t.Milestones)
                from stretch in milestone.Delay
                where stretch.Account == Account.Cooperating
                group stretch by (milestone.Id, milestone.Task.No, Units: string.Join(' ', stretch.Units)) into together
                select new CooperatingDelay(together.Key.Id, together.Key.No, look.Names(together.First().Units), together.Sum(s => s.Days), [.. together.SelectMany(s => s.Events).Distinct()])],
        };

        bool By(Entry? entry) => entry?.RecordedOn <= look.Day;

        bool Within(Entry? entry) => entry is not null && look.Cut.HalfYear.Contains(entry.RecordedOn);

        int Made(DemandKind kind) => demands.Count(d => d.Kind == kind && Within(d.Issue));
    }

    private static IEnumerable<OpenMatter> Open(PlanTask task, Look look)
    {
        foreach (var request in task.Coordination.Requests)
            if (request.Entry.RecordedOn <= look.Day && task.On(look.Day).Milestone(request.Milestone) is not null && task.ClosingOn(request.Milestone, look.Day, look.Plan) is null
                && request.StateOn(look.Day, look.Plan) is not (RequestState.Fulfilled or RequestState.Dismissed or RequestState.Withdrawn) and var state)
            {
                var bond = request.BondOn(look.Day);
                var limit = bond?.Limit ?? request.Limit;
                yield return new("request", task.No, [request.Milestone], look.Name(request.Unit), look.Names([request.To]), request.Entry.RecordedOn, limit, Figures.Word(state),
                    state is RequestState.Delivered ? 0 : Past(limit), bond?.Events ?? [request.Id]);
            }

        foreach (var demand in task.Coordination.Demands)
            if (demand.Kind != DemandKind.Urge && demand.StateOn(look.Day) is var state && (state is DemandState.Open || (state is DemandState.Answered && demand.Kind == DemandKind.Order)))
                yield return new(Figures.Word(demand.Kind), task.No, demand.Milestones, null, look.Names(demand.UnansweredOn(look.Day)), demand.Issue!.RecordedOn, demand.Limit!.Value, Figures.Word(state),
                    state is DemandState.Open ? Past(demand.Limit.Value) : 0, [demand.Id]);

        int Past(DateOnly limit) => Math.Max(0, look.Day.DayNumber - limit.DayNumber);
    }
}
