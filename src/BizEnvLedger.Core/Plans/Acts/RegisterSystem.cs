using System.Text.RegularExpressions;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Plans.Acts;

/// <summary>
/// 业务系统登记: the unit's approver answers for what a system of the unit reports from now on, so that its figures need no single release.
/// Refused: unknown unit, not its approver, the approver in person, no name, not a name of an account, registered already.
/// </summary>
/// <param name="System">The system's <c>sub</c>, as its tokens have it.</param>
public sealed partial record RegisterSystem(string Unit, string System, DraftText? Name)
{
    public static Decision Decide(ActionPlan plan, RegisterSystem command, Caller who, Moment now)
    {
        if (plan.FindUnit(command.Unit) is null)
            return Refusal.NotFound("unknown-unit", "unit", ("unit", command.Unit));
        return RightsTable.Check(nameof(RegisterSystem), who, new(command.Unit, now.On) { Owners = [command.Unit], Doers = [command.System], NotYours = "not-your-unit", NotTheDoer = "not-a-system" }, plan)
            ?? (Account().IsMatch(command.System) ? null : Refusal.Invalid("not-an-account", "system", ("value", command.System.Length > 80 ? command.System[..80] : command.System)))
            ?? Checks.Text(command.Name, "name", plan)
            ?? (plan.Registration(command.System, command.Unit, now.On) is null ? null : Refusal.Conflict("system-registered-already", "system", ("system", command.System), ("unit", command.Unit)))
            ?? Decision.Of(new SystemRegistered(command.Unit, command.System, TextSeal.Of(command.Name!), now.On));
    }

    [GeneratedRegex(@"^[!-~]{1,200}\z")]
    private static partial Regex Account();
}

/// <summary>登记注销. Refused: not registered, not the unit's approver.</summary>
public sealed record DeregisterSystem(string Unit, string System)
{
    public static Decision Decide(ActionPlan plan, DeregisterSystem command, Caller who, Moment now) =>
        RightsTable.Check(nameof(DeregisterSystem), who, new(command.Unit, now.On) { Owners = [command.Unit], NotYours = "not-your-unit" }, plan)
        ?? (plan.Registration(command.System, command.Unit, now.On) is null ? Refusal.NotFound("unknown-system", "system", ("system", command.System), ("unit", command.Unit)) : null)
        ?? Decision.Of(new SystemDeregistered(command.Unit, command.System, now.On));
}
