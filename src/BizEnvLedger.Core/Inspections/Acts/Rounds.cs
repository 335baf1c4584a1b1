using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Inspections.Acts;

/// <summary>Opens a half-year's round by its approved scheme. Refused: not the office, not a half-year of the plan, not begun, opened already, no scheme approved.</summary>
public sealed record OpenInspection(HalfYear HalfYear)
{
    public static Decision Decide(ActionPlan plan, OpenInspection command, Caller who, Moment now)
    {
        if ((RightsTable.Role(nameof(OpenInspection), who) ?? Begun(plan, command.HalfYear, now)) is { } refusal)
            return refusal;
        if (plan.FindRound(command.HalfYear) is not null)
            return Refusal.Conflict("round-open-already", "halfYear", ("halfYear", command.HalfYear));
        return plan.InspectionOf(command.HalfYear).InForce is null
            ? Refusal.Conflict("scheme-not-approved", "halfYear", ("halfYear", command.HalfYear))
            : Decision.Of(new InspectionOpened(plan.Id, command.HalfYear.ToString()));
    }

    /// <summary>Refuses a half-year that is none of the plan's, or has not begun.</summary>
    internal static Refusal? Begun(ActionPlan plan, HalfYear halfYear, Moment now)
    {
        var (first, last) = (HalfYear.Of(plan.IssuedOn), HalfYear.Of(plan.Horizon));
        return halfYear.CompareTo(first) < 0 || halfYear.CompareTo(last) > 0
            ? Refusal.Invalid("half-year-outside-plan", "halfYear", ("halfYear", halfYear), ("first", first), ("last", last))
            : halfYear.FirstDay > now.On ? Refusal.Conflict("half-year-not-begun", "halfYear", ("halfYear", halfYear), ("today", now.On)) : null;
    }

    /// <summary>Key of a round's stream.</summary>
    public static string StreamOf(string plan, HalfYear halfYear) => $"{plan}:{halfYear}";
}

/// <summary>
/// Closes a round once, after its last day and after every earlier half-year of the plan. Refused: not the office, not open, closed already, not over, out of order.
/// </summary>
public sealed record CloseInspection(HalfYear HalfYear)
{
    /// <summary>What would refuse the closing; asked before the cut is computed, and again with it.</summary>
    public static Refusal? Check(ActionPlan plan, CloseInspection command, Caller who, Moment now)
    {
        if (RightsTable.Role(nameof(CloseInspection), who) is { } refusal)
            return refusal;
        if (plan.FindRound(command.HalfYear) is not { } round)
            return Refusal.NotFound("unknown-round", null, ("halfYear", command.HalfYear));
        if (round.Closed is not null)
            return Refusal.Conflict("round-closed-already", null, ("halfYear", command.HalfYear));
        if (now.On <= command.HalfYear.LastDay)
            return Refusal.Conflict("half-year-not-over", null, ("halfYear", command.HalfYear), ("last", command.HalfYear.LastDay), ("today", now.On));
        for (var earlier = HalfYear.Of(plan.IssuedOn); earlier.CompareTo(command.HalfYear) < 0; earlier = earlier.Next)
            if (plan.FindRound(earlier)?.Closed is null)
                return Refusal.Conflict("earlier-round-open", null, ("halfYear", command.HalfYear), ("earlier", earlier));
        return null;
    }

    public static Decision Decide(ActionPlan plan, CloseInspection command, HalfYearDataSet cut, string dataSetSha256, Caller who, Moment now) =>
        Check(plan, command, who, now) ?? (Decision)Decision.Of(new InspectionClosed(
            plan.Id, command.HalfYear.ToString(), cut.TreeSize, cut.Root, cut.RecordedBy, cut.EffectiveOn, cut.RuleSet, cut.RuleSetVersion, dataSetSha256));
}
