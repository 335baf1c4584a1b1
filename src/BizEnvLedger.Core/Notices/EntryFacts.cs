using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.Notices;

/// <summary>条目: which unit is named for which failing, with locked figures and the events that they rest on.</summary>
/// <param name="Id">The half-year and an ordinal: <c>2022H2-01</c>.</param>
/// <param name="Category">hollow (落而不实), slow (行动不快), weak (推动不力).</param>
/// <param name="Kind">A notice's entry, or a letter, by the unit's authority.</param>
/// <param name="Days">Most days of delay on one of the milestones that it answers for, its own and those of who was before it; for rectification past its limit, days past it.</param>
/// <param name="DueCount">Milestones that the unit led and that were due.</param>
/// <param name="OpenCount">Of these, those that were open.</param>
/// <param name="OwnDays">Days of delay that fall to the unit itself, one for each of the milestones; empty where the failing is no delay of theirs.</param>
/// <param name="Rule">Code of the rule that proposed it; <c>added</c> where a person did.</param>
public sealed record EntryFacts(
    string Id, string Category, string Unit, EntryKind Kind, IReadOnlyList<string> Milestones, IReadOnlyList<int> OwnDays, int Days, int DueCount, int OpenCount, string Rule, IReadOnlyList<Guid> Events)
{
    /// <summary>Units that are gone and that this one has succeeded, with their days, one for each of the milestones; null where there is none.</summary>
    public IReadOnlyList<FormerDays>? Formerly { get; init; }

    /// <summary>For an added entry, the rule whose test the cut holds, whatever its thresholds: <c>overdue-days</c>, <c>order-unanswered</c>, …; null where a rule proposed it.</summary>
    public string? Ground { get; init; }

    /// <summary>Category words that an entry may have.</summary>
    public static IReadOnlyList<string> Categories { get; } = ["hollow", "slow", "weak"];

    /// <summary>Rule code of an entry that a person added.</summary>
    public const string AddedRule = "added";

    /// <summary>Only units under the city's direct authority are named in a notice; the others get a letter.</summary>
    public static EntryKind KindOf(Unit unit) => unit.Authority == Authority.Direct ? EntryKind.Notice : EntryKind.Letter;

    public static string IdOf(HalfYear halfYear, int ordinal) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{halfYear}-{ordinal:00}");

    /// <summary>The entry without some of its milestones; what is left is never counted anew, only less of it is named.</summary>
    public EntryFacts Without(IReadOnlyList<string> dropped)
    {
        var kept = Enumerable.Range(0, Milestones.Count).Where(i => !dropped.Contains(Milestones[i])).ToList();
        var own = OwnDays.Count == Milestones.Count ? kept.Select(i => OwnDays[i]).ToList() : [];
        var former = Formerly?.Select(f => f.Days.Count == Milestones.Count ? f with { Days = [.. kept.Select(i => f.Days[i])] } : f).ToList();
        var most = own.Select((days, i) => days + (former?.Sum(f => i < f.Days.Count ? f.Days[i] : 0) ?? 0)).DefaultIfEmpty().Max();
        return this with { Milestones = [.. kept.Select(i => Milestones[i])], OwnDays = own, Formerly = former, Days = own.Count > 0 && Days > 0 ? Math.Min(Days, most) : Days };
    }
}

/// <summary>An entry's own paper as it went out: its number, and the hash of its text.</summary>
public sealed record EntryPaper(string Entry, string Number, string DocumentSha256);

/// <summary>How an entry goes out.</summary>
public enum EntryKind
{
    /// <summary>通报.</summary>
    Notice,

    /// <summary>商请函.</summary>
    Letter,
}

/// <summary>What an objection led to.</summary>
public enum ObjectionOutcome
{
    /// <summary>Upheld: the entry is struck.</summary>
    Struck,

    /// <summary>Upheld in part: the entry names fewer milestones.</summary>
    Amended,
    Rejected,
}

/// <summary>What a follow-up (回头看) found.</summary>
public enum FollowUpOutcome
{
    /// <summary>未反弹.</summary>
    Holds,

    /// <summary>反弹: the rectification is open again.</summary>
    Relapsed,
}

/// <summary>Why accountability is proposed.</summary>
public enum AccountabilityGround
{
    /// <summary>逾期未改.</summary>
    Overdue,

    /// <summary>整改后反弹.</summary>
    Relapsed,
}
