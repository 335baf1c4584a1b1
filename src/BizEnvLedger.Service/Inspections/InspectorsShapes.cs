using BizEnvLedger.Core.Inspections;

namespace BizEnvLedger.Service.Inspections;

/// <summary>督查方案: the one in force, and a draft that waits for approval.</summary>
public sealed record SchemesShape(string HalfYear, string State, DateOnly? AnnouncedOn, SchemeShape? InForce, SchemeShape? Draft, int Position);

/// <summary>A scheme; <c>tasks</c> null are all numbered ones.</summary>
public sealed record SchemeShape(
    IReadOnlyList<string>? Tasks, IReadOnlyList<TeamShape> Teams, string? Purpose, Guid Id, DateTimeOffset DraftedAt, string DraftedBy, Guid? Approval, DateTimeOffset? ApprovedAt, string? ApprovedBy);

public sealed record TeamShape(string Name, IReadOnlyList<TeamMemberShape> Members, IReadOnlyList<string> Tasks);

public sealed record TeamMemberShape(string Sub, UnitName HomeUnit);

/// <summary>督查判定 beside the light.</summary>
public sealed record VerdictShape(
    string Task, string Title, string Light, string Verdict, bool Differs, string? Finding, IReadOnlyList<string> Evidence, DateTimeOffset RecordedAt, string RecordedBy, IReadOnlyList<Guid> Events);

/// <summary>问题.</summary>
public sealed record FindingShape(
    Guid Id, string Task, IReadOnlyList<string> Milestones, UnitName Unit, string Category, IReadOnlyList<Guid> Facts, string? Finding, IReadOnlyList<string> Evidence,
    DateTimeOffset RecordedAt, string RecordedBy, Guid? Upheld, DateTimeOffset? UpheldAt, string? UpheldBy, string? Reason);

/// <summary>抽查: what anybody needs to draw again, as <c>docs/spot-checks.md</c> describes, and what was found.</summary>
public sealed record SpotChecksShape
{
    public required string HalfYear { get; init; }
    public required string Format { get; init; }
    public required string DataSetSha256 { get; init; }
    public required long ClosedTreeSize { get; init; }

    /// <summary>The day whose end is the checkpoint.</summary>
    public required DateOnly CheckpointOn { get; init; }
    public required decimal Share { get; init; }
    public required int Least { get; init; }
    public required IReadOnlyList<string> Population { get; init; }

    /// <summary>Tree size at the checkpoint; null while nothing is drawn.</summary>
    public required long? TreeSize { get; init; }
    public required string? Root { get; init; }
    public required string? Seed { get; init; }
    public required string? PopulationSha256 { get; init; }
    public required Guid? Event { get; init; }
    public required IReadOnlyList<SpotCheckShape> Drawn { get; init; }
    public required int Position { get; init; }
}

/// <summary>A closure that was drawn; <c>outcome</c> is null until it is checked.</summary>
public sealed record SpotCheckShape(
    string Milestone, string? Outcome, string? Finding, IReadOnlyList<string> Evidence, DateTimeOffset? RecordedAt, string? RecordedBy, Guid? Claim, Guid? Event);
