using System.Globalization;
using System.Text.RegularExpressions;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.Units.Acts;

/// <summary>
/// Units that an act introduces: named by the act itself, with an id of their own, and with names and aliases that no unit living on the day bears:
/// people and worksheets find units by these words.
/// </summary>
internal static partial class Introduced
{
    private const int NameLimit = 60;

    /// <summary>The same units without blanks around their words, each word once.</summary>
    public static IReadOnlyList<Unit> Trimmed(IReadOnlyList<Unit> introduced) =>
        [.. introduced.Select(u => u with { Name = u.Name.Trim(), Aliases = [.. u.Aliases.Select(a => a.Trim()).Distinct().Where(a => a != u.Name.Trim())] })];

    /// <param name="introduced">Trimmed.</param>
    /// <param name="named">Units that the act names.</param>
    /// <param name="renamed">Units that may stand here again, going on under a new name.</param>
    /// <param name="leaving">Units that are gone by the day through the act itself: their words are free.</param>
    public static Refusal? Check(IReadOnlyList<Unit> introduced, IReadOnlyList<string> named, IReadOnlyList<string> renamed, IReadOnlyList<string> leaving, ActionPlan plan, DateOnly day) =>
        introduced.Select(unit => Proper(unit, named, renamed, plan)).FirstOrDefault(r => r is not null)
        ?? (introduced.Select(u => u.Id).Distinct().Count() < introduced.Count ? Refusal.Invalid("unit-twice", "new") : null)
        ?? introduced.Select((unit, i) => Taken(unit, [.. introduced.Take(i), .. Living(unit, leaving, plan, day)])).FirstOrDefault(r => r is not null);

    private static Refusal? Proper(Unit unit, IReadOnlyList<string> named, IReadOnlyList<string> renamed, ActionPlan plan) =>
        !named.Contains(unit.Id) ? Refusal.Invalid("new-unit-not-named", "new", ("unit", unit.Id))
        : !Slug().IsMatch(unit.Id) ? Refusal.Invalid("not-a-slug", "new", ("value", unit.Id.Length > 80 ? unit.Id[..80] : unit.Id))
        : !Words(unit).All(IsWord) ? Refusal.Invalid("unit-name-missing", "new", ("unit", unit.Id))
        : unit.Kind == UnitKind.Group ? Refusal.Invalid("group-not-introduced", "new", ("unit", unit.Id))
        : plan.FindUnit(unit.Id) is not null && !renamed.Contains(unit.Id) ? Refusal.Conflict("unit-known-already", "new", ("unit", unit.Id))
        : null;

    private static Refusal? Taken(Unit unit, IEnumerable<Unit> others) =>
        (from other in others
         from word in Words(other)
         where Words(unit).Contains(word.Trim())
         select Refusal.Conflict("unit-name-taken", "new", ("name", word.Trim()), ("unit", other.Id))).FirstOrDefault();

    /// <summary>Everybody else who is there on the day or comes later, as on the day and as last told.</summary>
    private static IEnumerable<Unit> Living(Unit unit, IReadOnlyList<string> leaving, ActionPlan plan, DateOnly day) =>
        plan.EveryUnit(DateOnly.MaxValue)
            .Where(u => u != unit.Id && !leaving.Contains(u) && !plan.Roster.Successions.IsGone(u, day))
            .SelectMany(u => new[] { plan.UnitOn(u, day), plan.FindUnit(u) }).OfType<Unit>();

    private static IEnumerable<string> Words(Unit unit) => unit.Aliases.Prepend(unit.Name);

    private static bool IsWord(string text) =>
        text.Length is > 0 and <= NameLimit && !text.Any(c => char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format);

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Slug();
}
