using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Complaints.Acts;

/// <summary>What the acts on complaints check in common.</summary>
internal static class ComplaintChecks
{
    public static Complaint? Find(PlanState state, string id, out Refusal? unknown)
    {
        var found = state.Complaints.GetValueOrDefault(id);
        unknown = found is null ? Refusal.NotFound("unknown-complaint", null, ("complaint", id.Length > 60 ? id[..60] : id)) : null;
        return found;
    }

    /// <summary>Parties are the units that it was ever dispatched to and the one that it names; a tip's officer is the person named.</summary>
    public static Matter MatterOf(Complaint complaint, DateOnly on) => new(complaint.Id, on)
    {
        Addressees = complaint.Open.Select(t => t.Unit),
        Parties = complaint.Turns.Select(t => t.Unit).Concat(complaint.Unit is { } unit ? [unit] : []),
        Named = complaint.Officer is { } officer ? [officer] : [],
        NotYours = "not-your-complaint",
    };

    /// <summary>The limits of a turn that begins now.</summary>
    public static (DateTimeOffset Response, DateOnly Resolve) Limits(ActionPlan plan, Moment now) =>
        (HoursAfter(plan, now, plan.Rules.Complaints.ResponseHours), plan.Calendar.After(now.On, plan.Rules.Complaints.ResolveWorkingDays));

    /// <summary>So many working hours from now, as the jurisdiction's clock shows it. The rule set was checked when it was read.</summary>
    public static DateTimeOffset HoursAfter(ActionPlan plan, Moment now, int hours) =>
        new(WorkingHours.TryParse(plan.Rules.Complaints.OfficeHours)!.After(plan.Calendar, now.Local, hours), now.Offset);

    /// <summary>Area, task, milestone and unit as the plan knows them; a milestone brings its task.</summary>
    public static Refusal? Place(PlanState state, string? area, string? task, string? milestone, string? unit, DateOnly on, out string? ofTask)
    {
        ofTask = task;
        if (area is not null && state.Plan.Latest.Areas.All(a => a.Id != area))
            return Refusal.Invalid("unknown-area", "area", ("area", Short(area)));
        if (task is not null && !state.Tasks.ContainsKey(task))
            return Refusal.Invalid("unknown-task", "task", ("task", Short(task)), ("plan", state.Plan.Id));
        if (unit is not null && state.Plan.FindUnit(unit) is null)
            return Refusal.Invalid("unknown-unit", "unit", ("unit", Short(unit)));
        if (milestone is null)
            return null;
        if (TaskOf(state, milestone, on) is not { } found)
            return Refusal.Invalid("unknown-milestone", "milestone", ("milestone", Short(milestone)));
        ofTask ??= found.No;
        return ofTask == found.No ? null : Refusal.Invalid("milestone-of-other-task", "milestone", ("milestone", milestone), ("task", found.No));
    }

    /// <summary>The task that holds a milestone, or an occurrence of a recurring duty, on a day.</summary>
    public static PlanTask? TaskOf(PlanState state, string milestone, DateOnly on) => state.Tasks.Values.FirstOrDefault(t => t.On(on).Milestone(milestone) is not null);

    /// <summary>Known units, with groups resolved to their members of the day.</summary>
    public static Refusal? Units(ActionPlan plan, IReadOnlyList<string> units, DateOnly on, out IReadOnlyList<string> members)
    {
        members = [];
        if (Checks.Units(units, "units", plan, required: true) is { } refusal)
            return refusal;
        members = [.. units.SelectMany(u => plan.MembersOf(u, on)).Where(u => plan.FindUnit(u)?.Kind is not (null or UnitKind.Group)).Distinct()];
        return members.Count == 0 ? Refusal.Invalid("units-empty", "units") : null;
    }

    private static string Short(string text) => text.Length > 60 ? text[..60] : text;
}
