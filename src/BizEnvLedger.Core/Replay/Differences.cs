using System.Globalization;
using System.Text.Json;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Replay;

/// <summary>What of a subject differs.</summary>
public enum Differs { Appeared, Left, Due, State, Light, Leads, Cooperating, Leader, DaysLate, ClosedOn, Figure, Attained }

/// <summary>One difference between two states of knowledge.</summary>
/// <param name="Task">Task number.</param>
/// <param name="Subject">Milestone or indicator id.</param>
/// <param name="Before">Value before; null where there was none. Units by id, separated by commas; states and lights as the API writes them.</param>
/// <param name="Events">Events recorded in between that it rests on; none where only the day has moved on.</param>
public sealed record Difference(string Task, string Subject, Differs What, string? Before, string? After, IReadOnlyList<Guid> Events);

/// <summary>
/// What changed between two moments: the plan as known at one and as known at the other, each judged on a day. With the same day on both sides it is what
/// was learned or restated about that day; with each moment's own day it is what happened.
/// </summary>
public static class Differences
{
    /// <param name="before">Null where the plan was not issued yet.</param>
    public static IReadOnlyList<Difference> Between(PlanState? before, DateOnly on, PlanState after, DateOnly until)
    {
        var found = new List<Difference>();
        foreach (var task in after.InOrder)
        {
            var now = TaskAssessment.Of(task, after.Plan, until);
            var then = before?.Tasks.GetValueOrDefault(task.No) is { } earlier && earlier.AssignedOn <= on ? TaskAssessment.Of(earlier, before.Plan, on) : null;
            foreach (var milestone in now.Milestones)
                Compare(found, task.No, then?.Milestone(milestone.Standing.Milestone.Id), milestone);
            foreach (var gone in then?.Milestones.Where(m => now.Milestone(m.Standing.Milestone.Id) is null) ?? [])
                found.Add(new(task.No, gone.Standing.Milestone.Id, Differs.Left, Date(gone.Standing.Due), null, gone.Standing.Events));
            foreach (var indicator in now.Indicators)
                Compare(found, task.No, then?.Indicators.FirstOrDefault(i => i.Indicator.Id == indicator.Indicator.Id), indicator);
        }

        return found;
    }

    private static void Compare(List<Difference> found, string task, MilestoneAssessment? before, MilestoneAssessment after)
    {
        var id = after.Standing.Milestone.Id;
        var events = after.Standing.Events.Concat(after.Standing.Chain.Events).Concat(after.Delay.SelectMany(d => d.Events)).Distinct()
            .Except(before is null ? [] : before.Standing.Events.Concat(before.Standing.Chain.Events).Concat(before.Delay.SelectMany(d => d.Events))).ToList();
        if (before is null)
        {
            found.Add(new(task, id, Differs.Appeared, null, Date(after.Standing.Due), events));
            return;
        }

        var (was, now) = (before.Standing, after.Standing);
        Add(Differs.Due, Date(was.Due), Date(now.Due));
        Add(Differs.State, Word(was.State), Word(now.State));
        Add(Differs.Light, Word(before.Lit.Light), Word(after.Lit.Light));
        Add(Differs.Leads, string.Join(", ", was.Chain.Leads), string.Join(", ", now.Chain.Leads));
        Add(Differs.Cooperating, string.Join(", ", was.Chain.Cooperating), string.Join(", ", now.Chain.Cooperating));
        Add(Differs.Leader, was.Chain.Leader, now.Chain.Leader);
        Add(Differs.DaysLate, before.DaysLate.ToString(CultureInfo.InvariantCulture), after.DaysLate.ToString(CultureInfo.InvariantCulture));
        Add(Differs.ClosedOn, Date(was.ClosedOn), Date(now.ClosedOn));

        void Add(Differs what, string? from, string? to)
        {
            if (from != to)
                found.Add(new(task, id, what, from, to, events));
        }
    }

    private static void Compare(List<Difference> found, string task, Standing? before, Standing after)
    {
        var id = after.Indicator.Id;
        IReadOnlyList<Guid> events = after.Reading is { } read && read.Entry.Event != before?.Reading?.Entry.Event ? [read.Entry.Event, .. read.Entry.Corrections] : [.. (after.Reading?.Entry.Corrections ?? []).Except(before?.Reading?.Entry.Corrections ?? [])];
        if (before?.Reading?.Value != after.Reading?.Value)
            found.Add(new(task, id, Differs.Figure, Figure(before?.Reading?.Value), Figure(after.Reading?.Value), events));
        if (before is not null && before.Attained != after.Attained)
            found.Add(new(task, id, Differs.Attained, Word(before.Attained), Word(after.Attained), events));
    }

    private static string? Date(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Figure(decimal? value) => value?.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
