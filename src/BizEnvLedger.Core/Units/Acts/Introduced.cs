using System.Text.RegularExpressions;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.Units.Acts;

/// <summary>Units that an act introduces: named by the act itself, with an id and a name of their own.</summary>
internal static partial class Introduced
{
    /// <param name="named">Units that the act names.</param>
    /// <param name="renamed">Units that may stand here again, going on under a new name.</param>
    public static Refusal? Check(IReadOnlyList<Unit> introduced, IReadOnlyList<string> named, IReadOnlyList<string> renamed, ActionPlan plan) =>
        introduced.Select(unit => Proper(unit, named, renamed, plan)).FirstOrDefault(r => r is not null)
        ?? (introduced.Select(u => u.Id).Distinct().Count() < introduced.Count ? Refusal.Invalid("unit-twice", "new") : null)
        ?? (introduced.Select(u => u.Name).Distinct().Count() < introduced.Count ? Refusal.Conflict("unit-name-taken", "new", ("name", introduced[0].Name), ("unit", introduced[0].Id)) : null);

    private static Refusal? Proper(Unit unit, IReadOnlyList<string> named, IReadOnlyList<string> renamed, ActionPlan plan) =>
        !named.Contains(unit.Id) ? Refusal.Invalid("new-unit-not-named", "new", ("unit", unit.Id))
        : !Slug().IsMatch(unit.Id) ? Refusal.Invalid("not-a-slug", "new", ("value", unit.Id.Length > 80 ? unit.Id[..80] : unit.Id))
        : string.IsNullOrWhiteSpace(unit.Name) || unit.Name.Length > 60 || unit.Name.Any(char.IsControl) ? Refusal.Invalid("unit-name-missing", "new", ("unit", unit.Id))
        : unit.Kind == UnitKind.Group ? Refusal.Invalid("group-not-introduced", "new", ("unit", unit.Id))
        : plan.FindUnit(unit.Id) is not null && !renamed.Contains(unit.Id) ? Refusal.Conflict("unit-known-already", "new", ("unit", unit.Id))
        : plan.EveryUnit(DateOnly.MaxValue).FirstOrDefault(u => u != unit.Id && !renamed.Contains(u) && plan.FindUnit(u)!.Name == unit.Name) is { } taken
            ? Refusal.Conflict("unit-name-taken", "new", ("name", unit.Name), ("unit", taken))
        : null;

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Slug();
}
