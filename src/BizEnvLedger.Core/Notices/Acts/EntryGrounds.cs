using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.View;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.Notices.Acts;

/// <summary>What the cut holds against a unit, by the tests of the three categories without their thresholds.</summary>
/// <param name="Cut">The plan as the round's leaves have it.</param>
internal sealed record EntryGrounds(PlanState Cut, Unit Unit, HalfYear HalfYear)
{
    private DateOnly Day => HalfYear.LastDay;

    /// <summary>The facts of an entry on the milestones, without an id yet; or what is missing for them.</summary>
    public Refusal? Of(string category, IReadOnlyList<string> milestones, IReadOnlyList<ProposedEntry> frozen, out EntryFacts facts)
    {
        facts = null!;
        var steps = Unit.Kind == UnitKind.Region ? OwedSteps().Where(s => milestones.Contains(s.Step.Id)).ToList() : [];
        var judged = Judged().Where(m => milestones.Contains(m.Standing.Milestone.Id)).ToList();
        var unknown = milestones.FirstOrDefault(id => judged.TrueForAll(m => m.Standing.Milestone.Id != id) && steps.TrueForAll(s => s.Step.Id != id));
        if (unknown is not null || (milestones.Count == 0 && category != "weak"))
            return Refusal.Invalid("unknown-milestone", "milestones", ("milestone", unknown));
        return category switch
        {
            "hollow" => Hollow(milestones, frozen, out facts),
            "weak" => Weak(milestones, out facts),
            _ when steps.Count > 0 && steps.Count == milestones.Count => Steps(steps, out facts),
            _ => Slow(milestones, judged, out facts),
        };
    }

    /// <summary>Overdue at the cut by days of its own, or of who was before it, without a claim that stands.</summary>
    private Refusal? Slow(IReadOnlyList<string> milestones, IReadOnlyList<MilestoneAssessment> judged, out EntryFacts facts)
    {
        facts = null!;
        foreach (var id in milestones)
            if (judged.FirstOrDefault(m => m.Standing.Milestone.Id == id) is not { } m)
                return Refusal.Invalid("unknown-milestone", "milestones", ("milestone", id));
            else if (Missing(m) is { } missing)
                return Refusal.Invalid(missing, "milestones", ("milestone", id), ("unit", Unit.Id), ("day", Day));
        facts = Facts("slow", judged.Select(m => m.Standing.Milestone.Id), "overdue-days", judged.Max(Answered),
            judged.SelectMany(m => m.Standing.Chain.Events.Concat(m.Delay.SelectMany(d => d.Events))),
            judged.Select(m => m.DaysOf(Unit.Id)), Proposals.Formerly(Unit.Id, judged, Cut.Plan, Day, []));
        return null;
    }

    private string? Missing(MilestoneAssessment m) => m.Standing switch
    {
        { State: MilestoneState.Withdrawn } => "slow-withdrawn",
        { Closing: not null } => "slow-closed",
        { Claim: not null } => "slow-claimed",
        { Suspension: not null } => "slow-suspended",
        { Milestone.Definition: var definition } when definition.Strength == Strength.Strive || definition.SameAs is not null => "slow-no-ground",
        { Due: var due } when due is null || due >= Day => "slow-not-due",
        _ => Answered(m) == 0 ? "slow-not-its-days" : null,
    };

    private Refusal? Steps(IReadOnlyList<OwedStep> steps, out EntryFacts facts)
    {
        facts = null!;
        if (steps.FirstOrDefault(s => s.Outcome != StepOutcome.Open || s.DaysOpen(Day) == 0 || !s.IsGround(Day)) is { } wrong)
            return Refusal.Invalid("step-not-overdue", "milestones", ("milestone", wrong.Step.Id), ("day", Day));
        facts = Facts("slow", steps.Select(s => s.Step.Id), "steps-overdue", steps.Max(s => s.DaysOpen(Day)), steps.SelectMany(s => s.Events), steps.Select(s => s.DaysOpen(Day)), null);
        return null;
    }

    /// <summary>What the frozen data set proposes as untrue: it stands there also where its entry was struck.</summary>
    private Refusal? Hollow(IReadOnlyList<string> milestones, IReadOnlyList<ProposedEntry> frozen, out EntryFacts facts)
    {
        facts = null!;
        var own = frozen.Where(p => p.Category == "hollow" && p.Unit.Id == Unit.Id).ToList();
        if (own.Find(p => milestones.All(p.Milestones.Contains)) is not { } found)
            return Refusal.Invalid("hollow-not-found", "milestones", ("milestone", milestones.First(id => own.Count == 0 || !own[0].Milestones.Contains(id))), ("unit", Unit.Id));
        var others = Cut.InOrder.SelectMany(t => t.Claims).Where(c => !milestones.Contains(c.Milestone)).SelectMany(c => new[] { c.Id, c.Release?.Event, c.Accepted?.Event, c.Return?.Event }).OfType<Guid>().ToHashSet();
        var whole = Facts("hollow", found.Milestones, found.Rule, found.Days, found.Events.Where(e => !others.Contains(e)), found.OwnDays ?? [], found.Formerly);
        facts = whole.Without([.. found.Milestones.Except(milestones)]);
        return null;
    }

    /// <summary>Papers, decisions and rectifications that the unit left past their limit; without milestones, those that name none.</summary>
    private Refusal? Weak(IReadOnlyList<string> milestones, out EntryFacts facts)
    {
        facts = null!;
        var left = Cut.InOrder.SelectMany(t => Unanswered.On(t, Day, Cut.Plan)).Where(u => u.Unit == Unit.Id).Select(u => (u.Rule, u.Milestones, u.Days, u.Events, u.Asked))
            .Concat(OverdueRectifications.RectificationsOverdue(Cut, Day).Where(r => Cut.Plan.Roster.Successions.Holder(r.Unit, Day) == Unit.Id)
                .Select(r => (Rule: "rectification-overdue", r.Milestones, r.Days, r.Events, Asked: r.Unit)))
            .Where(u => milestones.Count == 0 ? u.Milestones.Count == 0 : u.Milestones.Intersect(milestones).Any()).ToLookup(u => u.Rule);
        if (left.FirstOrDefault(rule => rule.Any() && milestones.All(id => rule.Any(u => u.Milestones.Contains(id)))) is not { } found)
            return Refusal.Invalid("weak-not-found", "milestones", ("milestone", milestones.Count == 0 ? "—" : milestones.FirstOrDefault(id => !left.Any(rule => rule.Any(u => u.Milestones.Contains(id)))) ?? milestones[0]), ("unit", Unit.Id));
        facts = Facts("weak", milestones, found.Key, found.Max(u => u.Days), found.SelectMany(u => u.Events), [], Proposals.Formerly(Unit.Id, [], Cut.Plan, Day, found.Select(u => u.Asked)));
        return null;
    }

    private EntryFacts Facts(string category, IEnumerable<string> milestones, string ground, int days, IEnumerable<Guid> events, IEnumerable<int> own, IReadOnlyList<FormerDays>? formerly) =>
        new("", category, Unit.Id, EntryFacts.KindOf(Unit), [.. milestones], [.. own], days, 0, 0, EntryFacts.AddedRule, [.. events.Distinct()]) { Ground = ground, Formerly = formerly };

    private int Answered(MilestoneAssessment m) => Proposals.Answered(Unit.Id, m, Cut.Plan, Day);

    private IEnumerable<MilestoneAssessment> Judged() => Cut.InOrder.SelectMany(t => TaskAssessment.Of(t, Cut.Plan, Day).Milestones);

    private IReadOnlyList<OwedStep> OwedSteps() => OwedStep.Of(Unit.Id, Cut.InOrder, new(Cut.Plan, new(HalfYear, default, DateOnly.MaxValue, 0, ""), Day, null));
}
