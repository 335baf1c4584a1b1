using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Units.Acts;

/// <summary>
/// 单位更名、合并、分设: from the day on (omitted, today) the successors lead, cooperate, report, claim and answer where the predecessors did; clocks go on.
/// A successor may be a new unit, which this introduces, or the unit itself under a new name; a renaming renames and nothing else. In a split, <paramref name="Given"/> says which measures
/// and tasks go to which successor; the rest is the first one's. A unit that goes on keeps what nobody else is given.
/// Refused: not the group office, a number of units that is not of the kind, unknown units, groups, a unit that is gone or was succeeded on a later day already,
/// a new unit without a proper id or name or with a word that a living unit bears, a renaming that gives no new name or changes kind or authority, a day out of bounds, an item that is no measure or task, given twice, or to none of the successors.
/// </summary>
public sealed record SucceedUnit(
    SuccessionKind? Kind, IReadOnlyList<string> From, IReadOnlyList<string> To, IReadOnlyList<Unit> New, IReadOnlyList<Given> Given, DateOnly? EffectiveOn, DraftText? Basis)
{
    public static Decision Decide(PlanState state, SucceedUnit command, Caller who, Moment now)
    {
        var (plan, day) = (state.Plan, command.EffectiveOn ?? now.On);
        var introduced = Introduced.Trimmed(command.New);
        return RightsTable.Role(nameof(SucceedUnit), who)
            ?? Counts(command)
            ?? Checks.Units(command.From, "from", plan, required: true)
            ?? Introduced.Check(introduced, command.To, command.From, [.. command.From.Except(command.To)], plan, day)
            ?? Checks.Units([.. command.To.Where(t => command.New.All(u => u.Id != t))], "to", plan, required: false)
            ?? (command.To.Distinct().Count() < command.To.Count ? Refusal.Invalid("unit-twice", "to") : null)
            ?? (command.From.Concat(command.To).FirstOrDefault(u => plan.FindUnit(u)?.Kind == UnitKind.Group) is { } group ? Refusal.Invalid("group-not-succeeded", "from", ("unit", group)) : null)
            ?? Checks.DecisionDay(day, plan)
            ?? Standing(command, plan, day)
            ?? (command.Kind == SuccessionKind.Rename ? OnlyRenames(command, introduced, plan, day) : null)
            ?? command.Given.Select(g => Known(g, command, state)).FirstOrDefault(r => r is not null)
            ?? (command.Given.Select(g => g.Item).Distinct().Count() < command.Given.Count ? Refusal.Invalid("item-given-twice", "given") : null)
            ?? Checks.Text(command.Basis, "basis", plan)
            ?? Decision.Of(new UnitsSucceeded(
                command.Kind!.Value, command.From, [.. command.To.OrderBy(t => !command.From.Contains(t))], introduced, command.Given, day, TextSeal.Of(command.Basis!)));
    }

    private static Refusal? Counts(SucceedUnit command) => (command.Kind, command.From.Count, command.To.Count) switch
    {
        (SuccessionKind.Rename, 1, 1) when command.From[0] != command.To[0] || command.New.Any(u => u.Id == command.To[0]) => null,
        (SuccessionKind.Merge, > 0, 1) when command.From.Any(f => f != command.To[0]) => null,
        (SuccessionKind.Split, 1, > 1) => null,
        _ => Refusal.Invalid("succession-not-of-kind", "kind", ("kind", command.Kind?.ToString().ToLowerInvariant()), ("from", command.From.Count), ("to", command.To.Count)),
    };

    /// <summary>Predecessors and known successors are there on the day, and no later day has been told yet on which a predecessor goes.</summary>
    private static Refusal? Standing(SucceedUnit command, ActionPlan plan, DateOnly day) =>
        plan.Succeeded(command.From, DateOnly.MaxValue, "from")
        ?? plan.Succeeded(command.To, day, "to")
        ?? (command.From.Concat(command.To).FirstOrDefault(u => command.New.All(n => n.Id != u) && plan.UnitOn(u, day) is null) is { } early
            ? Refusal.Conflict("unit-not-yet", "effectiveOn", ("unit", early), ("day", day))
            : null);

    /// <summary>Another name, and the same kind and authority: who is noticed hangs on these, and a later document changes them.</summary>
    private static Refusal? OnlyRenames(SucceedUnit command, IReadOnlyList<Unit> introduced, ActionPlan plan, DateOnly day)
    {
        var before = plan.UnitOn(command.From[0], day)!;
        return introduced.FirstOrDefault() is not { } after || after.Name == before.Name ? Refusal.Invalid("rename-without-name", "new", ("unit", before.Id), ("name", before.Name))
            : after.Kind != before.Kind || after.Authority != before.Authority
                ? Refusal.Invalid("rename-changes-unit", "new", ("unit", before.Id), ("kind", Word(before.Kind)), ("authority", Word(before.Authority)))
            : null;
    }

    private static string Word<T>(T value) where T : struct, Enum => Inspections.View.Figures.Word(value);

    private static Refusal? Known(Given given, SucceedUnit command, PlanState state) =>
        command.Kind != SuccessionKind.Split || !command.To.Contains(given.Unit) ? Refusal.Invalid("given-to-no-successor", "given", ("item", given.Item), ("unit", given.Unit))
        : state.Tasks.Values.Any(t => given.Item == "task:" + t.No || t.Definitions.Exists(d => d.Catalogue.Measure(given.Item) is not null)) ? null
        : Refusal.Invalid("item-not-a-measure", "given", ("item", given.Item.Length > 80 ? given.Item[..80] : given.Item));
}
