using System.Text.Json.Serialization;

namespace BizEnvLedger.Core.Inspections;

public sealed partial record HalfYearDataSet
{
    /// <summary>企业诉求; null where the ledger has never held one. Its place in the canonical JSON is fixed, after everything that has no place of its own.</summary>
    [JsonPropertyOrder(70)]
    public ComplaintFigures? Complaints { get; init; }
}

/// <summary>
/// 诉求办理. A rate counts what fell due within the half-year, each complaint once: 应响应, 应解决, 应回访. No words and nobody's name are in it.
/// </summary>
public sealed record ComplaintFigures
{
    /// <summary>Received within the half-year, tips included.</summary>
    public required int Received { get; init; }
    public required int Tips { get; init; }

    /// <summary>Of them, repeats of earlier ones.</summary>
    public required int Repeats { get; init; }

    /// <summary>转办: the office's own clock.</summary>
    public required ComplaintRate Dispatched { get; init; }
    public required ComplaintRates Rates { get; init; }
    public required IReadOnlyList<UnitComplaints> Units { get; init; }
    public required IReadOnlyList<TaskComplaints> Tasks { get; init; }

    /// <summary>Found founded within the half-year.</summary>
    public required IReadOnlyList<UpheldFigures> Upheld { get; init; }

    /// <summary>Exposures approved within the half-year.</summary>
    public required IReadOnlyList<ExposureFigures> Exposures { get; init; }
}

/// <summary>Met of due, and the events that both rest on. Met ≤ due, always.</summary>
public sealed record ComplaintRate(int Due, int Met, IReadOnlyList<Guid> Events);

/// <summary>响应、解决、满意.</summary>
public sealed record ComplaintRates(ComplaintRate Responded, ComplaintRate Resolved, ComplaintRate Satisfied);

public sealed record UnitComplaints(UnitName Unit, ComplaintRates Rates);

public sealed record TaskComplaints(string Task, ComplaintRates Rates);

/// <param name="Complaint">Its id, which says nothing of who gave it.</param>
/// <param name="Closed">Of the milestones: closed ones, to which an inspector goes.</param>
public sealed record UpheldFigures(string Complaint, UnitName Unit, IReadOnlyList<string> Milestones, bool DeliverableAbsent, IReadOnlyList<string> Closed, DateOnly FoundOn, IReadOnlyList<Guid> Events)
{
    /// <summary>When a second inspector upheld that deliverables are absent; null where none did by the last day.</summary>
    public DateOnly? ConfirmedOn { get; init; }
}

/// <param name="Visibility">public, onRequest, withheld.</param>
public sealed record ExposureFigures(string Complaint, UnitName Unit, string Visibility, DateOnly ApprovedOn, IReadOnlyList<Guid> Events);
