namespace BizEnvLedger.Core.Plans;

/// <summary>单位: whoever the plan names.</summary>
public sealed record Unit
{
    /// <summary>Short ASCII slug: <c>energy-bureau</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Canonical Chinese name as the plan uses it: 市能源局.</summary>
    public required string Name { get; init; }

    /// <summary>Other names in the document: 能源局.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public required UnitKind Kind { get; init; }
    public Authority Authority { get; init; } = Authority.Direct;

    /// <summary>Members of a group, with dates; filled in later where the document leaves them open.</summary>
    public IReadOnlyList<Membership> Members { get; init; } = [];
}

/// <summary>A unit's membership in a group.</summary>
public sealed record Membership(string Unit, DateOnly? From = null, DateOnly? Until = null)
{
    public bool Holds(DateOnly on) => (From is null || From <= on) && (Until is null || on <= Until);
}

/// <summary>What a unit is.</summary>
public enum UnitKind { Government, LeadingGroup, Department, Region, Court, Procuratorate, Company, MassOrganisation, Institution, Group }

/// <summary>Whose authority a unit is under; only <see cref="Direct"/> ones are noticed or ranked.</summary>
public enum Authority { Direct, Vertical, Judicial, MassOrganisation, Enterprise }
