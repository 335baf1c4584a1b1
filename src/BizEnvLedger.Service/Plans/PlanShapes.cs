using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Service.Plans;

/// <summary>A plan in a list.</summary>
public sealed record PlanRow(string Id, string Title, string DocumentNumber, UnitName Issuer, DateOnly IssuedOn, Period Period, PlanCounts Counts, long Version);

/// <summary>Counts of the plan as it stands on the day. An occurrence of a recurring duty counts as a milestone of its own.</summary>
public sealed record PlanCounts(int Areas, int Goals, int Tasks, int Measures, int Milestones, int Recurring, int Occurrences, int Indicators, int Targets, int Units, int Mechanisms, int Registers);

/// <summary>A whole plan.</summary>
public sealed record PlanShape
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string DocumentNumber { get; init; }
    public required UnitName Issuer { get; init; }
    public required DateOnly IssuedOn { get; init; }
    public required Period Period { get; init; }
    public required Visibility Visibility { get; init; }
    public required IReadOnlyList<string> Recipients { get; init; }
    public required IReadOnlyList<string> CopiesTo { get; init; }
    public required PlanCounts Counts { get; init; }
    public required IReadOnlyList<ActionArea> Areas { get; init; }
    public required IReadOnlyList<Measure> Goals { get; init; }
    public required IReadOnlyList<TaskDefinition> Tasks { get; init; }
    public required IReadOnlyList<Measure> Mechanisms { get; init; }
    public required IReadOnlyList<RegisterDefinition> Registers { get; init; }
    public required IReadOnlyList<Unit> Units { get; init; }
    public required RuleSet Rules { get; init; }
    public required string Calendar { get; init; }

    /// <summary>Amendments and clarifications recorded so far, with the event that each stands in.</summary>
    public required IReadOnlyList<ChangeRow> Changes { get; init; }

    /// <summary>SHA-256 of the plan file as issued.</summary>
    public required string FileSha256 { get; init; }
    public required long Version { get; init; }
    public required int Position { get; init; }
    public required DateOnly EffectiveOn { get; init; }
}

public sealed record ChangeRow(string Id, string Format, string Title, string DocumentNumber, DateOnly EffectiveOn, Guid Event);

/// <summary>What is wrong with a plan file, or nothing.</summary>
public sealed record PlanCheckShape(string File, bool Right, IReadOnlyList<Core.Plans.Reading.PlanMistake> Mistakes);
