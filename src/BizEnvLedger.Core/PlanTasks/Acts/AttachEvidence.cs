using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.PlanTasks.Acts;

/// <summary>
/// 补充佐证: the unit adds files to its own report, figure or claim. To a claim that is out already they count once its approver has released them.
/// What was judged is not touched any more. Refused: unknown entry, another unit's, no file, a claim that was decided, withdrawn or declined.
/// </summary>
public sealed record AttachEvidence(Guid Entry, IReadOnlyList<string> Evidence)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, AttachEvidence command, Caller who, Moment now)
    {
        if (UnitOf(task, command.Entry) is not { } unit)
            return Refusal.NotFound("unknown-entry", "entry", ("entry", command.Entry), ("task", task.No));
        return RightsTable.Check(nameof(AttachEvidence), who, new(unit, now.On) { Owners = [unit], NotYours = "not-your-entry" }, plan)
            ?? (task.FindClaim(command.Entry) is { } claim ? Open(claim) : null)
            ?? Checks.Evidence(command.Evidence, required: true)
            ?? Decision.Of(new EvidenceAttached(command.Entry, unit, command.Evidence));
    }

    internal static Refusal? Open(Claim claim) =>
        claim.IsDecided ? Refusal.Conflict("claim-decided", "entry", ("claim", claim.Id))
        : claim.Withdrawal is null && claim.Decline is null ? null
        : Holding.Gone(claim);

    private static string? UnitOf(PlanTask task, Guid entry) =>
        task.FindClaim(entry)?.Unit
        ?? task.Reports.Find(r => r.Entry.Event == entry)?.Unit
        ?? task.Readings.Find(r => r.Entry.Event == entry)?.Unit
        ?? task.WaitingReadings.Find(r => r.Entry.Event == entry)?.Unit;
}

/// <summary>审签 of files added to a claim that is out: the verifier sees what the unit's approver has let out, and nothing else. Refused: nothing that waits under this id, not the unit's approver, whoever added it, a claim that was decided.</summary>
public sealed record ReleaseEvidence(Guid Attachment)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, ReleaseEvidence command, Caller who, Moment now)
    {
        if (task.Attachments.Find(a => a.Id == command.Attachment) is not { NeedsRelease: true } added || task.FindClaim(added.Of) is not { } claim)
            return Refusal.NotFound("unknown-entry", "entry", ("entry", command.Attachment), ("task", task.No));
        var matter = new Matter(claim.Milestone, now.On)
        {
            Items = task.ItemsOf(claim.Milestone), Owners = [added.Unit], Doers = [added.Entry.User], NotYours = "not-your-unit", NotTheDoer = "supplier-never-releases",
        };
        return RightsTable.Check(nameof(ReleaseEvidence), who, matter, plan)
            ?? (added.Waits ? null : Refusal.Conflict("already-released", "entry", ("claim", added.Id)))
            ?? AttachEvidence.Open(claim)
            ?? Decision.Of(new EvidenceReleased(added.Id, claim.Id, added.Unit));
    }
}

/// <summary>Who brought evidence for an entry.</summary>
internal static class Supplying
{
    /// <summary>Persons who added files to an entry.</summary>
    public static IEnumerable<string> Suppliers(this PlanTask task, Guid entry) => task.Attachments.Where(a => a.Of == entry).Select(a => a.Entry.User);

    /// <summary>Persons who had a hand in a claim: none of them judges it.</summary>
    public static IReadOnlyList<string> Hands(this PlanTask task, Claim claim) =>
        [.. new[] { claim.Entry.User }.Concat(claim.Release is { } release ? [release.User] : []).Concat(task.Attachments.Where(a => a.Of == claim.Id).SelectMany(a => new[] { a.Entry.User, a.Release?.User }).OfType<string>()).Distinct()];
}
