using System.Text.Json.Serialization;

namespace BizEnvLedger.Core.Inspections;

public sealed partial record HalfYearDataSet
{
    /// <summary>上期问题整改情况: what became of the entries of earlier notices; null while none was signed.</summary>
    [JsonPropertyOrder(20)]
    public RectificationFigures? Rectifications { get; init; }
}

/// <summary>Counts of rectification up to the last day. Should = Discharged + Overdue + Open, always.</summary>
public sealed record RectificationFigures
{
    /// <summary>应改: entries of notices signed by the last day that were not discharged before the half-year began.</summary>
    public required int Should { get; init; }

    /// <summary>已销号.</summary>
    public required int Discharged { get; init; }

    /// <summary>逾期未改: past the limit on the last day.</summary>
    public required int Overdue { get; init; }

    /// <summary>整改中: within the limit, reported and waiting, or not ordered yet.</summary>
    public required int Open { get; init; }

    /// <summary>Of the open ones: without an order yet.</summary>
    public required int NotOrdered { get; init; }

    /// <summary>回头看 within the half-year: how many found that it holds.</summary>
    public required int Held { get; init; }

    /// <summary>And how many found a relapse.</summary>
    public required int Relapsed { get; init; }
    public required IReadOnlyList<RectificationLine> Entries { get; init; }
}

/// <summary>An entry of an earlier notice.</summary>
/// <param name="Entry">Its id in that notice: <c>2022H2-01</c>.</param>
/// <param name="State">discharged, overdue, waiting, open, notOrdered.</param>
/// <param name="Counts">Whether it is one of those that should be rectified in the half-year; else only its follow-up falls there.</param>
/// <param name="DaysOver">Days past the limit by the last day.</param>
/// <param name="FollowUp">holds or relapsed, where the last follow-up fell within the half-year.</param>
/// <param name="Events">The entry's whole chain.</param>
public sealed record RectificationLine(
    string Entry, string HalfYear, UnitName Unit, string Category, IReadOnlyList<string> Milestones, string State, bool Counts, DateOnly? OrderedOn, DateOnly? Limit,
    DateOnly? ReportedOn, DateOnly? DischargedOn, int DaysOver, string? FollowUp, DateOnly? FollowedUpOn, IReadOnlyList<Guid> Events);
