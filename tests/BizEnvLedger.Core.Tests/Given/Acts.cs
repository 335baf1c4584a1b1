using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Plans.Acts;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests;

/// <summary>Every act in a few words, with texts, evidence and the usual caller filled in; a test names what it is about.</summary>
internal static class Acts
{
    public static Act Issued(string on = "2021-01-15", PlanDocument? plan = null) =>
        new(InventedPlan.Id, People.GroupOffice, Day(on), (s, who, now) =>
            IssuePlan.Decide(s.IsIssued ? s.Plan : null, new(plan ?? InventedPlan.Document, Evidence, Rulebook.Rules, Rulebook.Calendar), who, now));

    /// <summary>The plan is issued, and each unit's clerk is its business system: what it reports counts at once.</summary>
    public static Act IssuedWithSystems(string on = "2021-01-15", PlanDocument? plan = null) =>
        Issued(on, plan) with
        {
            Ask = (s, who, now) => Issued(on, plan).Ask(s, who, now) is { Refusal: null } issued
                ? Decision.Of([.. issued.Events, .. (plan ?? InventedPlan.Document).Units.Select(u => new SystemRegistered(u.Id, u.Id + "-clerk", Sealed(), now.On))])
                : Issued(on, plan).Ask(s, who, now),
        };

    public static Act Register(string unit, string system, string on) =>
        new(InventedPlan.Id, People.Approver(unit), Day(on), (s, who, now) => RegisterSystem.Decide(s.Plan, new(unit, system, Text()), who, now));

    public static Act Deregister(string unit, string system, string on) =>
        new(InventedPlan.Id, People.Approver(unit), Day(on), (s, who, now) => DeregisterSystem.Decide(s.Plan, new(unit, system), who, now));

    public static Act AskExtension(string milestone, string newDue, Caller by, string on, DraftText? reason = null, string[]? evidence = null, string? unit = null) =>
        Of(milestone, by, on, (t, p, who, now) => RequestExtension.Decide(t, p, new(milestone, Day(newDue), reason ?? Text(), evidence ?? [], unit), who, now));

    public static Act ReleaseExtension(string milestone, string unit, string on, Guid? request = null) =>
        Of(milestone, People.Approver(unit), on, (t, p, who, now) => Core.PlanTasks.Acts.ReleaseExtension.Decide(t, p, new(milestone, request ?? LastExtension(t, milestone)), who, now));

    public static Act DecideExtension(string milestone, bool? granted, string on, string? newDue = null, Guid? request = null, DraftText? reason = null) =>
        Of(milestone, People.Leader, on, (t, p, who, now) => Core.PlanTasks.Acts.DecideExtension.Decide(t, p, new(milestone, request ?? LastExtension(t, milestone), granted, Opt(newDue), reason ?? Text()), who, now));

    /// <summary>Asked by a clerk and released by the approver on one day, granted by the leader on another.</summary>
    public static Act[] Extended(string milestone, string unit, string newDue, string asked, string granted) =>
        [AskExtension(milestone, newDue, People.Clerk(unit), asked), ReleaseExtension(milestone, unit, asked), DecideExtension(milestone, true, granted)];

    public static Act AskSuspension(string milestone, string reviewOn, Caller by, string on, DraftText? precondition = null, string[]? evidence = null, string? unit = null) =>
        Of(milestone, by, on, (t, p, who, now) => RequestSuspension.Decide(t, p, new(milestone, Day(reviewOn), precondition ?? Text(), evidence ?? [], unit), who, now));

    public static Act ReleaseSuspension(string milestone, string unit, string on, Guid? request = null) =>
        Of(milestone, People.Approver(unit), on, (t, p, who, now) => Core.PlanTasks.Acts.ReleaseSuspension.Decide(t, p, new(milestone, request ?? LastSuspension(t, milestone)), who, now));

    public static Act DecideSuspension(string milestone, bool? granted, string on, string? from = null, string? reviewOn = null, Guid? request = null, DraftText? reason = null) =>
        Of(milestone, People.Leader, on, (t, p, who, now) => Core.PlanTasks.Acts.DecideSuspension.Decide(
            t, p, new(milestone, request ?? LastSuspension(t, milestone), granted, Opt(from), Opt(reviewOn), reason ?? Text()), who, now));

    public static Act EndSuspension(string milestone, string on, string? from = null, Guid? request = null, DraftText? reason = null) =>
        Of(milestone, People.Leader, on, (t, p, who, now) => Core.PlanTasks.Acts.EndSuspension.Decide(t, p, new(milestone, request ?? LastSuspension(t, milestone), Opt(from), reason ?? Text()), who, now));

    public static Act[] Suspended(string milestone, string unit, string reviewOn, string asked, string granted) =>
        [AskSuspension(milestone, reviewOn, People.Clerk(unit), asked), ReleaseSuspension(milestone, unit, asked), DecideSuspension(milestone, true, granted)];

    /// <summary>Takes back the last request of the kind, or the one named.</summary>
    public static Act Withdraw(RequestKind kind, Caller by, string on, Guid? request = null, DraftText? reason = null, string no = "1", string? unit = null) =>
        In(no, by, on, (t, p, who, now) => WithdrawRequest.Decide(t, p, new(kind, request ?? Last(t, kind), reason ?? Text(), unit), who, now));

    private static Guid Last(PlanTask task, RequestKind kind) => kind switch
    {
        RequestKind.Extension => task.Extensions.LastOrDefault()?.Id,
        RequestKind.Suspension => task.Suspensions.LastOrDefault()?.Id,
        RequestKind.Cooperation => task.Coordination.Requests.LastOrDefault()?.Id,
        _ => task.Coordination.Disputes.LastOrDefault()?.Id,
    } ?? Guid.Empty;

    private static Guid LastExtension(PlanTask task, string milestone) => task.Extensions.FindLast(x => x.Milestone == milestone)?.Id ?? Guid.Empty;

    private static Guid LastSuspension(PlanTask task, string milestone) => task.Suspensions.FindLast(x => x.Milestone == milestone)?.Id ?? Guid.Empty;

    /// <summary>The approver lets out a figure; without one named, the last that the story recorded.</summary>
    public static Act ReleaseFigure(string no, string unit, string on, Guid? entry = null) =>
        new(PlanTask.StreamOf(InventedPlan.Id, no), People.Approver(unit), Day(on), (s, who, now) => Core.PlanTasks.Acts.ReleaseFigure.Decide(s.Task(no), s.Plan, new(entry ?? s.Last), who, now));

    public static Act Attach(string no, Caller by, string on, Guid? entry = null, params string[] evidence) =>
        new(PlanTask.StreamOf(InventedPlan.Id, no), by, Day(on), (s, who, now) => AttachEvidence.Decide(s.Task(no), s.Plan, new(entry ?? s.Last, evidence), who, now));

    public static Act Change(PlanChange change, string on) =>
        new(InventedPlan.Id, People.GroupOffice, Day(on), (s, who, now) => ChangePlan.Decide(s.Plan, new(change, Evidence), who, now));

    /// <summary>A later document, by its changed milestones.</summary>
    public static PlanChange Amendment(string id, string from, params MilestoneDefinition[] milestones) => new()
    {
        Format = PlanChange.AmendmentFormat, Id = id, Plan = InventedPlan.Id, Title = "调整", DocumentNumber = "港政发〔2021〕9号",
        EffectiveOn = Day(from), ChangeMilestones = milestones,
    };

    public static Act Acknowledge(string no, Caller by, string on, string? effective = null, string? unit = null) =>
        In(no, by, on, (t, p, who, now) => AcknowledgeTask.Decide(t, p, new(unit, Opt(effective)), who, now));

    public static Act Report(string measure, Caller by, string on, string? effective = null, decimal? percent = null, bool noChange = false, DraftText? text = null, string[]? evidence = null, string? unit = null) =>
        Of(measure, by, on, (t, p, who, now) => RecordProgress.Decide(
            t, p, new(measure, percent, noChange, text ?? (noChange ? null : Text()), Opt(effective), evidence ?? [], unit), who, now));

    public static Act Metric(string indicator, decimal value, Caller by, string on, string? effective = null, decimal? benchmark = null, string? measuredIn = null, DraftText? source = null, string[]? evidence = null, string? unit = null) =>
        Of(indicator, by, on, (t, p, who, now) => ReportMetric.Decide(
            t, p, new(indicator, value, benchmark, measuredIn, Opt(effective), source, evidence ?? [], unit), who, now));

    public static Act Reassign(string? measure, string[] leads, string on, string? effective = null, string[]? cooperating = null, string no = "1", DraftText? reason = null, DraftText? basis = null) =>
        In(measure is null ? no : Story.NoOf(measure), People.GroupOffice, on, (t, p, who, now) => ReassignLead.Decide(
            t, p, new(measure, leads, cooperating, Opt(effective), reason ?? Text(), basis ?? Text()), who, now));

    public static Act Appoint(string? measure, string leader, string on, string? effective = null, string no = "1", DraftText? name = null, DraftText? basis = null) =>
        In(measure is null ? no : Story.NoOf(measure), People.GroupOffice, on, (t, p, who, now) => AppointLeader.Decide(
            t, p, new(measure, leader, name ?? Text(), Opt(effective), basis ?? Text()), who, now));

    /// <summary>Corrects an entry; without one, the last that the story recorded.</summary>
    public static Act Correct(string no, Caller by, string on, Guid? entry = null, decimal? value = null, decimal? percent = null, string? effective = null, bool withdrawn = false, DraftText? narrative = null, DraftText? reason = null) =>
        new(PlanTask.StreamOf(InventedPlan.Id, no), by, Day(on), (s, who, now) => CorrectEntry.Decide(
            s.Task(no), s.Plan, new(entry ?? s.Last, value, percent, Opt(effective), withdrawn, narrative, reason ?? Text()), who, now));

    public static Act Claim(string milestone, Caller by, string on, string? effective = null, DraftText? text = null, string[]? evidence = null, Guid? reading = null, string? unit = null) =>
        Of(milestone, by, on, (t, p, who, now) => ClaimMilestone.Decide(
            t, p, new(milestone, Opt(effective), text ?? Text(), evidence ?? [Evidence], reading, unit), who, now));

    public static Act Release(string milestone, string unit, string on, Guid? claim = null) =>
        OnClaim(milestone, People.Approver(unit), on, claim, (t, p, id, who, now) => ReleaseClaim.Decide(t, p, new(milestone, id), who, now));

    public static Act Withdraw(string milestone, Caller by, string on, Guid? claim = null, DraftText? reason = null) =>
        OnClaim(milestone, by, on, claim, (t, p, id, who, now) => WithdrawClaim.Decide(t, p, new(milestone, id, reason ?? Text()), who, now));

    public static Act Decline(string milestone, string unit, string on, Guid? claim = null, DraftText? reason = null) =>
        OnClaim(milestone, People.Approver(unit), on, claim, (t, p, id, who, now) => DeclineClaim.Decide(t, p, new(milestone, id, reason ?? Text()), who, now));

    /// <summary>The approver lets out files added to a claim that is out; without one named, the last that the story recorded.</summary>
    public static Act ReleaseEvidence(string no, string unit, string on, Guid? attachment = null) =>
        new(PlanTask.StreamOf(InventedPlan.Id, no), People.Approver(unit), Day(on), (s, who, now) => Core.PlanTasks.Acts.ReleaseEvidence.Decide(s.Task(no), s.Plan, new(attachment ?? s.Last), who, now));

    public static Act Verify(string milestone, string on, Guid? claim = null, DraftText? finding = null) =>
        OnClaim(milestone, People.Office, on, claim, (t, p, id, who, now) => VerifyMilestone.Decide(t, p, new(milestone, id, finding ?? Text()), who, now));

    public static Act Return(string milestone, string on, ReturnGround? ground, Guid? claim = null, DraftText? reason = null) =>
        OnClaim(milestone, People.Office, on, claim, (t, p, id, who, now) => ReturnMilestone.Decide(t, p, new(milestone, id, ground, reason ?? Text()), who, now));

    public static Act Step(string? milestone, string owner, string due, Caller by, string on, string? measure = null, DraftText? text = null, string? unit = null) =>
        Of(milestone ?? measure!, by, on, (t, p, who, now) => AddStep.Decide(t, p, new(milestone, measure, owner, Day(due), text ?? Text(), unit), who, now));

    public static Act Confirm(string step, string on, string? effective = null) =>
        Of(step, People.Office, on, (t, p, who, now) => ConfirmStep.Decide(t, p, new(step, Opt(effective)), who, now));

    /// <summary>Reported by its owner's clerk and confirmed by the office.</summary>
    public static Act[] StepDone(string step, string owner, string reported, string confirmed, string? effective = null) =>
        [Units.UnitActs.Reported(step, People.Clerk(owner), reported), Confirm(step, confirmed, effective)];

    public static Act Open(string halfYear, string on) =>
        new(OpenInspection.StreamOf(InventedPlan.Id, Half(halfYear)), People.Office, Day(on), (s, who, now) =>
            OpenInspection.Decide(s.Plan, new(Half(halfYear)), who, now));

    public static Act Close(string halfYear, string on, HalfYearDataSet? previous = null) =>
        new(OpenInspection.StreamOf(InventedPlan.Id, Half(halfYear)), People.Office, Day(on), (s, who, now) =>
            CloseInspection.Decide(s.Plan, new(Half(halfYear)), s.HalfYear(halfYear, on, previous), new string('1', 64), who, now));

    /// <summary>Claimed by a clerk and released by the approver on the same day.</summary>
    public static Act[] Claimed(string milestone, string unit, string on, string? effective = null) =>
        [Claim(milestone, People.Clerk(unit), on, effective), Release(milestone, unit, on)];

    /// <summary>Claimed, released and verified.</summary>
    public static Act[] Done(string milestone, string unit, string on, string verified, string verifier = "inspectorate") =>
        [.. Claimed(milestone, unit, on), Verify(milestone, verified).By(People.Inspector(verifier))];

    private static Act In(string no, Caller by, string on, Func<PlanTask, ActionPlan, Caller, Moment, Decision> decide) =>
        new(PlanTask.StreamOf(InventedPlan.Id, no), by, Day(on), (s, who, now) => decide(s.Task(no), s.Plan, who, now));

    private static Act Of(string id, Caller by, string on, Func<PlanTask, ActionPlan, Caller, Moment, Decision> decide) => In(Story.NoOf(id), by, on, decide);

    private static Act OnClaim(string milestone, Caller by, string on, Guid? claim, Func<PlanTask, ActionPlan, Guid, Caller, Moment, Decision> decide) =>
        new(PlanTask.StreamOf(InventedPlan.Id, Story.NoOf(milestone)), by, Day(on), (s, who, now) =>
            decide(s.TaskOf(milestone), s.Plan, claim ?? s.LastClaim(milestone), who, now));

    private static HalfYear Half(string text) => HalfYear.TryParse(text, out var half) ? half : throw new ArgumentException(text);

    private static DateOnly? Opt(string? day) => day is null ? null : Day(day);
}
