using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.PlanTasks.Acts;

/// <summary>What every act checks: who may, which day, which text. Each gives a refusal, or null where all is well.</summary>
internal static class Checks
{
    public const int EvidenceLimit = 50;

    /// <summary>A registered system's name releases what it says, so nobody else may say anything under it.</summary>
    public static Refusal? SpeaksAsItself(Caller who, string unit, Moment now, ActionPlan plan) =>
        who.Is(Role.System) || plan.Registration(who.Sub, unit, now.On) is null ? null : Refusal.NotAllowed("system-in-person", null, ("system", who.Sub));

    /// <summary>A milestone or occurrence that is in the plan today, dated, and not closed.</summary>
    public static Refusal? OpenMilestone(PlanTask task, string id, DateOnly on, out PlacedMilestone milestone)
    {
        milestone = task.On(on).Milestone(id)!;
        return milestone is null ? ClaimMilestone.Unknown(task, id)
            : milestone.Due is null ? Refusal.Conflict("milestone-undated", null, ("milestone", id))
            : task.Claims.Exists(c => c.Milestone == id && c.Verification is not null) ? Refusal.Conflict("already-closed", null, ("milestone", id))
            : null;
    }

    /// <summary>A measure, indicator or milestone as a matter of rights: its chain on the day.</summary>
    public static Matter MatterOf(Responsible chain, string about, DateOnly on) => new(about, on) { Leads = chain.Leads, Cooperating = chain.Cooperating, Items = chain.Items };

    /// <summary>A fact's day: not in the future, not before the plan's first day. Omitted, it is today.</summary>
    public static Refusal? FactDay(DateOnly day, Moment now, ActionPlan plan, string field = "effectiveOn") =>
        day > now.On ? Refusal.Invalid("date-in-future", field, ("day", day), ("today", now.On))
        : day < plan.Period.From ? Refusal.Invalid("date-out-of-bounds", field, ("day", day), ("from", plan.Period.From), ("to", now.On))
        : null;

    /// <summary>A decision's day may lie in the future, but within the plan's horizon.</summary>
    public static Refusal? DecisionDay(DateOnly day, ActionPlan plan, string field = "effectiveOn") =>
        day < plan.Period.From || day > plan.Horizon
            ? Refusal.Invalid("date-out-of-bounds", field, ("day", day), ("from", plan.Period.From), ("to", plan.Horizon))
            : null;

    public static Refusal? Text(DraftText? text, string field, ActionPlan plan, bool required = true) =>
        text is null || string.IsNullOrWhiteSpace(text.Value) ? required || text is not null ? Refusal.Invalid("text-empty", field) : null
        : text.Value.Length > plan.Rules.TextLimit ? Refusal.Invalid("text-too-long", field, ("length", text.Value.Length), ("limit", plan.Rules.TextLimit))
        : text.Value.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? Refusal.Invalid("text-control-character", field)
        : null;

    public static Refusal? Evidence(IReadOnlyList<string> evidence, bool required = false) =>
        required && evidence.Count == 0 ? Refusal.Invalid("evidence-missing", "evidence")
        : evidence.Count > EvidenceLimit ? Refusal.Invalid("evidence-too-many", "evidence", ("count", evidence.Count), ("limit", EvidenceLimit))
        : evidence.FirstOrDefault(e => e.Length != 64 || !e.All(char.IsAsciiHexDigitLower)) is { } wrong ? Refusal.Invalid("evidence-not-a-hash", "evidence", ("value", wrong.Length > 80 ? wrong[..80] : wrong))
        : evidence.Distinct().Count() != evidence.Count ? Refusal.Invalid("evidence-twice", "evidence")
        : null;

    public static Refusal? Percent(decimal? percent) =>
        percent is < 0 or > 100 ? Refusal.Invalid("percent-out-of-bounds", "percent", ("value", percent)) : null;

    /// <summary>Known units, none twice, at least one.</summary>
    public static Refusal? Units(IReadOnlyList<string> units, string field, ActionPlan plan, bool required) =>
        required && units.Count == 0 ? Refusal.Invalid("units-empty", field)
        : units.FirstOrDefault(u => plan.FindUnit(u) is null) is { } unknown ? Refusal.Invalid("unknown-unit", field, ("unit", unknown))
        : units.Distinct().Count() != units.Count ? Refusal.Invalid("unit-twice", field)
        : null;
}
