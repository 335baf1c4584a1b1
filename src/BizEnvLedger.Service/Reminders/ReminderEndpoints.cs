using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Reminders.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Import;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.PlanTasks;
using BizEnvLedger.Service.Store;
using static BizEnvLedger.Service.PlanTasks.TaskReads;

namespace BizEnvLedger.Service.Reminders;

/// <summary>提醒单: what was issued, and one more by hand.</summary>
[Endpoints]
[Services]
public static class ReminderEndpoints
{
    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<ReminderSweep>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        var plan = routes.MapGroup("/api/v1/plans/{plan}").RequireAuthorization();
        plan.MapPost("/milestones/{id}/reminders", (HttpContext http, CommandDesk desk, string plan, string id) =>
            desk.OnTaskAsync<ReminderBody>(http, plan, state => TaskOf(state, id), _ => Remind(id)))
            .WithTags("acts").WithSummary("提醒 / The office reminds a milestone's leads by hand, once a day at most.")
            .Accepts<ReminderBody>("application/json").Produces<Receipt>()
            .Produces<Problem>(StatusCodes.Status403Forbidden, "application/problem+json")
            .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json")
            .Produces<Problem>(StatusCodes.Status409Conflict, "application/problem+json");
        plan.MapGet("/reminders", ListAsync).Produces<Page<ReminderRow>>()
            .Takes(QueryKey.Any("unit", "To this unit, also as a member of a group."), QueryKey.Any("milestone", "Of this milestone."))
            .WithTags("tasks").WithSummary("提醒单 / Reminders issued, newest first. Filters: unit, milestone.");
    }

    internal static Prepared Remind(string milestone) =>
        new((task, plan, who, now) => IssueReminder.Decide(task, plan, new(milestone), who, now), [], []);

    internal static string? TaskOf(PlanState state, string milestone) =>
        state.Tasks.Values.FirstOrDefault(t => t.Definitions.Any(d => d.Catalogue.Milestone(milestone) is not null || d.Catalogue.Recurring.Any(r => r.Id == milestone)))?.No;

    private static async Task<IResult> ListAsync(HttpContext http, string plan)
    {
        var (_, opened, problem) = await OpenAsync(http, plan, _ => []);
        if (problem is not null)
            return problem;
        var (unit, milestone) = (Query(http, "unit"), Query(http, "milestone"));
        var found = opened!.Plan.Plan;
        var rows = opened.Plan.InOrder.SelectMany(t => t.Reminders.Select(r => (t.No, Reminder: r)))
            .Where(r => (milestone is null || r.Reminder.Milestone == milestone)
                && (unit is null || r.Reminder.Units.Any(u => found.MembersOf(u, r.Reminder.Entry.RecordedOn).Contains(unit))))
            .OrderByDescending(r => r.Reminder.Entry.Leaf)
            .Select(r => new ReminderRow(r.No, r.Reminder.Milestone, r.Reminder.Kind, r.Reminder.Due, [.. r.Reminder.Units.Select(found.Name)], r.Reminder.Entry.RecordedAt, r.Reminder.Entry.Event)).ToList();
        var (page, wrong) = Paging.Of(http, rows, opened.Position, r => r.Event.ToString(), r => r);
        return wrong ?? Results.Json(page, LedgerJson.Options);
    }
}

/// <summary>提醒: nothing to say besides which milestone.</summary>
public sealed record ReminderBody;

/// <summary>A reminder as issued.</summary>
public sealed record ReminderRow(string Task, string Milestone, string Kind, DateOnly? Due, IReadOnlyList<UnitName> Units, DateTimeOffset RecordedAt, Guid Event);

/// <summary>For history files: <c>reminder</c> of the line's milestone.</summary>
[HistoryActs]
public static class ReminderHistory
{
    public static void Add(HistoryActs acts) => acts.Add<ReminderBody>("reminder", (line, _, state) =>
    {
        var milestone = line.Milestone ?? line.Key ?? "";
        var no = ReminderEndpoints.TaskOf(state, milestone) ?? throw new LedgerRefusal($"没有节点 {milestone}。", $"There is no milestone {milestone}.");
        return (PlanTask.StreamOf(state.Plan.Id, no), WriteScope.Task,
            new((plan, who, now) => IssueReminder.Decide(plan.Tasks[no], plan.Plan, new(milestone), who, now), [], []));
    });
}
