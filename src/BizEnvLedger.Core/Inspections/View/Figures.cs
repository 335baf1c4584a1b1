using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.Inspections.View;

/// <summary>Counts by task, unit and area. Due = on time + extended + late + open, everywhere.</summary>
public static class Figures
{
    internal static Totals TotalsOf(IReadOnlyList<AssessedTask> tasks, IReadOnlyList<AssessedMilestone> due, IReadOnlyList<IndicatorFigures> indicators, Look look)
    {
        var all = tasks.SelectMany(t => t.Milestones).Where(m => m.IsLed).ToList();
        var notDue = all.Where(m => !m.IsClosed && (m.Due is null || m.Due > look.Day)).ToList();
        return new()
        {
            Tasks = tasks.Count(t => t.IsNumbered),
            Measures = tasks.Where(t => t.IsNumbered).Sum(t => t.Catalogue.Measures.Count),
            Milestones = all.Count,
            Due = due.Count,
            OnTime = due.Count(m => m.Outcome == "onTime"),
            Extended = due.Count(m => m.Outcome == "extended"),
            Late = due.Count(m => m.Outcome == "late"),
            Open = due.Count(m => !m.IsClosed),
            Waiting = due.Count(m => m.Outcome == "waiting"),
            NotDue = notDue.Count,
            NotDueBehind = notDue.Count(m => m.Light is Light.Yellow or Light.Red),
            IndicatorsDue = indicators.Count(IsDue),
            IndicatorsMet = indicators.Count(i => i.Attainment == Word(Attained.Met)),
            IndicatorsUnreported = indicators.Count(i => i.Attainment == Word(Attained.Unreported)),
        };
    }

    internal static AreaFigures AreaOf(ActionArea area, IReadOnlyList<AssessedTask> tasks, IReadOnlyList<AssessedMilestone> due, IReadOnlyList<IndicatorFigures> indicators)
    {
        var own = tasks.Where(t => t.IsNumbered && t.Catalogue.Task.Area == area.Id).ToList();
        var numbers = own.Select(t => t.Task.No).ToHashSet();
        var milestones = due.Where(m => numbers.Contains(m.Task.No)).ToList();
        var figures = indicators.Where(i => numbers.Contains(i.Task)).ToList();
        return new(area.Id, area.Title, [.. own.Select(t => t.Catalogue.Task.Number)], milestones.Count,
            milestones.Count(m => m.Outcome == "onTime"), milestones.Count(m => m.Outcome == "extended"), milestones.Count(m => m.Outcome == "late"), milestones.Count(m => !m.IsClosed),
            figures.Count(IsDue), figures.Count(i => i.Attainment == Word(Attained.Met)));
    }

    internal static TaskFigures TaskOf(AssessedTask task, IReadOnlyList<AssessedMilestone> due, Told told, Look look)
    {
        var own = due.Where(m => m.Task.No == task.Task.No).ToList();
        var chain = task.Task.ResponsibleOn(null, look.Day);
        var reports = ReportsBy(task, look).ToList();
        var returned = told.Returned.Where(r => r.Task == task.Task.No).ToList();
        var late = told.LateEntries.Where(l => l.Task == task.Task.No).ToList();
        var changes = told.LeadChanges.Where(c => c.Task == task.Task.No).ToList();
        return new()
        {
            No = task.Task.No,
            Title = task.Catalogue.Task.Title,
            Area = task.Catalogue.Task.Area,
            Leads = look.Names(chain.Leads),
            Cooperating = look.Names(chain.Cooperating),
            Light = Word(Lights.Worst(task.Milestones.Select(m => m.Light))),
            Milestones = task.Milestones.Count,
            Closed = task.Milestones.Count(m => m.IsClosed),
            Due = own.Count,
            OnTime = own.Count(m => m.Outcome == "onTime"),
            Extended = own.Count(m => m.Outcome == "extended"),
            Late = own.Count(m => m.Outcome == "late"),
            Open = own.Count(m => !m.IsClosed),
            Returned = returned.Count,
            LateEntries = late.Count,
            LeadChanges = changes.Count,
            Reports = reports.Count,
            NextDue = task.Milestones.Where(m => m.Due > look.Day && !m.IsClosed).Min(m => m.Due),
            Events = [.. chain.Events.Append(task.Task.AssignedBy)
                .Concat(task.Milestones.SelectMany(m => m.Events)).Concat(returned.SelectMany(r => r.Events)).Concat(late.Select(l => l.Event))
                .Concat(changes.Select(c => c.Event)).Concat(reports.Select(r => r.Event)).Distinct()],
        };
    }

    internal static IReadOnlyList<UnitFigures> UnitsOf(IReadOnlyList<AssessedTask> tasks, IReadOnlyList<AssessedMilestone> due, Told told, Look look)
    {
        var byNo = tasks.ToDictionary(t => t.Task.No, t => t.Task);
        var chains = tasks.SelectMany(t => t.Catalogue.Measures.Select(m => (t.Task.AssignedBy, Chain: t.Task.ResponsibleOn(m, look.Day)))).ToList();
        var reports = tasks.SelectMany(t => ReportsBy(t, look)).ToList();
        var delays = tasks.SelectMany(t => t.Milestones).SelectMany(m => m.Delay.Where(d => d.Account is Account.Leads or Account.Cooperating).Select(d => (m.Standing.Chain.Items, Stretch: d))).ToList();
        string Holder(UnitName unit, string no, string subject) => look.Holder(unit.Id, byNo[no], subject);
        return [.. look.Plan.UnitsOn(look.Day).Select(unit =>
        {
            var own = due.Where(m => m.Standing.Chain.Leads.Contains(unit.Id)).ToList();
            var leads = chains.Where(c => c.Chain.Leads.Contains(unit.Id)).ToList();
            var cooperates = chains.Where(c => c.Chain.Cooperating.Contains(unit.Id)).ToList();
            var returned = told.Returned.Where(r => Holder(r.Unit, r.Task, r.Milestone) == unit.Id).ToList();
            var silent = told.Silent.Where(s => s.Unit.Id == unit.Id).ToList();
            var late = told.LateEntries.Where(l => l.Task != LateEntry.OfUnits && Holder(l.Unit, l.Task, l.Subject) == unit.Id).ToList();
            var delayed = delays.Where(d => d.Stretch.Units.Contains(unit.Id) && DaysWithin(d.Stretch, look.Cut.HalfYear) > 0).ToList();
            var reported = reports.Where(r => r.Unit == unit.Id).ToList();
            IReadOnlyList<FormerUnit> formerly = [.. look.Plan.Roster.Successions.FormerOf(unit.Id, look.Day).Select(f => FormerOf(f, unit.Id))];
            return new UnitFigures
            {
                Id = unit.Id,
                Name = unit.Name,
                Kind = Word(unit.Kind),
                Authority = Word(unit.Authority),
                Leads = leads.Count,
                Cooperates = cooperates.Count,
                Due = own.Count,
                OnTime = own.Count(m => m.Outcome == "onTime"),
                Extended = own.Count(m => m.Outcome == "extended"),
                Late = own.Count(m => m.Outcome == "late"),
                Open = own.Count(m => !m.IsClosed),
                Returned = returned.Count,
                Silent = silent.Count,
                DelayDays = delayed.Sum(d => DaysWithin(d.Stretch, look.Cut.HalfYear)),
                LateEntries = late.Count,
                Reports = reported.Count,
                Formerly = formerly.Count > 0 ? formerly : null,
                Events = [.. leads.Concat(cooperates).SelectMany(c => c.Chain.Events.Append(c.AssignedBy))
                    .Concat(own.SelectMany(m => m.Events)).Concat(returned.SelectMany(r => r.Events)).Concat(silent.SelectMany(s => s.Events!))
                    .Concat(delayed.SelectMany(d => d.Stretch.Events)).Concat(late.Select(l => l.Event)).Concat(reported.Select(r => r.Event)).Distinct()],
            };
        }).Where(u => u.Leads + u.Cooperates + u.Reports + u.DelayDays + (u.Formerly?.Sum(f => f.DelayDays) ?? 0) > 0)];

        // Of a unit that was split, a successor shows the days of what it was given.
        FormerUnit FormerOf(string former, string successor)
        {
            var ended = look.Plan.Roster.Successions.LastOf(former, look.Day)!;
            return new(former, look.Plan.OwnName(former, ended.On), ended.On, Word(ended.Kind),
                delays.Where(d => d.Stretch.Units.Contains(former) && look.Plan.Roster.Successions.Holder(former, look.Day, d.Items) == successor).Sum(d => DaysWithin(d.Stretch, look.Cut.HalfYear)),
                ended.Entry.Event);
        }
    }

    /// <summary>A word as the API and the data set write it.</summary>
    public static string Word<T>(T value) where T : struct, Enum
    {
        var word = value.ToString();
        return char.ToLowerInvariant(word[0]) + word[1..];
    }

    private static bool IsDue(IndicatorFigures i) => i.Attainment is "met" or "missed" or "unreported";

    private static int DaysWithin(DelayStretch stretch, HalfYear halfYear)
    {
        var from = stretch.From > halfYear.FirstDay ? stretch.From : halfYear.FirstDay;
        var end = halfYear.LastDay.AddDays(1);
        var to = stretch.To < end ? stretch.To : end;
        return Math.Max(0, to.DayNumber - from.DayNumber);
    }

    /// <summary>Progress reports and figures that are effective within the half-year, by their units; by the successors of those gone by its last day.</summary>
    private static IEnumerable<(string Unit, Guid Event)> ReportsBy(AssessedTask task, Look look) =>
        task.Task.Reports.Where(r => Within(r.Entry, look)).Select(r => (look.Holder(r.Unit, task.Task, r.Measure), r.Entry.Event))
            .Concat(task.Task.Readings.Where(r => Within(r.Entry, look)).Select(r => (look.Holder(r.Unit, task.Task, r.Indicator), r.Entry.Event)));

    private static bool Within(Entry entry, Look look) => !entry.Withdrawn && look.Cut.HalfYear.Contains(entry.EffectiveOn);
}
