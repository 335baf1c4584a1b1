using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.View;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Units;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;

namespace BizEnvLedger.Service.PlanTasks;

/// <summary>Gives a plan's judged tasks the shapes that the API answers; the texts beside the ledger are looked up once.</summary>
public sealed class TaskViews(PlanState state, AsOf asOf, int position, IReadOnlyDictionary<(Guid Event, string Field), string> texts)
{
    /// <summary>Reports that a whole task shows, the latest; all of them are in its events.</summary>
    public const int ReportsShown = 50;

    private ActionPlan Plan => state.Plan;

    /// <summary>Events of a task whose texts a whole view shows.</summary>
    public static IEnumerable<Guid> TextEvents(PlanTask task) =>
        task.LeaderChanges.Select(l => l.Entry.Event)
            .Concat(task.Readings.Concat(task.WaitingReadings).Select(r => r.Entry.Event))
            .Concat(task.Reports.TakeLast(ReportsShown).SelectMany(r => r.Entry.Corrections.Prepend(r.Entry.Event)))
            .Concat(task.Steps.Select(s => s.Entry.Event))
            .Concat(RequestEvents(task));

    /// <summary>Events of requests, whose reasons a milestone shows.</summary>
    public static IEnumerable<Guid> RequestEvents(PlanTask task) =>
        task.Claims.SelectMany(c => Events(c.Withdrawal, c.Decline)).Concat(task.Extensions.SelectMany(x => Events(x.Entry, x.Decision, x.Withdrawal))).Concat(task.Suspensions.SelectMany(x => Events(x.Entry, x.Decision, x.Withdrawal)));

    /// <summary>Events whose texts a list of tasks shows: the leaders' names.</summary>
    public static IEnumerable<Guid> LeaderEvents(PlanState state) => state.Tasks.Values.SelectMany(t => t.LeaderChanges).Select(l => l.Entry.Event);

    public TaskRow Row(PlanTask task)
    {
        var judged = Judged.On(task, Plan, asOf.Day);
        var chain = task.ResponsibleOn(null, asOf.Day);
        var lights = judged.Milestones.Select(Lit).ToList();
        return new(
            task.No, NumberOf(judged), judged.Catalogue.Task.Title, judged.Catalogue.Task.Area, judged.Catalogue.Task.Clause, Names(chain.Leads), Names(chain.Cooperating),
            Leader(task, chain), Figures.Word(Lights.Worst(lights)), LightCounts.Of(lights), judged.Milestones.Count, judged.Milestones.Count(m => m.Standing.Closing is not null),
            Stated(task, null), judged.Milestones.Where(m => m.Standing.Closing is null && m.Standing.Due >= asOf.Day).Min(m => m.Standing.Due), task.Version);
    }

    public TaskShape Whole(PlanTask task)
    {
        var judged = Judged.On(task, Plan, asOf.Day);
        var chain = task.ResponsibleOn(null, asOf.Day);
        var worst = Lights.Worst(judged.Milestones.Select(Lit));
        return new()
        {
            Plan = Plan.Id,
            No = task.No,
            Number = NumberOf(judged),
            Title = judged.Catalogue.Task.Title,
            Area = judged.Catalogue.Task.Area,
            Clause = judged.Catalogue.Task.Clause,
            Leads = Names(chain.Leads),
            Cooperating = Names(chain.Cooperating),
            LeaderInCharge = Leader(task, chain),
            AssignedOn = task.AssignedOn,
            Measures = [.. judged.Catalogue.Task.Measures.Select(m => MeasureOf(task, judged.Catalogue.Measure(m.Id)!))],
            Milestones = [.. MilestonesOf(task, singly: false)],
            Indicators = [.. IndicatorsOf(task)],
            Steps = [.. task.Steps.Select(s => new StepShape(s.Id, s.Milestone, s.Measure, Plan.Name(s.Owner, asOf.Day), s.Due, Text(s.Entry.Event, "deliverable"), s.Confirmation?.EffectiveOn, s.Report?.EffectiveOn, s.DoneOn(Plan)))],
            Acknowledgements = [.. task.Acknowledgements.Select(a => new AcknowledgementShape(Plan.Name(a.Unit, asOf.Day), a.Entry.EffectiveOn, a.ByReport, a.Entry.Event))],
            Progress = [.. task.Reports.TakeLast(ReportsShown).Where(r => r.Entry.EffectiveOn <= asOf.Day).Select(ProgressOf)],
            ProgressTotal = task.Reports.Count(r => r.Entry.EffectiveOn <= asOf.Day),
            Responsibility = [.. judged.Catalogue.Measures.SelectMany(m => ResponsibilityOf(task, m))],
            Light = Figures.Word(worst),
            Reasons = [.. judged.Milestones.Where(m => Lit(m) == worst).Take(20).Select(m => new TaskReasonShape(m.Standing.Milestone.Id, Figures.Word(Lit(m)), Reasons(m.Lit)))],
            Version = task.Version,
            Position = position,
            EffectiveOn = asOf.Day,
            RecordedBy = asOf.RecordedBy,
            Imported = task.Reports.Exists(r => r.Entry.Imported) || task.Claims.Exists(c => c.Entry.Imported) || task.Readings.Exists(r => r.Entry.Imported),
        };
    }

    /// <summary>Milestones in document order; a recurring duty is one item, or each of its occurrences where asked singly.</summary>
    public IEnumerable<MilestoneShape> MilestonesOf(PlanTask task, bool singly)
    {
        var judged = Judged.On(task, Plan, asOf.Day);
        var byDefinition = judged.Milestones.GroupBy(m => m.Standing.Milestone.Definition.Id).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var measure in judged.Catalogue.Measures)
            foreach (var definition in measure.Definition.Milestones)
            {
                var own = byDefinition.GetValueOrDefault(definition.Id, []);
                byDefinition.Remove(definition.Id);
                if (definition.Recurrence is null || singly)
                    foreach (var m in own)
                        yield return MilestoneOf(task, m);
                if (definition.Recurrence is not null && (!singly || own.Count == 0))
                    yield return Recurring(task, measure, definition, own);
            }

        foreach (var withdrawn in byDefinition.Values.SelectMany(m => m))
            yield return MilestoneOf(task, withdrawn);
    }

    public IEnumerable<IndicatorShape> IndicatorsOf(PlanTask task)
    {
        foreach (var standing in Judged.On(task, Plan, asOf.Day).Indicators)
        {
            var definition = standing.Indicator.Definition;
            yield return new()
            {
                Id = definition.Id,
                Task = task.No,
                Measure = standing.Indicator.Measure.Id,
                Name = definition.Name,
                Unit = definition.Unit,
                Definition = definition.Definition,
                Direction = definition.Direction,
                Scope = definition.Scope,
                Baseline = definition.Baseline,
                FactOnly = definition.FactOnly,
                Targets = definition.Targets,
                InForce = standing.InForce,
                Next = standing.Next,
                Attainment = Figures.Word(standing.Attained),
                Readings = [.. task.Readings.Where(r => r.Indicator == definition.Id && r.Entry.EffectiveOn <= asOf.Day).Select(r => ReadingOf(r, definition))],
                Waiting = [.. task.WaitingReadings.Where(r => r.Indicator == definition.Id && r.Entry.EffectiveOn <= asOf.Day).Select(r => ReadingOf(r, definition))],
            };
        }
    }

    public IEnumerable<ResponsibilityShape> ResponsibilityOf(PlanTask task, PlacedMeasure measure) =>
        task.ChainOf(measure, asOf.Day).Select(s =>
        {
            var words = task.LeadChanges.Select(c => c.Entry).Concat(task.LeaderChanges.Select(c => c.Entry)).Where(e => s.Chain.Events.Contains(e.Event)).ToList();
            return new ResponsibilityShape(
                measure.Id, s.From, s.To, Names(s.Chain.Leads), Names(s.Chain.Cooperating), Leader(task, s.Chain), s.Chain.Leads.Count > 1,
                words.Exists(e => Plan.IsLate(e)), words.Count > 0 ? words.Max(e => e.RecordedOn) : null, s.Chain.Events);
        });

    public IReadOnlyList<UnitName> Names(IEnumerable<string> units) => [.. units.Select(u => Plan.Name(u, asOf.Day))];

    /// <summary>A goal that repeats a task's milestone shows that milestone's light.</summary>
    public Light Lit(MilestoneAssessment m) => Same(m)?.Lit.Light ?? m.Lit.Light;

    private MilestoneAssessment? Same(MilestoneAssessment m) =>
        m.Standing.Milestone.Definition.SameAs is not { } id ? null
        : state.Tasks.Values.Where(t => t.Latest.Milestone(id) is not null).Select(t => Judged.On(t, Plan, asOf.Day).Milestone(id)).FirstOrDefault(found => found is not null);

    private MilestoneShape MilestoneOf(PlanTask task, MilestoneAssessment own)
    {
        var m = Same(own) ?? own;
        var placed = own.Standing.Milestone;
        return Shape(task, placed.Definition, placed.Measure, placed.Id, placed.Start) with
        {
            Due = own.Standing.Due,
            OriginalDue = own.Standing.OriginalDue,
            State = Figures.Word(m.Standing.State),
            Light = Figures.Word(m.Lit.Light),
            Reasons = Reasons(m.Lit),
            ClosedOn = m.Standing.ClosedOn,
            DaysLate = m.DaysLate,
            Claims = [.. task.Claims.Where(c => c.Milestone == placed.Id).Select(c => ClaimOf(task, c))],
            Extensions = [.. task.Extensions.Where(x => x.Milestone == placed.Id).Select(ExtensionOf)],
            Suspensions = [.. task.Suspensions.Where(x => x.Milestone == placed.Id).Select(SuspensionOf)],
        };
    }

    private ExtensionShape ExtensionOf(Extension x) => new(
        x.Id, Plan.Name(x.Unit, asOf.Day), x.Entry.RecordedOn, x.Asked, State(x.Release, x.Decision, x.NewDue is not null, x.Withdrawal),
        x.Release is { } released ? Plan.Calendar.After(released.RecordedOn, Plan.Rules.Extension.DecisionWorkingDays) : null, x.Decision?.RecordedOn, x.NewDue, x.ByLeadingGroup,
        Text(x.Id, "reason"), x.Decision is { } decision ? Text(decision.Event, "reason") : null, x.Withdrawal is { } back ? Text(back.Event, "reason") : null, Events(x.Entry, x.Release, x.Decision, x.Withdrawal));

    private SuspensionShape SuspensionOf(Suspension x) => new(
        x.Id, Plan.Name(x.Unit, asOf.Day), x.Entry.RecordedOn, x.From is not null && asOf.Day >= x.Over ? "over" : State(x.Release, x.Decision, x.From is not null, x.Withdrawal), x.From, x.ReviewOn ?? x.Asked,
        x.End?.EffectiveOn, Text(x.Id, "precondition"), x.Decision is { } decision ? Text(decision.Event, "reason") : null, x.Withdrawal is { } back ? Text(back.Event, "reason") : null, Events(x.Entry, x.Release, x.Decision, x.End, x.Withdrawal));

    private static string State(Entry? release, Entry? decision, bool granted, Entry? withdrawal) =>
        withdrawal is not null ? "withdrawn" : decision is not null ? granted ? "granted" : "refused" : release is null ? "waitingForRelease" : "pending";

    private static IReadOnlyList<Guid> Events(params Entry?[] entries) => [.. entries.OfType<Entry>().Select(e => e.Event)];

    private MilestoneShape Recurring(PlanTask task, PlacedMeasure measure, MilestoneDefinition definition, List<MilestoneAssessment> occurrences) =>
        Shape(task, definition, measure, definition.Id, definition.Start) with
        {
            State = occurrences.Count == 0 ? "planned" : Figures.Word(occurrences.Where(o => o.Standing.Milestone.Start <= asOf.Day).Select(o => o.Standing.State).LastOrDefault()),
            Light = Figures.Word(Lights.Worst(occurrences.Select(Lit))),
            Occurrences = [.. occurrences.Select(o => new OccurrenceShape(o.Standing.Milestone.Id, o.Standing.Due, Figures.Word(o.Standing.State), Figures.Word(Lit(o)), o.Standing.ClosedOn))],
        };

    private MilestoneShape Shape(PlanTask task, MilestoneDefinition definition, PlacedMeasure measure, string id, DateOnly? start)
    {
        var chain = task.ResponsibleOn(measure, asOf.Day);
        return new()
        {
            Id = id,
            Task = task.No,
            Measure = measure.Id,
            Statement = definition.Statement,
            Clause = definition.Clause ?? measure.Definition.Clause,
            DueText = definition.DueText,
            Binding = definition.Binding,
            Start = start,
            Strength = definition.Strength,
            Recurrence = definition.Recurrence,
            Note = definition.Note,
            SameAs = definition.SameAs,
            Leads = Names(chain.Leads),
            Cooperating = Names(chain.Cooperating),
            State = "",
            Light = "",
            Reasons = [],
            Claims = [],
        };
    }

    private MeasureShape MeasureOf(PlanTask task, PlacedMeasure measure)
    {
        var chain = task.ResponsibleOn(measure, asOf.Day);
        var d = measure.Definition;
        return new(d.Id, d.Title, d.Statement, d.Clause, Names(chain.Leads), Names(chain.Cooperating), Leader(task, chain), Stated(task, d.Id), d.ServedBy,
            [.. d.Measures.Select(m => MeasureOf(task, task.On(asOf.Day).Measure(m.Id)!))]);
    }

    private ClaimShape ClaimOf(PlanTask task, Claim c)
    {
        var (lapse, over) = (task.LapseOf(c, asOf.Day, Plan), c.Withdrawal ?? c.Decline);
        var added = task.Attachments.Where(a => a.Of == c.Id).ToList();
        return new(
            c.Id, Plan.Name(c.Unit, asOf.Day), c.Entry.EffectiveOn, c.Entry.RecordedAt, c.IsLateEntered(Plan), c.Release is null ? null : c.StopsOn(Plan),
            c switch
            {
                { Reopened: not null } => "reopened", { Verification: not null } => "accepted", { Return: not null } => "returned", { Release: not null } => "pending",
                { Withdrawal: not null } => "withdrawn", { Decline: not null } => "declined", _ => lapse is null ? "waitingForRelease" : "lapsed",
            },
            c.Release?.Event, c.Accepted?.Event, c.Return?.Event, c.Ground is { } ground ? Figures.Word(ground) : null,
            c.Release is null ? null : c.VerificationLimit(Plan), c.Readings,
            [.. c.Evidence.Concat(added.Where(a => !a.Waits).SelectMany(a => a.Evidence)).Distinct()],
            [.. added.Where(a => a.Waits).Select(a => new WaitingEvidenceShape(a.Id, a.Entry.RecordedOn, a.Evidence))],
            over?.RecordedOn ?? lapse?.On, over is null ? null : Text(over.Event, "reason"), [.. Events(over), .. lapse?.Events ?? []]);
    }

    private ReadingShape ReadingOf(Reading r, IndicatorDefinition definition) => new(
        r.Entry.Event, r.Value, r.Benchmark, Plan.Name(r.Unit, asOf.Day), r.Entry.EffectiveOn, r.Entry.RecordedAt,
        Plan.IsLate(r.Entry, definition.LagDays), Text(r.Entry.Event, "source"), r.Entry.Corrections, r.Entry.Withdrawn, r.Entry.Imported, r.Release?.Event);

    private ProgressShape ProgressOf(Progress r) => new(
        r.Entry.Event, r.Measure, Plan.Name(r.Unit, asOf.Day), r.Percent, r.NoChange, r.Entry.EffectiveOn, r.Entry.RecordedAt,
        Plan.IsLate(r.Entry),
        r.Entry.Corrections.Reverse().Append(r.Entry.Event).Select(e => Text(e, "narrative")).FirstOrDefault(t => t is not null), r.Entry.Corrections, r.Entry.Withdrawn, r.Entry.Imported);

    private LeaderShape? Leader(PlanTask task, Responsible chain) =>
        chain.Leader is not { } leader ? null
        : new(leader, task.LeaderChanges.Where(l => l.Leader == leader && chain.Events.Contains(l.Entry.Event)).Select(l => Text(l.Entry.Event, "name")).FirstOrDefault());

    /// <summary>The percentage last stated by a unit: shown, and tested by nothing.</summary>
    private decimal? Stated(PlanTask task, string? measure) =>
        task.Reports.Where(r => (measure is null || r.Measure == measure) && r.Percent is not null && !r.Entry.Withdrawn && r.Entry.EffectiveOn <= asOf.Day)
            .OrderBy(r => r.Entry.EffectiveOn).LastOrDefault()?.Percent;

    private static IReadOnlyList<ReasonShape> Reasons(Lit lit) =>
        [.. lit.Reasons.Select(r =>
        {
            var (zh, en) = ReasonWords.Of(r);
            return new ReasonShape(r.Test, r.Holds, r.Inputs, r.Events, zh, en, lit.RuleSet, lit.RuleSetVersion);
        })];

    private static int? NumberOf(TaskAssessment judged) => judged.Catalogue.Task.Number > 0 ? judged.Catalogue.Task.Number : null;

    private string? Text(Guid e, string field) => texts.GetValueOrDefault((e, field));
}
