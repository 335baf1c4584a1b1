using System.Text.Json.Serialization;
using BizEnvLedger.Core.Registers;

namespace BizEnvLedger.Core.Inspections;

public sealed partial record HalfYearDataSet
{
    /// <summary>台账, one for each that the plan orders kept; null where it orders none, and in data sets older than this section.</summary>
    [JsonPropertyOrder(40)]
    public IReadOnlyList<RegisterFigures>? Registers { get; init; }
}

/// <summary>A register at a half-year's end. Holds no text cell and no party: only what is typed, and counted.</summary>
public sealed record RegisterFigures
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Clause { get; init; }
    public string? Measure { get; init; }
    public UnitName? Keeper { get; init; }

    /// <summary>By the last day; settled within means within the half-year.</summary>
    public required RegisterCounts Counts { get; init; }

    /// <summary>The plan's own words for how often it is dispatched; null where it says nothing.</summary>
    public string? DispatchText { get; init; }

    /// <summary>Dispatches that the plan orders for periods that end within the half-year; null where it leaves the period open.</summary>
    public int? DispatchesRequired { get; init; }

    /// <summary>Dispatches held for periods that end within the half-year.</summary>
    public required int DispatchesHeld { get; init; }

    /// <summary>Of those: held after their limit.</summary>
    public required int DispatchesLate { get; init; }

    /// <summary>Events that the line rests on.</summary>
    public required IReadOnlyList<Guid> Events { get; init; }
}
