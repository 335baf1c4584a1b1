namespace BizEnvLedger.Core.PlanTasks;

/// <summary>
/// The due date in force: the plan's, as later documents changed it, moved by extensions. What was first assigned stays beside it for ever.
/// </summary>
public static class DueDates
{
    /// <summary>The due date in force on a day; null where it is open, withdrawn or not yet in the plan.</summary>
    public static DateOnly? DueOn(this PlanTask task, string milestone, DateOnly day)
    {
        if (task.PlannedDueOn(milestone, day) is not { } due)
            return null;
        foreach (var extension in task.Extensions)
            if (extension.Milestone == milestone && extension.NewDue is { } moved && !Superseded(task, extension, day)
                && (IsInTime(task, extension, due) || extension.Decision!.RecordedOn <= day))
                due = moved;
        return due;
    }

    /// <summary>The date that the plan itself has on a day, no extension counted.</summary>
    public static DateOnly? PlannedDueOn(this PlanTask task, string milestone, DateOnly day) => task.On(day).Milestone(milestone)?.Due;

    /// <summary>Granted extensions of a milestone, in order.</summary>
    public static IEnumerable<Extension> ExtensionsOf(this PlanTask task, string milestone) => task.Extensions.Where(x => x.Milestone == milestone && x.NewDue is not null);

    /// <summary>The suspension that holds on a day.</summary>
    public static Suspension? SuspensionOn(this PlanTask task, string milestone, DateOnly day) =>
        task.Suspensions.IsEmpty ? null : task.Suspensions.Find(s => s.Milestone == milestone && s.Holds(day));

    /// <summary>Asked, and released by the unit, on the due date or before: what is granted later then counts from the due date.</summary>
    public static bool IsInTime(PlanTask task, Extension extension, DateOnly due) => extension.Release is { } released && released.RecordedOn <= due;

    /// <summary>A later document that moves the date itself takes the place of the extensions before it.</summary>
    private static bool Superseded(PlanTask task, Extension extension, DateOnly day)
    {
        var granted = extension.Decision!.RecordedOn;
        for (var i = 1; i < task.Definitions.Count; i++)
            if (task.Definitions[i].From is var from && from > granted && from <= day
                && task.Definitions[i].Catalogue.Milestone(extension.Milestone)?.Due != task.Definitions[i - 1].Catalogue.Milestone(extension.Milestone)?.Due)
                return true;
        return false;
    }
}
