using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.Acts;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;

namespace BizEnvLedger.Service.Inspections;

/// <summary>督查方案. <c>tasks</c> omitted are all numbered ones; a member is named by <c>sub</c> and <c>homeUnit</c>.</summary>
public sealed record SchemeBody(IReadOnlyList<string>? Tasks, string? Purpose, IReadOnlyList<TeamBody>? Teams);

/// <summary>督查组: <c>name</c> is a short id, <c>tasks</c> those that it inspects.</summary>
public sealed record TeamBody(string? Name, IReadOnlyList<MemberBody>? Members, IReadOnlyList<string>? Tasks);

/// <summary>A team's member.</summary>
public sealed record MemberBody(string? Sub, string? HomeUnit);

/// <summary>Nothing to say besides who and which.</summary>
public sealed record SchemeApprovalBody;

/// <summary>督查判定: red, yellow, green, blue or grey.</summary>
public sealed record VerdictBody(string? Task, Light? Verdict, string? Finding, IReadOnlyList<string>? Evidence);

/// <summary>问题: <c>category</c> is hollow, slow, weak or other; <c>facts</c> are ids of events of the task.</summary>
public sealed record FindingBody(
    string? Task, IReadOnlyList<string>? Milestones, string? Unit, FindingCategory? Category, IReadOnlyList<Guid>? Facts, string? Finding, IReadOnlyList<string>? Evidence);

/// <summary>问题认定.</summary>
public sealed record FindingUpholdBody(string? Reason);

/// <summary>抽查抽取: nothing can be chosen.</summary>
public sealed record DrawBody;

/// <summary>抽查: <c>outcome</c> is passed or failed; a failure needs evidence.</summary>
public sealed record SpotCheckBody(CheckOutcome? Outcome, string? Finding, IReadOnlyList<string>? Evidence);

/// <summary>From an act's body to Core's command; HTTP and import come the same way.</summary>
public static class InspectorsActs
{
    public static PlanAct Scheme(SchemeBody b, HalfYear half) =>
        PlanAct.Of(new DraftScheme(half, b.Tasks, [.. (b.Teams ?? []).Select(TeamOf)], LedgerTexts.Draft(b.Purpose)), DraftScheme.Decide);

    public static PlanAct Approve(HalfYear half) => PlanAct.Of(new ApproveScheme(half), ApproveScheme.Decide);

    public static PlanAct Verdict(VerdictBody b, HalfYear half) =>
        PlanAct.Of(new RecordVerdict(half, Need.Word(b.Task, "task"), b.Verdict, LedgerTexts.Draft(b.Finding), b.Evidence ?? []), RecordVerdict.Decide);

    public static PlanAct Finding(FindingBody b, HalfYear half) =>
        PlanAct.Of(new RecordFinding(half, Need.Word(b.Task, "task"), b.Milestones ?? [], Need.Word(b.Unit, "unit"), b.Category, b.Facts ?? [], LedgerTexts.Draft(b.Finding), b.Evidence ?? []), RecordFinding.Decide);

    public static PlanAct Uphold(FindingUpholdBody b, HalfYear half, Guid finding) =>
        PlanAct.Of(new UpholdFinding(half, finding, LedgerTexts.Draft(b.Reason)), UpholdFinding.Decide);

    public static PlanAct SpotCheck(SpotCheckBody b, HalfYear half, string milestone) =>
        PlanAct.Of(new RecordSpotCheck(half, milestone, b.Outcome, LedgerTexts.Draft(b.Finding), b.Evidence ?? []), RecordSpotCheck.Decide);

    private static Team TeamOf(TeamBody b) => new(
        Need.Word(b.Name, "teams"), [.. (b.Members ?? []).Select(m => new TeamMember(Need.Word(m?.Sub, "teams"), Need.Word(m?.HomeUnit, "teams")))], [.. (b.Tasks ?? []).Select(t => Need.Word(t, "teams"))]);
}
