using System.Text.Json.Serialization;

namespace BizEnvLedger.Core.Inspections;

public sealed partial record HalfYearDataSet
{
    /// <summary>What the inspectors did; null in data sets frozen before they worked in the ledger.</summary>
    [JsonPropertyOrder(10)]
    public SupervisionFigures? Supervision { get; init; }
}

/// <summary>半年专项督查 in figures: verdicts beside lights, findings, spot checks. No text.</summary>
public sealed record SupervisionFigures
{
    public required IReadOnlyList<VerdictFigures> Verdicts { get; init; }
    public required IReadOnlyList<FindingFigures> Findings { get; init; }

    /// <summary>抽查 of the round before; null where none was drawn.</summary>
    public SpotCheckFigures? SpotChecks { get; init; }

    /// <summary>Closures that this round is the first to count, by id: what its own spot checks are drawn from.</summary>
    public required IReadOnlyList<ClosureFigures> Closures { get; init; }

    /// <summary>Closures undone since the round before.</summary>
    public required IReadOnlyList<ReopenedClosure> Reopened { get; init; }
}

/// <summary>督查判定 beside the light computed on the half-year's last day.</summary>
/// <param name="Events">The verdict, and what the light rests on.</param>
public sealed record VerdictFigures(string Task, string Title, string Light, string Verdict, bool Differs, IReadOnlyList<Guid> Events);

/// <summary>问题: category hollow, slow, weak or other.</summary>
public sealed record FindingFigures(string Task, IReadOnlyList<string> Milestones, UnitName Unit, string Category, bool Upheld, IReadOnlyList<Guid> Events);

/// <summary>抽查 of one round: how many closures there were, how many were drawn, checked, failed.</summary>
public sealed record SpotCheckFigures(string Round, int Population, int Drawn, int Held, int Failed, IReadOnlyList<Guid> Events);

/// <summary>办结 as a round counted it.</summary>
public sealed record ClosureFigures(string Milestone, string Task, DateOnly ClosedOn, IReadOnlyList<Guid> Events);

/// <summary>办结撤销.</summary>
/// <param name="Ground">spotCheck, found or complaint.</param>
/// <param name="Round">The closed round that had counted it; null where none had.</param>
public sealed record ReopenedClosure(string Milestone, string Task, UnitName Unit, string Ground, DateOnly ClosedOn, DateOnly ReopenedOn, string? Round, IReadOnlyList<Guid> Events);
