using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Notices.Acts;

/// <summary>
/// 责令整改: measures and a limit for an entry of the signed notice; anew only after a relapse. Refused: another role, home unit named, unknown, not signed,
/// struck, withdrawn or a letter, ordered already, a limit not in the future or further than the rules let; number, date or text as for a signature,
/// the date no earlier than the notice's own signature.
/// </summary>
public sealed record OrderRectification(
    HalfYear HalfYear, string Entry, DraftText? Measures, DateOnly Limit, string Number, DraftText? Signatory, DateOnly? SignedOn, string DocumentSha256, long Version)
{
    public static Decision Decide(PlanState state, OrderRectification command, Caller who, Moment now)
    {
        if (NoticeChecks.Find(state, command.HalfYear, command.Entry, out var notice, out var entry) is { } unknown)
            return unknown;
        var day = command.SignedOn ?? now.On;
        var (first, last) = (now.On.AddDays(1), now.On.AddDays(state.Plan.Rules.Notices.RectificationMostDays));
        return RightsTable.Check(nameof(OrderRectification), who, NoticeChecks.MatterOf(entry, now), state.Plan)
            ?? NoticeChecks.Signed(notice)
            ?? NoticeChecks.Named(entry)
            ?? (entry.Rectification is { Relapsed: null } or { Discharged: not null } ? Refusal.Conflict("rectification-ordered-already", null, ("entry", entry.Id)) : null)
            ?? (command.Limit < first || command.Limit > last ? Refusal.Invalid("date-out-of-bounds", "limit", ("day", command.Limit), ("from", first), ("to", last)) : null)
            ?? Checks.Text(command.Measures, "measures", state.Plan)
            ?? NoticeChecks.Paper(state, notice, command.Number, command.Signatory, day, notice.Signed!.By.On, now, command.Version)
            ?? (Decision)Decision.Of(new RectificationOrdered(command.HalfYear.ToString(), entry.Id, entry.Unit, command.Limit, TextSeal.Of(command.Measures!))
            {
                Number = command.Number, Signatory = TextSeal.Of(command.Signatory!), SignedOn = day, DocumentSha256 = command.DocumentSha256,
            });
    }
}

/// <summary>整改报告, with evidence. Refused: not the named unit, unknown, no order, struck or withdrawn, discharged, a report that waits, no evidence.</summary>
public sealed record ReportRectification(HalfYear HalfYear, string Entry, DraftText? Narrative, IReadOnlyList<string> Evidence, string? Unit)
{
    public static Decision Decide(PlanState state, ReportRectification command, Caller who, Moment now) =>
        NoticeChecks.Find(state, command.HalfYear, command.Entry, out _, out var entry)
        ?? RightsTable.Check(nameof(ReportRectification), who, NoticeChecks.MatterOf(entry, now), state.Plan, command.Unit, out var unit)
        ?? NoticeChecks.Stands(entry)
        ?? (entry.Rectification is null ? Refusal.Conflict("rectification-not-ordered", null, ("entry", entry.Id)) : null)
        ?? (entry.Rectification!.Discharged is null ? null : Refusal.Conflict("rectification-discharged", null, ("entry", entry.Id)))
        ?? ((entry.Rectification.Unreleased ?? entry.Rectification.Waiting) is { } waiting ? Refusal.Conflict("report-pending", null, ("report", waiting.Id)) : null)
        ?? Checks.Text(command.Narrative, "narrative", state.Plan)
        ?? Checks.Evidence(command.Evidence, required: true)
        ?? (Decision)Decision.Of(new RectificationReported(command.HalfYear.ToString(), entry.Id, unit, TextSeal.Of(command.Narrative!), command.Evidence));
}

/// <summary>整改报告审签: the clock stops here. Refused: unknown, not the unit's approver, who reported in person, released already.</summary>
public sealed record ReleaseRectification(HalfYear HalfYear, string Entry, Guid Report)
{
    public static Decision Decide(PlanState state, ReleaseRectification command, Caller who, Moment now) =>
        FindReport(state, command.HalfYear, command.Entry, command.Report, out var entry, out var report)
        ?? RightsTable.Check(nameof(ReleaseRectification), who, NoticeChecks.MatterOf(entry, now, report.Made.User) with { NotTheDoer = "maker-never-releases" }, state.Plan)
        ?? (report.Released is null ? null : Refusal.Conflict("released-already", null, ("act", report.Id)))
        ?? (Decision)Decision.Of(new RectificationReleased(command.HalfYear.ToString(), entry.Id, report.Id, entry.Unit));

    internal static Refusal? FindReport(PlanState state, HalfYear half, string id, Guid reportId, out NoticeEntry entry, out RectificationReport report)
    {
        report = null!;
        if (NoticeChecks.Find(state, half, id, out _, out entry) is { } unknown)
            return unknown;
        report = entry.Rectification?.Reports.Find(r => r.Id == reportId)!;
        return report is null ? Refusal.NotFound("unknown-report", "report", ("report", reportId)) : null;
    }

    /// <summary>Who made or released the report never judges it, nor does anybody whose home unit is named.</summary>
    internal static Refusal? MayJudge(string command, PlanState state, NoticeEntry entry, RectificationReport report, Caller who, Moment now) =>
        RightsTable.Check(command, who, NoticeChecks.MatterOf(entry, now, report.Made.User, report.Released?.User), state.Plan)
        ?? (report.Released is null ? Refusal.Conflict("not-released", null, ("act", report.Id)) : null)
        ?? (report.Decided is null ? null : Refusal.Conflict("report-decided", null, ("report", report.Id)));
}

/// <summary>
/// 销号: the office finds the matter mended; late, it is the office's own overrun. Refused: not the office, the doer, home unit named, unknown, not released, decided already,
/// something that it is named for still open (<see cref="Unmended"/>).
/// </summary>
public sealed record DischargeRectification(HalfYear HalfYear, string Entry, Guid Report, DraftText? Finding)
{
    public static Decision Decide(PlanState state, DischargeRectification command, Caller who, Moment now) =>
        ReleaseRectification.FindReport(state, command.HalfYear, command.Entry, command.Report, out var entry, out var report)
        ?? ReleaseRectification.MayJudge(nameof(DischargeRectification), state, entry, report, who, now)
        ?? Unmended.Check(state, entry, now.On)
        ?? Checks.Text(command.Finding, "finding", state.Plan)
        ?? (Decision)Decision.Of(new RectificationDischarged(command.HalfYear.ToString(), entry.Id, report.Id, who.HomeUnit!, TextSeal.Of(command.Finding!)));
}

/// <summary>退回整改, with its reason: the clock has not stopped. Refused as the discharge is.</summary>
public sealed record ReturnRectification(HalfYear HalfYear, string Entry, Guid Report, DraftText? Reason)
{
    public static Decision Decide(PlanState state, ReturnRectification command, Caller who, Moment now) =>
        ReleaseRectification.FindReport(state, command.HalfYear, command.Entry, command.Report, out var entry, out var report)
        ?? ReleaseRectification.MayJudge(nameof(ReturnRectification), state, entry, report, who, now)
        ?? Checks.Text(command.Reason, "reason", state.Plan)
        ?? (Decision)Decision.Of(new RectificationReturned(command.HalfYear.ToString(), entry.Id, report.Id, who.HomeUnit!, TextSeal.Of(command.Reason!)));
}

/// <summary>
/// 回头看: by another than who discharged, and not too soon. A relapse opens the rectification again. Refused: another role, who discharged or reported in person,
/// home unit named, unknown, not discharged, followed up already, sooner than the rules let.
/// </summary>
public sealed record FollowUp(HalfYear HalfYear, string Entry, FollowUpOutcome Outcome, DraftText? Finding, IReadOnlyList<string> Evidence)
{
    public static Decision Decide(PlanState state, FollowUp command, Caller who, Moment now)
    {
        if (NoticeChecks.Find(state, command.HalfYear, command.Entry, out _, out var entry) is { } unknown)
            return unknown;
        var last = entry.Rectification;
        var matter = NoticeChecks.MatterOf(entry, now, [last?.Discharged?.User, .. last?.Reports.SelectMany(r => new[] { r.Made.User, r.Released?.User }) ?? []]) with { NotTheDoer = "discharger-never-follows-up" };
        return RightsTable.Check(nameof(FollowUp), who, matter, state.Plan)
            ?? (last?.FollowUpFrom(state.Plan) is { } from ? TooSoon(from, now) : Refusal.Conflict("rectification-not-discharged", null, ("entry", entry.Id)))
            ?? (last!.FollowedUp is { } done && done.Leaf > last.Discharged!.Leaf ? Refusal.Conflict("followed-up-already", null, ("entry", entry.Id)) : null)
            ?? Checks.Text(command.Finding, "finding", state.Plan)
            ?? Checks.Evidence(command.Evidence)
            ?? (Decision)Decision.Of(new RectificationFollowedUp(command.HalfYear.ToString(), entry.Id, who.HomeUnit!, command.Outcome, TextSeal.Of(command.Finding!), command.Evidence));
    }

    private static Refusal? TooSoon(DateOnly from, Moment now) => now.On < from ? Refusal.Conflict("follow-up-too-soon", null, ("from", from)) : null;
}
