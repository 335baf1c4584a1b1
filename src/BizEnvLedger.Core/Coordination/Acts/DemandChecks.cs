using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Coordination.Acts;

/// <summary>What instructions, urges and orders check alike.</summary>
internal static class DemandChecks
{
    public static Refusal? Of(PlanTask task, ActionPlan plan, IReadOnlyList<string> units, IReadOnlyList<string> milestones, DateOnly? limit, DraftText? text, Moment now) =>
        RequestMatter.Units(units, "units", plan)
        ?? (milestones.FirstOrDefault(m => task.On(now.On).Milestone(m) is null) is { } unknown ? ClaimMilestone.Unknown(task, unknown) : null)
        ?? (milestones.Distinct().Count() != milestones.Count ? Refusal.Invalid("milestone-twice", "milestones") : null)
        ?? (limit is { } day ? RequestMatter.Limit(day, now.On, plan.Horizon) : null)
        ?? Checks.Text(text, "text", plan);

    /// <summary>A unit that was asked replies; further replies may follow the first.</summary>
    public static Refusal? Reply(string command, Demand demand, Caller who, ActionPlan plan, string? named, DraftText? text, IReadOnlyList<string> evidence, Moment now, out string unit) =>
        RightsTable.Check(command, who, new Matter(demand.Id.ToString(), now.On) { Addressees = demand.Units, NotYours = "not-addressed-to-you" }, plan, named, out unit)
        ?? Checks.Text(text, "text", plan)
        ?? Checks.Evidence(evidence);
}
