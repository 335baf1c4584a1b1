using System.Text.RegularExpressions;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.PlanTasks.Acts;

/// <summary>
/// 分管市领导: of the whole task or a measure, from a day on. <paramref name="Leader"/> is the post's slug; the name is a personal value.
/// Refused: unknown measure, the same leader again, no name, no basis.
/// </summary>
public sealed partial record AppointLeader(string? Measure, string Leader, DraftText? Name, DateOnly? EffectiveOn, DraftText? Basis)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, AppointLeader command, Caller who, Moment now)
    {
        var day = command.EffectiveOn ?? now.On;
        if (RightsTable.Role(nameof(AppointLeader), who) is { } refusal)
            return refusal;
        var measure = command.Measure is null ? null : task.On(day).Measure(command.Measure);
        if (command.Measure is not null && measure is null)
            return Refusal.Invalid("unknown-measure", "measure", ("measure", command.Measure), ("task", task.No));
        if (!Slug().IsMatch(command.Leader))
            return Refusal.Invalid("not-a-slug", "leader", ("value", command.Leader.Length > 80 ? command.Leader[..80] : command.Leader));
        return Checks.DecisionDay(day, plan)
            ?? Checks.Text(command.Name, "name", plan)
            ?? Checks.Text(command.Basis, "basis", plan)
            ?? (task.ResponsibleOn(measure, day).Leader == command.Leader ? Refusal.Conflict("same-leader", "leader", ("leader", command.Leader)) : null)
            ?? Decision.Of(new LeaderAppointed(measure?.Id, command.Leader, TextSeal.Of(command.Name!), day, TextSeal.Of(command.Basis!)));
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Slug();
}
