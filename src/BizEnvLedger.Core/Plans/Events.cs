namespace BizEnvLedger.Core.Plans;

/// <summary>The plan as issued, with everything that later answers rest on: the file's hash, the rule set and the calendar.</summary>
public sealed record PlanIssued(
    PlanDocument Plan, string FileSha256, DateOnly EffectiveOn, RuleSet Rules, HolidayCalendar Calendar);

/// <summary>A later document changes the plan.</summary>
public sealed record PlanAmended(PlanChange Change, string FileSha256, DateOnly EffectiveOn);

/// <summary>An open date, recurrence or group is settled.</summary>
public sealed record PlanClarified(PlanChange Change, string FileSha256, DateOnly EffectiveOn);
