using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Inspections.Acts;

/// <summary>What a draw rests on: the closures of the frozen data set, and a tree.</summary>
/// <param name="TreeSize">
/// Where the scheme committed to a secret: the tree that the closing's own leaf ends. Else the index of the first leaf that was known after the checkpoint's day. Neither can change again.
/// </param>
/// <param name="Root">RFC 6962 root of leaves 0 … TreeSize−1, lower-case hex.</param>
public sealed record DrawBasis(IReadOnlyList<string> Population, long TreeSize, string Root);

/// <summary>
/// 抽查密值揭示: after closing a leader shows the secret that the approval committed to. Any leader who knows it may: the commitment tells whether it is the one.
/// Refused: not a leader, round not open or not closed, nothing committed to, revealed already, drawn already, not the one.
/// </summary>
public sealed record RevealSecret(HalfYear HalfYear, string Secret)
{
    public static Decision Decide(PlanState state, RevealSecret command, Caller who, Moment now)
    {
        if ((RightsTable.Role(nameof(RevealSecret), who) ?? DrawSpotCheck.OfClosed(state.Plan, command.HalfYear)) is { } refusal)
            return refusal;
        var inspection = state.Plan.InspectionOf(command.HalfYear);
        if (inspection.InForce?.Commitment is not { } commitment)
            return Refusal.Conflict("no-commitment", null, ("halfYear", command.HalfYear));
        return inspection.Revealed is not null ? Refusal.Conflict("secret-revealed-already", null, ("halfYear", command.HalfYear))
            : inspection.Draw is not null ? Refusal.Conflict("spot-check-drawn-already", null, ("halfYear", command.HalfYear))
            : !DrawSecret.IsHash(command.Secret) || DrawSecret.CommitmentOf(command.Secret) != commitment ? Refusal.Invalid("secret-differs", "secret", ("commitment", commitment))
            : Decision.Of(new SpotCheckSecretRevealed(state.Plan.Id, command.HalfYear.ToString(), command.Secret));
    }
}

/// <summary>
/// 抽查抽取: the office draws, and chooses nothing: whoever draws, and whenever, draws the same. The seed holds a secret that the office does not know before the round is closed, and the
/// closing's own leaf, whose time and id nobody knows before it is sealed. Past its limit a secret kept back gains nothing: every closure is drawn.
/// Refused: not the office, round not open or not closed, drawn already, secret not revealed, checkpoint not reached, nothing to draw from.
/// </summary>
/// <param name="Basis">Null while no leaf lies beyond the checkpoint.</param>
public sealed record DrawSpotCheck(HalfYear HalfYear, DrawBasis? Basis)
{
    public static Decision Decide(PlanState state, DrawSpotCheck command, Caller who, Moment now)
    {
        var plan = state.Plan;
        if ((RightsTable.Role(nameof(DrawSpotCheck), who) ?? OfClosed(plan, command.HalfYear)) is { } refusal)
            return refusal;
        var round = plan.FindRound(command.HalfYear)!;
        var (closed, inspection) = (round.Closed!, plan.InspectionOf(command.HalfYear));
        if (inspection.Draw is not null)
            return Refusal.Conflict("spot-check-drawn-already", null, ("halfYear", command.HalfYear));
        var (committed, secret, limit) = (inspection.InForce?.Commitment is not null, inspection.Revealed?.Secret, RevealLimitOf(plan, round));
        if (committed && secret is null && !(now.On > limit))
            return Refusal.Conflict("secret-not-revealed", null, ("halfYear", command.HalfYear), ("day", limit?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "—"));
        if (command.Basis is not { } basis || (!committed && now.On <= CheckpointOf(plan, round)) || basis.TreeSize <= closed.TreeSize)
            return Refusal.Conflict("draw-too-early", null, ("halfYear", command.HalfYear), ("day", CheckpointOf(plan, round)));
        if (basis.Population.Count == 0)
            return Refusal.Conflict("nothing-to-draw", null, ("halfYear", command.HalfYear));
        var drawing = committed && secret is null
            ? Drawing.Whole(plan.Id, command.HalfYear, closed.DataSetSha256, basis.TreeSize, basis.Root, basis.Population)
            : Drawing.Of(plan.Id, command.HalfYear, closed.DataSetSha256, basis.TreeSize, basis.Root, basis.Population, plan.Rules.Inspections, secret);
        return Decision.Of(new SpotCheckDrawn(
            plan.Id, command.HalfYear.ToString(), basis.TreeSize, basis.Root, drawing.Seed, basis.Population.Count, drawing.PopulationSha256, drawing.Drawn));
    }

    /// <summary>The day whose end is the checkpoint of a closed round.</summary>
    public static DateOnly CheckpointOf(ActionPlan plan, Round round) => round.ClosedOn!.Value.AddDays(plan.Rules.Inspections.CheckpointDays);

    /// <summary>Last day to reveal the secret of a closed round; null where the rule set names none.</summary>
    public static DateOnly? RevealLimitOf(ActionPlan plan, Round round) =>
        plan.Rules.Inspections.RevealWorkingDays is { } days ? plan.Calendar.After(round.ClosedOn!.Value, days) : null;

    internal static Refusal? OfClosed(ActionPlan plan, HalfYear halfYear) =>
        plan.FindRound(halfYear) is not { } round ? Refusal.NotFound("unknown-round", null, ("halfYear", halfYear))
        : round.Closed is null ? Refusal.Conflict("draw-before-closing", null, ("halfYear", halfYear))
        : null;
}

/// <summary>
/// 抽查: an inspector looks again at a closure that was drawn. A failed check reopens the milestone in the same transaction.
/// Refused: not the office, nothing drawn, milestone not drawn, checked already, own home unit involved, whoever claimed, released or verified it or acts for a unit, no outcome, no text,
/// a failure without evidence.
/// </summary>
public sealed record RecordSpotCheck(HalfYear HalfYear, string Milestone, CheckOutcome? Outcome, DraftText? Finding, IReadOnlyList<string> Evidence)
{
    public static Decision Decide(PlanState state, RecordSpotCheck command, Caller who, Moment now)
    {
        if (RightsTable.Role(nameof(RecordSpotCheck), who) is { } refusal)
            return refusal;
        var inspection = state.Plan.InspectionOf(command.HalfYear);
        if (inspection.Draw is not { } draw)
            return Refusal.NotFound("spot-check-not-drawn", null, ("halfYear", command.HalfYear));
        if (!draw.Drawn.Contains(command.Milestone) || ClosureOf(state, command.HalfYear, command.Milestone) is not var (task, claim))
            return Refusal.NotFound("milestone-not-drawn", null, ("milestone", command.Milestone), ("halfYear", command.HalfYear));
        if (inspection.Checks.Exists(c => c.Milestone == command.Milestone))
            return Refusal.Conflict("spot-checked-already", null, ("milestone", command.Milestone));
        return RightsTable.Check(nameof(RecordSpotCheck), who, MatterOf(task, claim, now.On), state.Plan)
            ?? (command.Outcome is null ? Refusal.Invalid("outcome-missing", "outcome") : null)
            ?? Checks.Text(command.Finding, "finding", state.Plan)
            ?? Checks.Evidence(command.Evidence, required: command.Outcome == CheckOutcome.Failed)
            ?? Decision.Of([
                new SpotCheckRecorded(command.HalfYear.ToString(), command.Milestone, claim.Id, command.Outcome!.Value, who.HomeUnit!, TextSeal.Of(command.Finding!), command.Evidence),
                .. command.Outcome == CheckOutcome.Failed ? Inspecting.Reopen(task, command.Milestone, claim.Id, ReopenGround.SpotCheck, command.HalfYear, who) : [],
            ]);
    }

    /// <summary>The claim whose closure a closed round counted: the last that was accepted among its leaves.</summary>
    internal static (PlanTask Task, Claim Claim)? ClosureOf(PlanState state, HalfYear halfYear, string milestone) =>
        state.Plan.FindRound(halfYear)?.Closed is { } closed
            && state.Tasks.Values.SelectMany(t => t.Claims.Where(c => c.Milestone == milestone && c.Accepted?.Leaf < closed.TreeSize).Select(c => (Task: t, Claim: c))).LastOrDefault() is { Claim: not null } found
            ? found
            : null;

    /// <summary>Who is party to a closure, and who made it.</summary>
    internal static Matter MatterOf(PlanTask task, Claim claim, DateOnly on)
    {
        var measure = task.MeasureOf(claim.Milestone, on);
        var then = task.ResponsibleOn(measure, claim.Entry.RecordedOn);
        return Checks.MatterOf(task.ResponsibleOn(measure, on), claim.Milestone, on) with
        {
            Owners = [claim.Unit], Parties = then.Leads.Concat(then.Cooperating), Doers = [claim.Entry.User, claim.Release!.User, claim.Accepted!.User],
        };
    }
}
