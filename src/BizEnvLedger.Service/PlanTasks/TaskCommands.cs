using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;

namespace BizEnvLedger.Service.PlanTasks;

/// <summary>Acts on one task. Each takes Idempotency-Key and If-Match, and answers a receipt.</summary>
[Endpoints]
public static class TaskCommands
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var task = routes.MapGroup("/api/v1/plans/{plan}/tasks/{no}").RequireAuthorization().WithTags("acts");
        task.MapPost("/acknowledgements", (HttpContext http, CommandDesk desk, string plan, string no) =>
            desk.OnTaskAsync<AcknowledgementBody>(http, plan, ByNo(no), TaskActs.Acknowledge))
            .Act<AcknowledgementBody>("签收 / A lead or cooperating unit takes its assignment.");
        task.MapPost("/progress", (HttpContext http, CommandDesk desk, string plan, string no) =>
            desk.OnTaskAsync<ProgressBody>(http, plan, ByNo(no), TaskActs.Progress))
            .Act<ProgressBody>("进展 / Progress on a measure; omitted, the effective date is today.");
        task.MapPost("/metrics", (HttpContext http, CommandDesk desk, string plan, string no) =>
            desk.OnTaskAsync<MetricBody>(http, plan, ByNo(no), TaskActs.Metric))
            .Act<MetricBody>("指标数据 / One value of an indicator, in the indicator's own unit of measure.");
        task.MapPost("/lead", (HttpContext http, CommandDesk desk, string plan, string no) =>
            desk.OnTaskAsync<LeadBody>(http, plan, ByNo(no), TaskActs.Lead))
            .Act<LeadBody>("牵头调整 / Reassigns the leads of the task, a measure or a sub-item from a day on.");
        task.MapPost("/leader", (HttpContext http, CommandDesk desk, string plan, string no) =>
            desk.OnTaskAsync<LeaderBody>(http, plan, ByNo(no), TaskActs.Leader))
            .Act<LeaderBody>("分管市领导 / Appoints the leader in charge.");
        task.MapPost("/corrections", (HttpContext http, CommandDesk desk, string plan, string no) =>
            desk.OnTaskAsync<CorrectionBody>(http, plan, ByNo(no), TaskActs.Correct))
            .Act<CorrectionBody>("更正 / Corrects an entry of the same task by a new event; the entry itself is never touched.");
        task.MapPost("/steps", (HttpContext http, CommandDesk desk, string plan, string no) =>
            desk.OnTaskAsync<StepBody>(http, plan, ByNo(no), TaskActs.Step))
            .Act<StepBody>("分解事项 / Breaks a milestone, or an undated measure, into parts.");
        task.MapPost("/steps/{step}/reports", (HttpContext http, CommandDesk desk, string plan, string no, string step) =>
            desk.OnTaskAsync<StepReportBody>(http, plan, ByNo(no), b => TaskActs.ReportOfStep(b, step)))
            .Act<StepReportBody>("分解事项报送 / The owner of a step, a region as a rule, reports that its deliverable is there.");
        task.MapPost("/steps/{step}/confirmation", (HttpContext http, CommandDesk desk, string plan, string no, string step) =>
            desk.OnTaskAsync<StepConfirmationBody>(http, plan, ByNo(no), b => TaskActs.Confirm(b, step)))
            .Act<StepConfirmationBody>("分解事项确认 / The office confirms a step.");
        task.MapPost("/metrics/{entry:guid}/release", (HttpContext http, CommandDesk desk, string plan, string no, Guid entry) =>
            desk.OnTaskAsync<ReleaseBody>(http, plan, ByNo(no), _ => TaskActs.ReleaseFigure(entry)))
            .Act<ReleaseBody>("审签指标数据 / The unit's approver releases a figure typed by hand, or a correction of one.");
        task.MapPost("/evidence", (HttpContext http, CommandDesk desk, string plan, string no) =>
            desk.OnTaskAsync<AttachmentBody>(http, plan, ByNo(no), TaskActs.Attach))
            .Act<AttachmentBody>("补充佐证 / Adds files to a report, figure or claim of the unit's own.");

        task.MapPost("/evidence/{attachment:guid}/release", (HttpContext http, CommandDesk desk, string plan, string no, Guid attachment) =>
            desk.OnTaskAsync<ReleaseBody>(http, plan, ByNo(no), _ => TaskActs.ReleaseEvidence(attachment)))
            .Act<ReleaseBody>("审签补充佐证 / The unit's approver releases files added to a claim that is out already.");

        var milestone = routes.MapGroup("/api/v1/plans/{plan}/milestones/{id}").RequireAuthorization().WithTags("acts");
        milestone.MapPost("/claims", (HttpContext http, CommandDesk desk, string plan, string id) =>
            desk.OnTaskAsync<ClaimBody>(http, plan, ByMilestone(id), b => TaskActs.Claim(b, id)))
            .Act<ClaimBody>("办结申请 / A lead claims a milestone or an occurrence, with evidence.");
        milestone.MapPost("/claims/{claim:guid}/release", (HttpContext http, CommandDesk desk, string plan, string id, Guid claim) =>
            desk.OnTaskAsync<ReleaseBody>(http, plan, ByMilestone(id), _ => TaskActs.Release(id, claim)))
            .Act<ReleaseBody>("审签 / The claiming unit's approver releases the claim.");
        milestone.MapPost("/claims/{claim:guid}/withdrawal", (HttpContext http, CommandDesk desk, string plan, string id, Guid claim) =>
            desk.OnTaskAsync<ReasonBody>(http, plan, ByMilestone(id), b => TaskActs.WithdrawClaim(b, id, claim)))
            .Act<ReasonBody>("撤回办结申请 / The unit takes back a claim that is not released.");
        milestone.MapPost("/claims/{claim:guid}/decline", (HttpContext http, CommandDesk desk, string plan, string id, Guid claim) =>
            desk.OnTaskAsync<ReasonBody>(http, plan, ByMilestone(id), b => TaskActs.DeclineClaim(b, id, claim)))
            .Act<ReasonBody>("不予报出 / The unit's approver does not release the claim.");
        milestone.MapPost("/verifications", (HttpContext http, CommandDesk desk, string plan, string id) =>
            desk.OnTaskAsync<VerificationBody>(http, plan, ByMilestone(id), b => TaskActs.Verify(b, id)))
            .Act<VerificationBody>("核验办结 / The supervision office accepts a released claim and closes the milestone.");
        milestone.MapPost("/returns", (HttpContext http, CommandDesk desk, string plan, string id) =>
            desk.OnTaskAsync<ReturnBody>(http, plan, ByMilestone(id), b => TaskActs.Return(b, id)))
            .Act<ReturnBody>("退回 / The supervision office returns a claim as untrue or as incomplete.");
        MapRequests(milestone);
    }

    private static void MapRequests(RouteGroupBuilder milestone)
    {
        milestone.MapPost("/extensions", (HttpContext http, CommandDesk desk, string plan, string id) =>
            desk.OnTaskAsync<ExtensionBody>(http, plan, ByMilestone(id), b => TaskActs.Extend(b, id)))
            .Act<ExtensionBody>("延期申请 / A lead asks for a later day.");
        milestone.MapPost("/extensions/{request:guid}/release", (HttpContext http, CommandDesk desk, string plan, string id, Guid request) =>
            desk.OnTaskAsync<ReleaseBody>(http, plan, ByMilestone(id), _ => TaskActs.ReleaseExtension(id, request)))
            .Act<ReleaseBody>("审签延期申请 / The asking unit's approver releases the request.");
        milestone.MapPost("/extensions/{request:guid}/decision", (HttpContext http, CommandDesk desk, string plan, string id, Guid request) =>
            desk.OnTaskAsync<ExtensionDecisionBody>(http, plan, ByMilestone(id), b => TaskActs.DecideExtension(b, id, request)))
            .Act<ExtensionDecisionBody>("批复延期 / The leader grants or refuses; after as many as the rules allow, the leading group.");
        milestone.MapPost("/suspensions", (HttpContext http, CommandDesk desk, string plan, string id) =>
            desk.OnTaskAsync<SuspensionBody>(http, plan, ByMilestone(id), b => TaskActs.Suspend(b, id)))
            .Act<SuspensionBody>("中止申请 / A lead asks that the milestone rest for an outside precondition.");
        milestone.MapPost("/suspensions/{request:guid}/release", (HttpContext http, CommandDesk desk, string plan, string id, Guid request) =>
            desk.OnTaskAsync<ReleaseBody>(http, plan, ByMilestone(id), _ => TaskActs.ReleaseSuspension(id, request)))
            .Act<ReleaseBody>("审签中止申请 / The asking unit's approver releases the request.");
        milestone.MapPost("/suspensions/{request:guid}/decision", (HttpContext http, CommandDesk desk, string plan, string id, Guid request) =>
            desk.OnTaskAsync<SuspensionDecisionBody>(http, plan, ByMilestone(id), b => TaskActs.DecideSuspension(b, id, request)))
            .Act<SuspensionDecisionBody>("批复中止 / The leader grants or refuses.");
        milestone.MapPost("/suspensions/{request:guid}/end", (HttpContext http, CommandDesk desk, string plan, string id, Guid request) =>
            desk.OnTaskAsync<SuspensionEndBody>(http, plan, ByMilestone(id), b => TaskActs.EndSuspension(b, id, request)))
            .Act<SuspensionEndBody>("恢复办理 / The suspension ends before its review.");
        foreach (var (path, kind) in new[] { ("extensions", RequestKind.Extension), ("suspensions", RequestKind.Suspension) })
            milestone.MapPost($"/{path}/{{request:guid}}/withdrawal", (HttpContext http, CommandDesk desk, string plan, string id, Guid request) =>
                desk.OnTaskAsync<WithdrawalBody>(http, plan, ByMilestone(id), b => TaskActs.Withdraw(b, kind, request)))
                .Act<WithdrawalBody>("撤回申请 / The asking unit takes back a request that nobody has decided; once released, its approver does.");
    }

    internal static Func<PlanState, string?> ByNo(string no) => state => state.Tasks.ContainsKey(no) ? no : null;

    private static Func<PlanState, string?> ByMilestone(string id) => state =>
        state.Tasks.Values.FirstOrDefault(t => t.Definitions.Any(d => d.Catalogue.Milestone(id) is not null || d.Catalogue.Recurring.Any(r => r.Id == id)))?.No;

    internal static RouteHandlerBuilder Act<TBody>(this RouteHandlerBuilder route, string summary) where TBody : notnull => route
        .Accepts<TBody>("application/json")
        .Produces<Receipt>()
        .Produces<Problem>(StatusCodes.Status400BadRequest, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status401Unauthorized, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status403Forbidden, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status404NotFound, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status409Conflict, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status412PreconditionFailed, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status413PayloadTooLarge, "application/problem+json")
        .Produces<Problem>(StatusCodes.Status422UnprocessableEntity, "application/problem+json")
        .WithSummary(summary);
}
