using BizEnvLedger.Core.Ledger;

namespace BizEnvLedger.Core.Rights;

/// <summary>How a caller stands to the matter of a command.</summary>
public enum Relation
{
    /// <summary>No relation is asked for: the role alone gives the right.</summary>
    Any,

    /// <summary>Acts for a unit that leads (牵头).</summary>
    Lead,

    /// <summary>Acts for a unit that leads or cooperates (牵头、配合).</summary>
    Concerned,

    /// <summary>Acts for the unit that keeps the figure, leads or cooperates.</summary>
    DataOwner,

    /// <summary>Acts for a unit that the matter is addressed to.</summary>
    Addressee,

    /// <summary>Acts for the unit whose own act it is.</summary>
    Owner,

    /// <summary>Acts for the unit whose own act it is, and is another person than whoever made it (审签).</summary>
    SecondPerson,

    /// <summary>Is another person than whoever did what is judged, from a home unit that is no party to it (回避).</summary>
    Apart,

    /// <summary>Is another person than whoever did what is decided, of any home unit.</summary>
    OtherPerson,

    /// <summary>Is the one person named for it, from a home unit that is no party to it.</summary>
    Named,
}

/// <summary>A command that a role may give, and the relation to the matter that it needs. What is in no row is refused.</summary>
public sealed record Right(string Command, Role Role, Relation Relation);

/// <summary>A matter as far as rights go: who is party to it, and who did what is now to be released or judged.</summary>
/// <param name="About">What it is about, as the refusal names it.</param>
/// <param name="On">The day on which the right is judged.</param>
public sealed record Matter(string About, DateOnly On)
{
    public IEnumerable<string> Leads { get; init; } = [];
    public IEnumerable<string> Cooperating { get; init; } = [];

    /// <summary>What it is about, narrowest first (measure, what that is an item of, task): a split may have given each to another successor.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>Day of recording where the right is judged on an earlier one: by then a successor acts in its predecessor's place.</summary>
    public DateOnly? HeldOn { get; init; }

    /// <summary>Units that keep the figure (数据责任单位).</summary>
    public IEnumerable<string> DataOwners { get; init; } = [];
    public IEnumerable<string> Addressees { get; init; } = [];

    /// <summary>The unit whose act is released, answered or corrected.</summary>
    public IEnumerable<string> Owners { get; init; } = [];

    /// <summary>Further units whose people may not judge: owners of steps, earlier leads, named units.</summary>
    public IEnumerable<string> Parties { get; init; } = [];

    /// <summary>Every unit that is party in any way.</summary>
    public IEnumerable<string> Everyone => Leads.Concat(Cooperating).Concat(DataOwners).Concat(Addressees).Concat(Owners).Concat(Parties);

    /// <summary>Persons (<c>sub</c>) who did what is now released or judged.</summary>
    public IEnumerable<string> Doers { get; init; } = [];

    /// <summary>Persons (<c>sub</c>) named for it.</summary>
    public IEnumerable<string> Named { get; init; } = [];

    /// <summary>Code of the refusal for a caller who acts for none of the entitled units.</summary>
    public string NotYours { get; init; } = "not-your-matter";

    /// <summary>Code of the refusal for the person who did it.</summary>
    public string NotTheDoer { get; init; } = "doer-never-verifies";
}
