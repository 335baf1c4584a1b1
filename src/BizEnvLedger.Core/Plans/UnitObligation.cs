namespace BizEnvLedger.Core.Plans;

/// <summary>What a plan asks of units as such, whatever they lead: a plan of their own (落实方案), a first responsible person.</summary>
public sealed record UnitObligation
{
    /// <summary>Where the document says so.</summary>
    public required string Clause { get; init; }

    /// <summary>Whom it binds, in the document's own words; shown where a unit is told that it is none of them.</summary>
    public required string Whose { get; init; }

    /// <summary>The same as kinds of units.</summary>
    public required IReadOnlyList<UnitScope> Scope { get; init; }

    /// <summary>Last day to have done it; null where the document sets none, and then nobody is late.</summary>
    public DateOnly? Due { get; init; }

    public bool Binds(Unit unit) => Scope.Any(s => s.Kind == unit.Kind && (s.Authority is null || s.Authority == unit.Authority));
}

/// <summary>Units of a kind; of one authority, or of any.</summary>
public sealed record UnitScope(UnitKind Kind, Authority? Authority = null);
