using System.Text.Json.Serialization;

namespace BizEnvLedger.Core.Inspections;

/// <summary>协调督办 in a half-year's data set.</summary>
public sealed partial record HalfYearDataSet
{
    /// <summary>Requests, papers and disputes; null where the plan has none so far. Its place among the properties is fixed, whatever order files are compiled in.</summary>
    [JsonPropertyOrder(41)]
    public CoordinationFigures? Coordination { get; init; }
}

/// <summary>Counts within the half-year, and what is open or unanswered on its last day. No text of any of them.</summary>
public sealed record CoordinationFigures
{
    /// <summary>协作请求 made.</summary>
    public required int Requests { get; init; }

    /// <summary>Of all so far: neither fulfilled, dismissed nor lapsed with their milestone.</summary>
    public required int RequestsOpen { get; init; }

    /// <summary>批示 given.</summary>
    public required int Instructions { get; init; }
    public required int InstructionsOpen { get; init; }

    /// <summary>催办单 issued.</summary>
    public required int Urges { get; init; }
    public required int UrgesOpen { get; init; }

    /// <summary>督办单 signed.</summary>
    public required int Orders { get; init; }

    /// <summary>Signed and not closed.</summary>
    public required int OrdersOpen { get; init; }

    /// <summary>异议 released.</summary>
    public required int Disputes { get; init; }

    /// <summary>Decided within the half-year for the unit.</summary>
    public required int DisputesUpheld { get; init; }
    public required int DisputesOpen { get; init; }

    /// <summary>What was left past its limit on the last day: the ground of 推动不力.</summary>
    public required IReadOnlyList<UnansweredFigures> Unanswered { get; init; }

    /// <summary>Open requests, instructions and signed orders.</summary>
    public required IReadOnlyList<OpenMatter> Open { get; init; }

    /// <summary>Days of delay that fall to cooperating units, up to the last day.</summary>
    public required IReadOnlyList<CooperatingDelay> Delays { get; init; }
}

/// <param name="Rule">order-unanswered, request-unanswered, instruction-unanswered.</param>
public sealed record UnansweredFigures(string Rule, string Task, IReadOnlyList<string> Milestones, UnitName Unit, DateOnly Limit, int Days, IReadOnlyList<Guid> Events);

/// <param name="Kind">request, instruction, order.</param>
/// <param name="Units">Units that have not answered or delivered.</param>
/// <param name="State">asked, withOffice, withLeader, accepted, adjudicated, delivered; open, answered.</param>
/// <param name="Days">Days past <paramref name="Limit"/>.</param>
public sealed record OpenMatter(
    string Kind, string Task, IReadOnlyList<string> Milestones, UnitName? From, IReadOnlyList<UnitName> Units, DateOnly MadeOn, DateOnly Limit, string State, int Days, IReadOnlyList<Guid> Events);

/// <summary>Days of one milestone's delay that fall to cooperating units together.</summary>
public sealed record CooperatingDelay(string Milestone, string Task, IReadOnlyList<UnitName> Units, int Days, IReadOnlyList<Guid> Events);
