namespace BizEnvLedger.Core.Plans;

/// <summary>
/// A later document that changes the plan (<c>bizenv-amendment/1</c>), or a decision that settles what the plan
/// leaves open (<c>bizenv-clarification/1</c>). Never retroactive.
/// </summary>
public sealed record PlanChange
{
    public const string AmendmentFormat = "bizenv-amendment/1";
    public const string ClarificationFormat = "bizenv-clarification/1";

    public required string Format { get; init; }
    public required string Id { get; init; }
    public required string Plan { get; init; }
    public required string Title { get; init; }

    /// <summary>文号 of the later document; a clarification may rest on minutes instead.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>First day on which it holds: the day of recording or later.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>New units, or units with a changed name, kind or further aliases (amendment only).</summary>
    public IReadOnlyList<Unit> Units { get; init; } = [];

    /// <summary>Members of a group from the effective date (clarification or amendment).</summary>
    public IReadOnlyList<GroupMembers> Groups { get; init; } = [];

    /// <summary>New tasks (amendment only).</summary>
    public IReadOnlyList<TaskDefinition> AddTasks { get; init; } = [];

    /// <summary>New measures, each under a task (number), a measure (id), <c>goals</c> or <c>mechanisms</c> (amendment only).</summary>
    public IReadOnlyList<AddedMeasure> AddMeasures { get; init; } = [];

    /// <summary>New milestones under an existing measure (amendment only).</summary>
    public IReadOnlyList<AddedMilestone> AddMilestones { get; init; } = [];

    /// <summary>New indicators under an existing measure (amendment only).</summary>
    public IReadOnlyList<AddedIndicator> AddIndicators { get; init; } = [];

    /// <summary>Milestones as they read from the effective date; the id names which. In a clarification only dates may differ.</summary>
    public IReadOnlyList<MilestoneDefinition> ChangeMilestones { get; init; } = [];

    /// <summary>Indicators as they read from the effective date. A changed definition starts a new series. In a clarification only targets' dates may differ.</summary>
    public IReadOnlyList<IndicatorDefinition> ChangeIndicators { get; init; } = [];

    /// <summary>Ids of milestones, indicators, measures or tasks (as <c>task:12</c>) that end on the effective date (amendment only).</summary>
    public IReadOnlyList<string> Withdraw { get; init; } = [];
}

public sealed record GroupMembers(string Group, IReadOnlyList<string> Members);

public sealed record AddedMeasure(string Under, Measure Measure);

public sealed record AddedMilestone(string Measure, MilestoneDefinition Milestone);

public sealed record AddedIndicator(string Measure, IndicatorDefinition Indicator);
