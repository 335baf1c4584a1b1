using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Units;

/// <summary>A correction in the plan's stream, with what stood before.</summary>
/// <param name="Entry">The correction; its day is the one that the mended entry now has.</param>
/// <param name="Of">The entry that it is about in the end.</param>
/// <param name="Kind">member, memberEnd, term, termEnd or succession.</param>
/// <param name="Subject">The group, or the unit.</param>
/// <param name="Before">The entry as it stood before.</param>
public sealed record RosterCorrection(Entry Entry, Guid Of, string Kind, string Subject, string Unit, Entry Before, bool Withdraws, bool Redates);

/// <summary>更正 of memberships, terms and successions: the same event as on a task, in the plan's stream.</summary>
public static class RosterCorrections
{
    /// <summary>The entry that a correction, or a correction of one, is about in the end.</summary>
    public static Guid Root(this Roster roster, Guid entry) => roster.Corrections.Find(c => c.Entry.Event == entry)?.Of ?? entry;

    /// <summary>An entry by its event, as it stands; null where the roster has none of that id.</summary>
    public static RosterEntry? Find(this Roster roster, Guid of) =>
        roster.Members.FindAll(m => m.Entry.Event == of) is [var member, ..] members ? new("member", member.Group, member.Unit, member.Entry, members.Count)
        : roster.Ends.Find(x => x.Entry.Event == of) is { } end ? new("memberEnd", end.Group, end.Unit, end.Entry, 1)
        : roster.Named.Find(x => x.Entry.Event == of) is { } named ? new("term", named.Unit, named.Unit, named.Entry, 1)
        : roster.NamedEnds.Find(x => x.Entry.Event == of) is { } ended ? new("termEnd", UnitOf(roster, ended), UnitOf(roster, ended), ended.Entry, 1)
        : roster.Successions.InOrder.Concat(roster.WithdrawnSuccessions).FirstOrDefault(x => x.Entry.Event == of) is { } s ? new("succession", s.From[0], s.To[0], s.Entry, 1)
        : null;

    /// <summary>What the roster is with a correction.</summary>
    internal static Roster Corrected(this Roster roster, EntryCorrected x, Entry correction)
    {
        var of = roster.Root(x.Entry);
        if (roster.Find(of) is not { } found)
            return roster;
        // Taking back a correction brings back what stood before it; taking back an entry leaves nothing standing.
        var undone = x.Withdrawn ? roster.Corrections.Find(c => c.Entry.Event == x.Entry) : null;
        var (withdrawn, redates) = undone is null ? (x.Withdrawn, x.EffectiveOn is not null) : (undone.Before.Withdrawn, undone.Redates);
        Entry Mend(Entry old) => old with
        {
            EffectiveOn = !redates ? old.EffectiveOn : undone?.Before.EffectiveOn ?? x.EffectiveOn!.Value,
            Leaf = redates ? correction.Leaf : old.Leaf,
            RecordedOn = redates ? correction.RecordedOn : old.RecordedOn,
            RecordedAt = redates ? correction.RecordedAt : old.RecordedAt,
            Withdrawn = withdrawn,
            Corrections = old.Corrections.Add(correction.Event),
        };
        var mended = roster with
        {
            Members = [.. roster.Members.Select(m => m.Entry.Event == of ? m with { Entry = Mend(m.Entry) } : m)],
            Ends = [.. roster.Ends.Select(m => m.Entry.Event == of ? m with { Entry = Mend(m.Entry) } : m)],
            Named = [.. roster.Named.Select(m => m.Entry.Event == of ? m with { Entry = Mend(m.Entry) } : m)],
            NamedEnds = [.. roster.NamedEnds.Select(m => m.Entry.Event == of ? m with { Entry = Mend(m.Entry) } : m)],
            Corrections = roster.Corrections.Add(new(correction with { EffectiveOn = Mend(found.Entry).EffectiveOn }, of, found.Kind, found.Subject, found.Unit, found.Entry, withdrawn, redates)),
        };
        // A succession is taken back with the units that it introduced.
        return roster.Successions.InOrder.Find(s => s.Entry.Event == of) is not { } succession ? mended : mended with
        {
            Successions = new(roster.Successions.InOrder.Remove(succession)),
            WithdrawnSuccessions = roster.WithdrawnSuccessions.Add(succession with { Entry = Mend(succession.Entry) }),
            Definitions = [.. roster.Definitions.Where(d => d.Entry.Event != of)],
        };
    }

    private static string UnitOf(Roster roster, NamedEnd end) => roster.Named.Find(n => n.Entry.Event == end.Term)!.Unit;
}

/// <summary>An entry of the roster, whatever it is.</summary>
/// <param name="Count">How many members the entry set.</param>
public sealed record RosterEntry(string Kind, string Subject, string Unit, Entry Entry, int Count);
