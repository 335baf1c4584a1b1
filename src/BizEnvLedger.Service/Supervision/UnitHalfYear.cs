using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.PlanTasks;
using JasperFx.Events;
using Marten.Events.Projections;

namespace BizEnvLedger.Service.Supervision;

/// <summary>What a unit did within a half-year, by effective date: counts only, nothing judged.</summary>
public sealed record UnitHalfYear
{
    /// <summary>Plan, half-year and unit: <c>yunling-2023-2024:2023H2:data-bureau</c>.</summary>
    public required string Id { get; init; }
    public required string Plan { get; init; }
    public required string HalfYear { get; init; }
    public required string Unit { get; init; }
    public int Reports { get; init; }
    public int Readings { get; init; }
    public int Claims { get; init; }
}

/// <summary>One row for each unit and half-year in which it reported.</summary>
public sealed partial class UnitHalfYearProjection : MultiStreamProjection<UnitHalfYear, string>
{
    public UnitHalfYearProjection()
    {
        Name = "UnitHalfYear";
        Identity<IEvent<ProgressRecorded>>(e => Key(e, e.Data.EffectiveOn, e.Data.Unit));
        Identity<IEvent<MetricReported>>(e => Key(e, e.Data.EffectiveOn, e.Data.Unit));
        Identity<IEvent<MilestoneClaimed>>(e => Key(e, e.Data.EffectiveOn, e.Data.Unit));
    }

    public override UnitHalfYear? Evolve(UnitHalfYear? snapshot, string id, IEvent e)
    {
        var parts = id.Split(':');
        var row = snapshot ?? new() { Id = id, Plan = parts[0], HalfYear = parts[1], Unit = parts[2] };
        return e.Data switch
        {
            ProgressRecorded => row with { Reports = row.Reports + 1 },
            MetricReported => row with { Readings = row.Readings + 1 },
            MilestoneClaimed => row with { Claims = row.Claims + 1 },
            _ => row,
        };
    }

    private static string Key(IEvent e, DateOnly effectiveOn, string unit) => $"{e.StreamKey!.Split(':')[0]}:{HalfYear.Of(effectiveOn)}:{unit}";
}
