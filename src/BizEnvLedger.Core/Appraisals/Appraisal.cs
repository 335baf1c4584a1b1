using System.Collections.Immutable;
using System.Globalization;
using BizEnvLedger.Core.Appraisals.Rules;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Appraisals;

/// <summary>年度考评: one year's appraisal, folded from its own stream. Never mutated.</summary>
public sealed record Appraisal(int Year)
{
    /// <summary>Kind of its stream: <c>plan:appraisal:2021</c>.</summary>
    public const string Kind = "appraisal";

    /// <summary>Rule sets adopted for the year, oldest first; the last one counts.</summary>
    public ImmutableList<AdoptedRules> Adopted { get; init; } = [];
    public Guid? OpenedBy { get; init; }
    public DateOnly? OpenedOn { get; init; }
    public ImmutableList<BallotEntry> Entries { get; init; } = [];
    public Scored? Score { get; init; }
    public Published? Publication { get; init; }
    public ImmutableList<Award> Awards { get; init; } = [];
    public long Version { get; init; }

    /// <summary>The last leaf of its stream: what is scored from fewer leaves has missed something.</summary>
    public long LastLeaf { get; init; }

    public AdoptedRules? Rules => Adopted.IsEmpty ? null : Adopted[^1];

    /// <summary>Entries that no later one stands in for.</summary>
    public IEnumerable<BallotEntry> InForce => Entries.Where(e => !Entries.Exists(later => later.Corrects == e.Event));

    /// <summary>Entries in force that were not published yet.</summary>
    public IEnumerable<BallotEntry> Unpublished => InForce.Where(e => e.PublishedBy is null);

    public static string StreamOf(string plan, int year) => StreamKey.Of(plan, Kind, IdOf(year));

    public static string IdOf(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    public static Appraisal? Apply(Appraisal? appraisal, Recorded e) => (e.Data, appraisal) switch
    {
        (AppraisalRulesAdopted x, _) => Of(appraisal ?? new(x.Year), e) with { Adopted = (appraisal?.Adopted ?? []).Add(new(e.Id, e.RecordedOn, e.User, x.FileSha256, x.Rules)) },
        (_, null) => null,
        (AppraisalOpened, _) => Of(appraisal, e) with { OpenedBy = e.Id, OpenedOn = e.RecordedOn },
        (BallotsEntered x, _) => Of(appraisal, e) with { Entries = appraisal.Entries.Add(new(e.Id, e.RecordedOn, e.User, x.Unit, x.Body, x.Ballots, x.Counts, x.Corrects)) },
        (BallotsPublished x, _) => Of(appraisal, e) with { Entries = [.. appraisal.Entries.Select(b => x.Entries.Contains(b.Event) ? b with { PublishedBy = e.Id, PublishedOn = x.EffectiveOn } : b)] },
        (AppraisalScored x, _) => Of(appraisal, e) with { Score = new(e.Id, e.RecordedOn, e.User, x) },
        (AppraisalPublished x, _) => Of(appraisal, e) with { Publication = new(e.Id, e.User, x.EffectiveOn) },
        (AwardRecorded x, _) => Of(appraisal, e) with { Awards = appraisal.Awards.Add(new(e.Id, x.Award, x.Unit, x.Person is not null, x.EffectiveOn, x.Evidence)) },
        (EntryCorrected x, _) => Of(appraisal, e) with { Awards = [.. appraisal.Awards.Select(a => a.Event == x.Entry ? a with { On = x.EffectiveOn ?? a.On, Withdrawn = x.Withdrawn, Corrections = a.Corrections.Add(e.Id) } : a)] },
        _ => appraisal,
    };

    private static Appraisal Of(Appraisal appraisal, Recorded e) => appraisal with { Version = e.Version, LastLeaf = e.Leaf };
}

/// <summary>A rule set and the event that adopted it.</summary>
public sealed record AdoptedRules(Guid Event, DateOnly On, string User, string FileSha256, AppraisalRuleSet Rules);

/// <summary>One body's ballots on one unit.</summary>
/// <param name="Corrects">The entry that it stands in for.</param>
public sealed record BallotEntry(Guid Event, DateOnly On, string User, string Unit, string Body, int Ballots, IReadOnlyList<GradeCount> Counts, Guid? Corrects)
{
    public Guid? PublishedBy { get; init; }
    public DateOnly? PublishedOn { get; init; }
}

/// <summary>How many ballots gave a grade to an aspect. An aspect left blank counts in none.</summary>
public sealed record GradeCount(string Aspect, string Grade, int Count);

/// <summary>The frozen sheets: by whom, when, from which leaves.</summary>
public sealed record Scored(Guid Event, DateOnly On, string User, AppraisalScored Frozen);

public sealed record Published(Guid Event, string User, DateOnly On);

/// <param name="OfPerson">Of a person in the unit; the name lies beside the ledger.</param>
public sealed record Award(Guid Event, string Id, string Unit, bool OfPerson, DateOnly On, IReadOnlyList<string> Evidence)
{
    /// <summary>Corrections of it, oldest first.</summary>
    public ImmutableList<Guid> Corrections { get; init; } = [];

    /// <summary>Taken back: it is no award, and stays in the history.</summary>
    public bool Withdrawn { get; init; }
}
