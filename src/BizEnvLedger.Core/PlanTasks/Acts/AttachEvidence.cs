using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.PlanTasks.Acts;

/// <summary>
/// 补充佐证: the unit adds files to its own report, figure or claim. What was judged is not touched any more.
/// Refused: unknown entry, another unit's, no file, a claim that was decided.
/// </summary>
public sealed record AttachEvidence(Guid Entry, IReadOnlyList<string> Evidence)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, AttachEvidence command, Caller who, Moment now)
    {
        if (UnitOf(task, command.Entry) is not { } unit)
            return Refusal.NotFound("unknown-entry", "entry", ("entry", command.Entry), ("task", task.No));
        return RightsTable.Check(nameof(AttachEvidence), who, new(unit, now.On) { Owners = [unit], NotYours = "not-your-entry" }, plan)
            ?? (task.FindClaim(command.Entry) is { IsDecided: true } ? Refusal.Conflict("claim-decided", "entry", ("claim", command.Entry)) : null)
            ?? Checks.Evidence(command.Evidence, required: true)
            ?? Decision.Of(new EvidenceAttached(command.Entry, unit, command.Evidence));
    }

    private static string? UnitOf(PlanTask task, Guid entry) =>
        task.FindClaim(entry)?.Unit
        ?? task.Reports.Find(r => r.Entry.Event == entry)?.Unit
        ?? task.Readings.Find(r => r.Entry.Event == entry)?.Unit
        ?? task.WaitingReadings.Find(r => r.Entry.Event == entry)?.Unit;
}
