namespace BizEnvLedger.Core.Plans;

/// <summary>The plan as issued, with everything that later answers rest on: the file's hash, the rule set and the calendar.</summary>
public sealed record PlanIssued(
    PlanDocument Plan, string FileSha256, DateOnly EffectiveOn, RuleSet Rules, HolidayCalendar Calendar);

/// <summary>A later document changes the plan.</summary>
public sealed record PlanAmended(PlanChange Change, string FileSha256, DateOnly EffectiveOn);

/// <summary>业务系统登记: figures that this system reports for the unit are released by its registration.</summary>
/// <param name="System">The system's <c>sub</c>.</param>
public sealed record SystemRegistered(string Unit, string System, Ledger.TextSeal Name, DateOnly EffectiveOn);

/// <summary>登记注销: from the day on the system's figures wait for the approver again.</summary>
public sealed record SystemDeregistered(string Unit, string System, DateOnly EffectiveOn);

/// <summary>An open date, recurrence or group is settled.</summary>
public sealed record PlanClarified(PlanChange Change, string FileSha256, DateOnly EffectiveOn);
