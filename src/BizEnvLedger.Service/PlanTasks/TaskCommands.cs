using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
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
            desk.OnTaskAsync<AcknowledgementBody, AcknowledgeTask>(http, plan, ByNo(no), b => new(b.Unit, b.EffectiveOn), AcknowledgeTask.Decide))
            .Act<AcknowledgementBody>("签收 / A lead or cooperating unit takes its assignment.");
        task.MapPost("/progress", (HttpContext http, CommandDesk desk, string plan, string no) =>
            desk.OnTaskAsync<ProgressBody, RecordProgress>(http, plan, ByNo(no), b => new(Need.Word(b.Measure, "measure"), b.Percent, b.NoChange ?? false, LedgerTexts.Draft(b.Narrative), b.EffectiveOn, b.Evidence ?? [], b.Unit), RecordProgress.Decide))
            .Act<ProgressBody>("进展 / Progress on a measure; omitted, the effective date is today.");
        task.MapPost("/metrics", (HttpContext http, CommandDesk desk, string plan, string no) =>
            desk.OnTaskAsync<MetricBody, ReportMetric>(http, plan, ByNo(no), b => new(Need.Word(b.Indicator, "indicator"), Need.Value(b.Value, "value"), b.Benchmark, b.MeasuredIn, b.EffectiveOn, LedgerTexts.Draft(b.Source), b.Evidence ?? [], b.Unit), ReportMetric.Decide))
            .Act<MetricBody>("指标数据 / One value of an indicator, in the indicator's own unit of measure.");
        task.MapPost("/lead", (HttpContext http, CommandDesk desk, string plan, string no) =>
            desk.OnTaskAsync<LeadBody, ReassignLead>(http, plan, ByNo(no), b => new(b.Measure, b.Leads ?? [], b.Cooperating, b.EffectiveOn, LedgerTexts.Draft(b.Reason), LedgerTexts.Draft(b.Basis)), ReassignLead.Decide))
            .Act<LeadBody>("牵头调整 / Reassigns the leads of the task, a measure or a sub-item from a day on.");
        task.MapPost("/leader", (HttpContext http, CommandDesk desk, string plan, string no) =>
            desk.OnTaskAsync<LeaderBody, AppointLeader>(http, plan, ByNo(no), b => new(b.Measure, Need.Word(b.Leader, "leader"), LedgerTexts.Draft(b.Name), b.EffectiveOn, LedgerTexts.Draft(b.Basis)), AppointLeader.Decide))
            .Act<LeaderBody>("分管市领导 / Appoints the leader in charge.");
        task.MapPost("/corrections", (HttpContext http, CommandDesk desk, string plan, string no) =>
            desk.OnTaskAsync<CorrectionBody, CorrectEntry>(http, plan, ByNo(no), b => new(Need.Value(b.Entry, "entry"), b.Value, b.Percent, b.EffectiveOn, b.Withdrawn ?? false, LedgerTexts.Draft(b.Narrative), LedgerTexts.Draft(b.Reason)), CorrectEntry.Decide))
            .Act<CorrectionBody>("更正 / Corrects an entry of the same task by a new event; the entry itself is never touched.");
        task.MapPost("/steps", (HttpContext http, CommandDesk desk, string plan, string no) =>
            desk.OnTaskAsync<StepBody, AddStep>(http, plan, ByNo(no), b => new(b.Milestone, b.Measure, Need.Word(b.Owner, "owner"), Need.Value(b.Due, "due"), LedgerTexts.Draft(b.Deliverable), b.Unit), AddStep.Decide))
            .Act<StepBody>("分解事项 / Breaks a milestone, or an undated measure, into parts.");
        task.MapPost("/steps/{step}/confirmation", (HttpContext http, CommandDesk desk, string plan, string no, string step) =>
            desk.OnTaskAsync<StepConfirmationBody, ConfirmStep>(http, plan, ByNo(no), b => new(step, b.EffectiveOn), ConfirmStep.Decide))
            .Act<StepConfirmationBody>("分解事项确认 / The office confirms a step.");

        var milestone = routes.MapGroup("/api/v1/plans/{plan}/milestones/{id}").RequireAuthorization().WithTags("acts");
        milestone.MapPost("/claims", (HttpContext http, CommandDesk desk, string plan, string id) =>
            desk.OnTaskAsync<ClaimBody, ClaimMilestone>(http, plan, ByMilestone(id), b => new(id, b.EffectiveOn, LedgerTexts.Draft(b.Narrative), b.Evidence ?? [], b.Reading, b.Unit), ClaimMilestone.Decide))
            .Act<ClaimBody>("办结申请 / A lead claims a milestone or an occurrence, with evidence.");
        milestone.MapPost("/claims/{claim:guid}/release", (HttpContext http, CommandDesk desk, string plan, string id, Guid claim) =>
            desk.OnTaskAsync<ReleaseBody, ReleaseClaim>(http, plan, ByMilestone(id), _ => new(id, claim), ReleaseClaim.Decide))
            .Act<ReleaseBody>("审签 / The claiming unit's approver releases the claim.");
        milestone.MapPost("/verifications", (HttpContext http, CommandDesk desk, string plan, string id) =>
            desk.OnTaskAsync<VerificationBody, VerifyMilestone>(http, plan, ByMilestone(id), b => new(id, Need.Value(b.Claim, "claim"), LedgerTexts.Draft(b.Finding)), VerifyMilestone.Decide))
            .Act<VerificationBody>("核验办结 / The supervision office accepts a released claim and closes the milestone.");
        milestone.MapPost("/returns", (HttpContext http, CommandDesk desk, string plan, string id) =>
            desk.OnTaskAsync<ReturnBody, ReturnMilestone>(http, plan, ByMilestone(id), b => new(id, Need.Value(b.Claim, "claim"), b.Ground, LedgerTexts.Draft(b.Reason)), ReturnMilestone.Decide))
            .Act<ReturnBody>("退回 / The supervision office returns a claim as untrue or as incomplete.");
    }

    private static Func<PlanState, string?> ByNo(string no) => state => state.Tasks.ContainsKey(no) ? no : null;

    private static Func<PlanState, string?> ByMilestone(string id) => state =>
        state.Tasks.Values.FirstOrDefault(t => t.Definitions.Any(d => d.Catalogue.Milestone(id) is not null || d.Catalogue.Recurring.Any(r => r.Id == id)))?.No;

    private static RouteHandlerBuilder Act<TBody>(this RouteHandlerBuilder route, string summary) where TBody : notnull => route
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
