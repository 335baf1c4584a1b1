using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.PlanTasks.Acts;

/// <summary>
/// 审签: the unit's approver lets out a figure that was typed by hand, or a correction of one. Refused: nothing that waits under this id,
/// not the unit's approver, whoever typed, corrected or documented it.
/// </summary>
public sealed record ReleaseFigure(Guid Entry)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, ReleaseFigure command, Caller who, Moment now)
    {
        if (Waiting(task, command.Entry) is not { } waiting)
            return task.Entries.GetValueOrDefault(command.Entry, EntryKind.Progress) is EntryKind.Reading or EntryKind.Correction
                ? Refusal.Conflict("figure-released-already", "entry", ("entry", command.Entry))
                : Refusal.NotFound("unknown-entry", "entry", ("entry", command.Entry), ("task", task.No));
        var matter = new Matter(waiting.Unit, now.On) { Items = waiting.Items, Owners = [waiting.Unit], Doers = waiting.By, NotYours = "not-your-unit", NotTheDoer = "typist-never-releases" };
        return RightsTable.Check(nameof(ReleaseFigure), who, matter, plan) ?? (Decision)Decision.Of(new FigureReleased(command.Entry, waiting.Unit));
    }

    private static (string Unit, IEnumerable<string> By, IReadOnlyList<string> Items)? Waiting(PlanTask task, Guid entry) =>
        task.WaitingReadings.Find(r => r.Entry.Event == entry) is { } reading ? (reading.Unit, task.Suppliers(entry).Concat(reading.By), task.ItemsOf(reading.Indicator))
        : task.WaitingCorrections.Find(c => c.Entry.Event == entry) is { } correction ? (correction.Unit, [correction.Entry.User], task.ItemsOf(task.Readings.Find(r => r.Entry.Event == correction.Of)!.Indicator))
        : null;
}
