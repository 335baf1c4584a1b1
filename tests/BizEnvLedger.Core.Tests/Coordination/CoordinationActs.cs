using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Coordination.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Coordination;

/// <summary>Acts of coordination in a few words. Those on a request, paper or dispute are about the last one that the story knows, unless they name another.</summary>
internal static class CoordinationActs
{
    public static Act Ask(string milestone, string to, string limit, Caller by, string on, DraftText? text = null, string[]? evidence = null, string? unit = null) =>
        In(Story.NoOf(milestone), by, on, (t, p, _, who, now) => RequestCooperation.Decide(t, p, new(milestone, to, Day(limit), text ?? Text(), evidence ?? [], unit), who, now));

    public static Act Answer(bool accepted, Caller by, string on, DraftText? reason = null, Guid? request = null, string? unit = null) =>
        OnRequest(by, on, request, (t, p, id, who, now) => AnswerRequest.Decide(t, p, new(id, accepted, reason ?? (accepted ? null : Text()), unit), who, now));

    public static Act Adjudicate(bool binding, string? limit, string on, DraftText? reason = null, Guid? request = null) =>
        OnRequest(People.Office, on, request, (t, p, id, who, now) => AdjudicateRequest.Decide(t, p, new(id, binding, Opt(limit), reason ?? Text()), who, now));

    public static Act Escalate(Caller by, string on, DraftText? reason = null, Guid? request = null, string? unit = null) =>
        OnRequest(by, on, request, (t, p, id, who, now) => EscalateRequest.Decide(t, p, new(id, reason ?? Text(), unit), who, now));

    public static Act Settle(bool binding, string? limit, string on, DraftText? reason = null, Guid? request = null) =>
        OnRequest(People.Leader, on, request, (t, p, id, who, now) => DecideRequest.Decide(t, p, new(id, binding, Opt(limit), reason ?? Text()), who, now));

    public static Act Deliver(Caller by, string on, DraftText? text = null, string[]? evidence = null, Guid? request = null, string? unit = null) =>
        OnRequest(by, on, request, (t, p, id, who, now) => FulfilRequest.Decide(t, p, new(id, text ?? Text(), evidence ?? [Evidence], unit), who, now));

    public static Act Take(bool fulfilled, Caller by, string on, DraftText? reason = null, Guid? request = null, string? unit = null) =>
        OnRequest(by, on, request, (t, p, id, who, now) => ConfirmFulfilment.Decide(t, p, new(id, fulfilled, reason ?? (fulfilled ? null : Text()), unit), who, now));

    public static Act Instruct(string[] units, string limit, string on, string[]? milestones = null, DraftText? text = null, string no = "1") =>
        In(no, People.Leader, on, (t, p, _, who, now) => GiveInstruction.Decide(t, p, new(units, milestones ?? [], Day(limit), text ?? Text()), who, now));

    public static Act Urge(string[] units, string? limit, string on, string[]? milestones = null, DraftText? text = null) =>
        In("1", People.Office, on, (t, p, _, who, now) => IssueUrge.Decide(t, p, new(units, milestones ?? [], Opt(limit), text ?? Text()), who, now));

    public static Act Draft(string[] units, string limit, string on, string[]? milestones = null, DraftText? text = null, string no = "1") =>
        In(no, People.Office, on, (t, p, _, who, now) => DraftOrder.Decide(t, p, new(units, milestones ?? [], Day(limit), text ?? Text()), who, now));

    public static Act Sign(string on, Guid? order = null, string no = "1", string? limit = null) =>
        In(no, People.Leader, on, (t, p, last, who, now) => SignOrder.Decide(t, p, new(order ?? last(DemandKind.Order), Opt(limit)), who, now));

    public static Act ReplyTo(DemandKind kind, Caller by, string on, DraftText? text = null, string[]? evidence = null, Guid? paper = null, string? unit = null, string no = "1") =>
        In(no, by, on, (t, p, last, who, now) => kind switch
        {
            DemandKind.Instruction => ReplyToInstruction.Decide(t, p, new(paper ?? last(kind), text ?? Text(), evidence ?? [], unit), who, now),
            DemandKind.Urge => AnswerUrge.Decide(t, p, new(paper ?? last(kind), text ?? Text(), evidence ?? [], unit), who, now),
            _ => ReplyToOrder.Decide(t, p, new(paper ?? last(kind), text ?? Text(), evidence ?? [], unit), who, now),
        });

    /// <summary>Closed by another inspector than the one who drafts.</summary>
    public static Act CloseIt(string on, DraftText? finding = null, Guid? order = null, string home = "inspectorate") =>
        In("1", People.Inspector(home), on, (t, p, last, who, now) => CloseOrder.Decide(t, p, new(order ?? last(DemandKind.Order), finding ?? Text()), who, now));

    public static Act Dispute(string? measure, Caller by, string on, DraftText? reason = null, string[]? evidence = null, string? unit = null) =>
        In("1", by, on, (t, p, _, who, now) => DisputeAssignment.Decide(t, p, new(measure, reason ?? Text(), evidence ?? [], unit), who, now));

    public static Act LetOut(string unit, string on, Guid? dispute = null) =>
        In("1", People.Approver(unit), on, (t, p, _, who, now) => ReleaseDispute.Decide(t, p, new(dispute ?? t.Coordination.Disputes[^1].Id), who, now));

    public static Act Rule(bool upheld, string on, string[]? leads = null, string[]? cooperating = null, string? effective = null, DraftText? reason = null, DraftText? basis = null, Guid? dispute = null) =>
        In("1", People.Leader, on, (t, p, _, who, now) => DecideDispute.Decide(
            t, p, new(dispute ?? t.Coordination.Disputes[^1].Id, upheld, leads ?? [], cooperating, Opt(effective), reason ?? Text(), basis ?? (upheld ? Text() : null)), who, now));

    private static Act OnRequest(Caller by, string on, Guid? request, Func<PlanTask, ActionPlan, Guid, Caller, Moment, Decision> decide) =>
        In("1", by, on, (t, p, _, who, now) => decide(t, p, request ?? t.Coordination.Requests[^1].Id, who, now));

    private static Act In(string no, Caller by, string on, Func<PlanTask, ActionPlan, Func<DemandKind, Guid>, Caller, Moment, Decision> decide) =>
        new(PlanTask.StreamOf(InventedPlan.Id, no), by, Day(on), (s, who, now) =>
            decide(s.Task(no), s.Plan, kind => s.Task(no).Coordination.Demands.FindLast(d => d.Kind == kind)!.Id, who, now));

    private static DateOnly? Opt(string? day) => day is null ? null : Day(day);
}
