using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Inspections.Acts;

/// <summary>An event of a task, as far as a finding can rest on it.</summary>
/// <param name="Unit">Whose act it is, or whose act it answers; null where it is nobody's: the document, a reassignment.</param>
/// <param name="Own">The unit's own act; else one that answers it (a verdict, a decision).</param>
/// <param name="Subject">Milestone, measure or indicator that it is about; null for the whole task.</param>
internal sealed record TaskAct(Guid Event, string? Unit, bool Own, string? Subject);

/// <summary>Whose the events of a task are, and what they are about.</summary>
internal static class ActsOfTask
{
    public static IEnumerable<TaskAct> All(this PlanTask task) =>
    [
        .. task.Definitions.Select(d => new TaskAct(d.Event, null, false, null)),
        .. task.LeadChanges.Select(c => new TaskAct(c.Entry.Event, null, false, c.Measure)),
        .. task.LeaderChanges.Select(c => new TaskAct(c.Entry.Event, null, false, c.Measure)),
        .. task.Acknowledgements.Where(a => !a.ByReport).Select(a => new TaskAct(a.Entry.Event, a.Unit, true, null)),
        .. task.Reports.Select(r => new TaskAct(r.Entry.Event, r.Unit, true, r.Measure)),
        .. task.Readings.Concat(task.WaitingReadings).SelectMany(r => Of(r.Unit, r.Indicator, [r.Entry, r.Release], [])),
        .. task.Corrections.Select(c => new TaskAct(c.Entry.Event, c.Unit, true, c.Subject)),
        .. task.WaitingCorrections.Select(c => new TaskAct(c.Entry.Event, c.Unit, true, null)),
        .. task.Claims.SelectMany(c => Of(c.Unit, c.Milestone, [c.Entry, c.Release], [c.Accepted, c.Return])),
        .. task.Extensions.SelectMany(x => Of(x.Unit, x.Milestone, [x.Entry, x.Release], [x.Decision])),
        .. task.Suspensions.SelectMany(x => Of(x.Unit, x.Milestone, [x.Entry, x.Release], [x.Decision, x.End])),
        .. task.Steps.SelectMany(s => Of(s.Owner, s.Milestone ?? s.Measure!, [s.Report], [s.Entry, s.Confirmation])),
    ];

    /// <summary>Whether something is about a milestone: the milestone itself, its measure, what that is an item of, or the task.</summary>
    public static bool IsAbout(this PlanTask task, string? subject, string milestone) =>
        subject is null || subject == milestone || (!IsMilestone(task, subject) && task.ItemsOf(subject)[0] is var item && task.ItemsOf(milestone).Contains(item));

    private static bool IsMilestone(PlanTask task, string subject) => task.Definitions.Exists(d => d.Catalogue.Milestone(subject) is not null);

    private static IEnumerable<TaskAct> Of(string unit, string subject, Entry?[] own, Entry?[] answers) =>
        own.OfType<Entry>().Select(e => new TaskAct(e.Event, unit, true, subject)).Concat(answers.OfType<Entry>().Select(e => new TaskAct(e.Event, unit, false, subject)));
}
