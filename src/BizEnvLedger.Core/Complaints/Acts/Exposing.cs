using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Complaints.Acts;

/// <summary>
/// 曝光: the office proposes a text for the public, and its visibility. Only what an inspector upheld is exposed.
/// Refused: unknown complaint, not the office, not upheld, another proposal waiting, no text.
/// </summary>
public sealed record ProposeExposure(string Complaint, Visibility Visibility, DraftText? PublicText)
{
    public static Decision Decide(PlanState state, ProposeExposure command, Caller who, Moment now)
    {
        if (ComplaintChecks.Find(state, command.Complaint, out var unknown) is not { } complaint)
            return unknown!;
        return RightsTable.Role(nameof(ProposeExposure), who)
            ?? (complaint.Finding is { Upheld: true } ? null : Refusal.Conflict("not-upheld", null, ("complaint", complaint.Id)))
            ?? (complaint.Exposures.Exists(e => e.Decision is null) ? Refusal.Conflict("exposure-pending", null, ("complaint", complaint.Id)) : null)
            ?? Checks.Text(command.PublicText, "publicText", state.Plan)
            ?? Decision.Of(new ExposureProposed(complaint.Id, command.Visibility, TextSeal.Of(command.PublicText!)));
    }
}

/// <summary>曝光审批: a second person publishes or declines. Refused: unknown complaint or proposal, not a leader or the leading group's office, the proposer in person, decided already.</summary>
public sealed record DecideExposure(string Complaint, Guid Exposure, bool Approved)
{
    public static Decision Decide(PlanState state, DecideExposure command, Caller who, Moment now)
    {
        if (ComplaintChecks.Find(state, command.Complaint, out var unknown) is not { } complaint)
            return unknown!;
        if (complaint.Exposures.Find(e => e.Id == command.Exposure) is not { } exposure)
            return Refusal.NotFound("unknown-exposure", "exposure", ("exposure", command.Exposure));
        return RightsTable.Check(nameof(DecideExposure), who, ComplaintChecks.MatterOf(complaint, now.On) with { Doers = [exposure.Entry.User], NotTheDoer = "proposer-never-approves" }, state.Plan)
            ?? (exposure.Decision is not null ? Refusal.Conflict("exposure-decided-already", "exposure", ("exposure", exposure.Id)) : null)
            ?? Decision.Of(new ExposureDecided(complaint.Id, exposure.Id, command.Approved));
    }
}
