using System.Collections.Immutable;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Units;

/// <summary>
/// 单位名录: what was recorded about a plan's units beside its documents: members of groups, first responsible persons, successions, definitions
/// of new units. Facts, each at its effective date; every question about a unit asks the plan, which asks here.
/// </summary>
public sealed record Roster
{
    public static Roster Empty { get; } = new();

    public ImmutableList<Member> Members { get; init; } = [];
    public ImmutableList<MemberEnd> Ends { get; init; } = [];
    public ImmutableList<Named> Named { get; init; } = [];
    public ImmutableList<NamedEnd> NamedEnds { get; init; } = [];
    public ImmutableList<Defined> Definitions { get; init; } = [];
    public Successions Successions { get; init; } = Successions.None;

    /// <summary>更正 of any of them, oldest first.</summary>
    public ImmutableList<RosterCorrection> Corrections { get; init; } = [];

    /// <summary>Successions that were taken back, with their withdrawals.</summary>
    public ImmutableList<Succession> WithdrawnSuccessions { get; init; } = [];

    /// <summary>Whether an event is one of those that this is folded from.</summary>
    public static bool Takes(object data) => data is MembersSet or MembershipEnded or FirstResponsibleNamed or TermEnded or UnitsSucceeded or EntryCorrected;

    public Roster Apply(Recorded e) => e.Data switch
    {
        MembersSet x => this with
        {
            Members = Members.AddRange(x.Members.Select(m => new Member(Of(e, m.From ?? x.EffectiveOn), x.Group, m.Unit, m.Until) { Made = e.Leaf })),
            Definitions = Definitions.AddRange(x.New.Select(unit => new Defined(Of(e, x.EffectiveOn), unit))),
        },
        MembershipEnded x => this with { Ends = Ends.Add(new(Of(e, x.Until), x.Group, x.Unit) { Made = e.Leaf }) },
        FirstResponsibleNamed x => this with { Named = Named.Add(new(Of(e, x.EffectiveOn), x.Unit)) },
        TermEnded x => this with { NamedEnds = NamedEnds.Add(new(Of(e, x.Until), x.Term)) },
        UnitsSucceeded x => this with
        {
            Successions = Successions.With(new(Of(e, x.EffectiveOn), x.Kind, x.From, x.To, x.Given) { New = x.New }),
            Definitions = Definitions.AddRange(x.New.Select(unit => new Defined(Of(e, x.EffectiveOn), unit))),
        },
        EntryCorrected x => this.Corrected(x, Of(e, x.EffectiveOn ?? e.RecordedOn)),
        _ => this,
    };

    /// <summary>The definition of a unit in force on a day by a succession, and since when.</summary>
    public Defined? DefinitionOn(string unit, DateOnly day) => Definitions.IsEmpty ? null : Chain.InForceOn(Definitions, d => d.Unit.Id == unit, d => d.Entry, day);

    /// <summary>When units are members of a group, by the plan's documents and by what was recorded since; ends are taken into account.</summary>
    public IEnumerable<Membership> MembershipsOf(string group, IEnumerable<Membership> documented) =>
        documented.Select(m => Cut(group, m, 0)).Concat(Members.Where(m => m.Group == group && !m.Entry.Withdrawn).Select(m => Cut(group, new(m.Unit, m.Entry.EffectiveOn, m.Until), m.Made)));

    private Membership Cut(string group, Membership m, long leaf) =>
        Ends.Where(x => x.Group == group && x.Unit == m.Unit && !x.Entry.Withdrawn && x.Made >= leaf && m.Holds(x.Entry.EffectiveOn)).Select(x => (DateOnly?)x.Entry.EffectiveOn).Min() is { } until
            ? m with { Until = until }
            : m;

    /// <summary>First responsible persons of a unit, in order: a later one ends the term before, and a succession the last one's of a unit that is gone.</summary>
    public IReadOnlyList<Term> TermsOf(string unit)
    {
        var terms = new List<Term>();
        foreach (var named in Named.Where(n => n.Unit == unit && !n.Entry.Withdrawn).OrderBy(n => n.Entry.EffectiveOn).ThenBy(n => n.Entry.Leaf))
        {
            if (terms.Count > 0 && terms[^1].From == named.Entry.EffectiveOn)
                terms.RemoveAt(terms.Count - 1);
            else if (terms.Count > 0 && !(terms[^1].Until < named.Entry.EffectiveOn))
                terms[^1] = terms[^1] with { Until = named.Entry.EffectiveOn.AddDays(-1) };
            var gone = Successions.InOrder.Find(s => s.From.Contains(unit) && !s.To.Contains(unit) && s.On > named.Entry.EffectiveOn);
            var ended = NamedEnds.Where(x => x.Term == named.Entry.Event && !x.Entry.Withdrawn).Select(x => (DateOnly?)x.Entry.EffectiveOn).Min();
            terms.Add(new(named.Entry, new[] { ended, gone?.On.AddDays(-1) }.Min()));
        }

        return terms;
    }

    public Term? TermOn(string unit, DateOnly day) => TermsOf(unit).LastOrDefault(t => t.From <= day && !(t.Until < day));

    private static Entry Of(Recorded e, DateOnly effectiveOn) => new(e.Id, e.Leaf, effectiveOn, e.RecordedOn, e.RecordedAt, e.User, e.Imported);
}

/// <summary>A membership as recorded; the entry's day is its first.</summary>
public sealed record Member(Entry Entry, string Group, string Unit, DateOnly? Until)
{
    /// <summary>Leaf of the event that made it, whatever was corrected since: an end ends what was there before it.</summary>
    public long Made { get; init; }
}

/// <summary>The end of a membership; the entry's day is its last.</summary>
public sealed record MemberEnd(Entry Entry, string Group, string Unit)
{
    public long Made { get; init; }
}

/// <summary>A first responsible person as named.</summary>
public sealed record Named(Entry Entry, string Unit);

/// <summary>The end of a term; the entry's day is its last.</summary>
public sealed record NamedEnd(Entry Entry, Guid Term);

/// <summary>A unit as a succession introduced or renamed it.</summary>
public sealed record Defined(Entry Entry, Unit Unit);

/// <summary>A first responsible person's term; <paramref name="Until"/> is its last day, null while it runs.</summary>
public sealed record Term(Entry Entry, DateOnly? Until)
{
    public Guid Id => Entry.Event;
    public DateOnly From => Entry.EffectiveOn;
}
