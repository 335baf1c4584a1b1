using System.Text.Json;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans.Reading;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Plans.Acts;

/// <summary>
/// AmendPlan and ClarifyPlan: a checked file changes the plan from a day on; never retroactive, and in order of effect.
/// It appends to the plan's stream and to every touched task's in one transaction. Refused: not the group office, a day before today,
/// a day before an earlier change's.
/// </summary>
public sealed record ChangePlan(PlanChange Change, string FileSha256)
{
    public static Decision Decide(ActionPlan plan, ChangePlan command, Caller who, Moment now)
    {
        var change = command.Change;
        if (RightsTable.Role(nameof(ChangePlan), who) is { } refusal)
            return refusal;
        if (change.EffectiveOn < now.On)
            return Refusal.Invalid("retroactive", "effectiveOn", ("day", change.EffectiveOn), ("today", now.On));
        if (plan.Versions[^1].Change is { } last && change.EffectiveOn < last.EffectiveOn)
            return Refusal.Conflict("before-earlier-change", "effectiveOn", ("day", change.EffectiveOn), ("last", last.EffectiveOn), ("change", last.Id));
        if (plan.Versions.Exists(v => v.Change?.Id == change.Id))
            return Refusal.Conflict("change-recorded-already", "id", ("change", change.Id));

        object own = change.Format == PlanChange.AmendmentFormat
            ? new PlanAmended(change, command.FileSha256, change.EffectiveOn)
            : new PlanClarified(change, command.FileSha256, change.EffectiveOn);
        // A task that was withdrawn and is taken up again goes on in its own stream.
        var streams = plan.Versions.SelectMany(v => v.Document.EverySection()).Select(s => s.No).ToHashSet();
        var touched = Touched(plan.Latest, PlanChanges.Apply(plan.Latest, change))
            .Select(s => (object)new Addressed(PlanTask.StreamOf(plan.Id, s.No), s.Added && !streams.Contains(s.No)
                ? new TaskAssigned(plan.Id, s.No, plan.Period, s.Definition, change.EffectiveOn)
                : new TaskChanged(change.Id, change.Format, change.DocumentNumber, s.Definition, change.EffectiveOn)));
        return Decision.Of([own, .. touched]);
    }

    private static IEnumerable<(string No, TaskDefinition Definition, bool Added)> Touched(PlanDocument before, PlanDocument after)
    {
        var old = before.EverySection().ToDictionary(s => s.No, s => s.Definition);
        foreach (var (no, definition) in after.EverySection())
            if (!old.Remove(no, out var was))
                yield return (no, definition, true);
            else if (Json(was) != Json(definition))
                yield return (no, definition, false);
        foreach (var (no, gone) in old)
            yield return (no, gone with { Measures = [] }, false);
    }

    private static string Json(TaskDefinition definition) => JsonSerializer.Serialize(definition, PlanJson.Options);
}
