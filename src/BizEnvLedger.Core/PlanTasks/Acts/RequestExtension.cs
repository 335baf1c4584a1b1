using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.PlanTasks.Acts;

/// <summary>
/// 延期申请: a lead asks for another day, with a reason. Asked on the due date or before, what is granted later counts from the due date;
/// asked after it, it stops the count from the day of the grant. Refused: unknown, undated, withdrawn or closed milestone, not a lead,
/// a day that is no later than the one in force or too far after the plan, no reason, a released request or one of its own that still waits, a claim that stands.
/// </summary>
public sealed record RequestExtension(string Milestone, DateOnly NewDue, DraftText? Reason, IReadOnlyList<string> Evidence, string? Unit)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, RequestExtension command, Caller who, Moment now)
    {
        if (Checks.OpenMilestone(task, command.Milestone, now.On, out var milestone) is { } refusal)
            return refusal;
        var due = task.DueOn(milestone.Id, now.On)!.Value;
        var latest = plan.Period.To.AddDays(plan.Rules.Extension.LatestDaysAfterPlan);
        return RightsTable.Check(nameof(RequestExtension), who, Checks.MatterOf(task.ResponsibleOn(milestone.Measure, now.On), milestone.Id, now.On) with { NotYours = "not-your-milestone" }, plan, command.Unit, out var unit)
            ?? (command.NewDue <= due || command.NewDue <= now.On || command.NewDue > latest
                ? Refusal.Invalid("date-out-of-bounds", "newDue", ("day", command.NewDue), ("from", Requests.Later(due, now.On).AddDays(1)), ("to", latest)) : null)
            ?? (task.Extensions.Exists(x => x.Milestone == milestone.Id && x.IsOpen && !task.IsLapsed(x, now.On, plan) && task.Blocks(x.Milestone, x.Unit, x.Release, unit, now.On)) ? Refusal.Conflict("request-waits", null, ("milestone", milestone.Id)) : null)
            ?? Requests.BesideClaim(task, milestone.Id, plan, now)
            ?? Checks.Text(command.Reason, "reason", plan)
            ?? Checks.Evidence(command.Evidence)
            ?? Decision.Of(new ExtensionRequested(milestone.Id, unit, command.NewDue, TextSeal.Of(command.Reason!), command.Evidence));
    }
}

/// <summary>审签 of an extension request. Refused: unknown request, not the unit's approver, the person who asked, released or withdrawn already, its unit leads no longer, another lead's is out, a claim that stands.</summary>
public sealed record ReleaseExtension(string Milestone, Guid Request)
{
    public static Decision Decide(PlanTask task, ActionPlan plan, ReleaseExtension command, Caller who, Moment now)
    {
        if (task.Extensions.Find(x => x.Id == command.Request && x.Milestone == command.Milestone) is not { } request)
            return Refusal.NotFound("unknown-request", "request", ("request", command.Request));
        return RightsTable.Check(nameof(ReleaseExtension), who, Requests.Releasing(request.Unit, task.ItemsOf(request.Milestone), request.Entry, now), plan)
            ?? (request.Release is not null ? Refusal.Conflict("already-released", "request", ("claim", request.Id)) : null)
            ?? Requests.Standing(request.Id, request.Withdrawal)
            ?? (task.IsLapsed(request, now.On, plan) ? Refusal.Conflict("request-of-former-lead", "request", ("request", request.Id), ("unit", request.Unit)) : null)
            ?? (task.Extensions.Exists(x => x.Milestone == request.Milestone && x is { IsOpen: true, Release: not null }) ? Refusal.Conflict("request-waits", "request", ("milestone", request.Milestone)) : null)
            ?? Requests.BesideClaim(task, request.Milestone, plan, now)
            ?? Decision.Of(new ExtensionReleased(request.Id, request.Milestone, request.Unit));
    }
}

/// <summary>
/// 准予或不予延期: the leader in charge decides; where as many were granted as the rules allow, the leading group does, and its office records it.
/// Granted may be a nearer day than asked. Refused: unknown, not released or decided request, not the one to decide, whoever asked or released,
/// own home unit involved, no reason, a day that was not asked for or is no later than the one in force, a claim that stands, refused with a day.
/// </summary>
/// <param name="NewDue">The day granted; omitted, the day asked for.</param>
public sealed record DecideExtension(string Milestone, Guid Request, bool? Granted, DateOnly? NewDue, DraftText? Reason)
{
    /// <summary>Row of the rights table for what is beyond the leader's.</summary>
    public const string ByLeadingGroup = "DecideExtension by the leading group";

    /// <summary>The row that a request for a milestone falls under, by how many were granted.</summary>
    public static string RowOf(PlanTask task, string milestone, ActionPlan plan) =>
        task.ExtensionsOf(milestone).Count() >= plan.Rules.Extension.Most ? ByLeadingGroup : nameof(DecideExtension);

    public static Decision Decide(PlanTask task, ActionPlan plan, DecideExtension command, Caller who, Moment now)
    {
        if (task.Extensions.Find(x => x.Id == command.Request && x.Milestone == command.Milestone) is not { } request)
            return Refusal.NotFound("unknown-request", "request", ("request", command.Request));
        var row = RowOf(task, command.Milestone, plan);
        var granted = command.NewDue ?? request.Asked;
        var earliest = Requests.Later(task.DueOn(request.Milestone, now.On) ?? now.On, now.On).AddDays(1);
        return RightsTable.Check(row, who, Requests.Deciding(task, request.Milestone, request.Unit, request.Entry, request.Release, now.On), plan)
            ?? Requests.Standing(request.Id, request.Withdrawal)
            ?? Requests.Undecided(request.Id, request.Release, request.Decision)
            ?? (command.Granted is null ? Refusal.Invalid("field-missing", "granted", ("field", "granted")) : null)
            ?? (command.Granted == false && command.NewDue is not null ? Refusal.Invalid("refused-has-no-date", "newDue") : null)
            ?? (command.Granted == true ? Requests.BesideClaim(task, request.Milestone, plan, now) : null)
            ?? (command.Granted == true && earliest > request.Asked ? Refusal.Conflict("asked-day-passed", "request", ("asked", request.Asked), ("earliest", earliest)) : null)
            ?? (command.Granted == true && (granted > request.Asked || granted < earliest)
                ? Refusal.Invalid("date-out-of-bounds", "newDue", ("day", granted), ("from", earliest), ("to", request.Asked)) : null)
            ?? Checks.Text(command.Reason, "reason", plan)
            ?? Decision.Of(command.Granted == true
                ? new ExtensionGranted(request.Id, request.Milestone, granted, row == ByLeadingGroup, TextSeal.Of(command.Reason!))
                : new ExtensionRefused(request.Id, request.Milestone, row == ByLeadingGroup, TextSeal.Of(command.Reason!)));
    }
}

/// <summary>What every request of a unit has in common: its own approver releases it, and another person decides.</summary>
internal static class Requests
{
    public static Matter Releasing(string unit, IReadOnlyList<string> items, Entry asked, Moment now) =>
        new(unit, now.On) { Items = items, Owners = [unit], Doers = [asked.User], NotYours = "not-your-unit", NotTheDoer = "asker-never-releases" };

    /// <summary>Whoever decides is another person, from a home unit that has no part in it.</summary>
    public static Matter Deciding(PlanTask task, string milestone, string unit, Entry asked, Entry? released, DateOnly on) =>
        Checks.MatterOf(task.ResponsibleOn(task.MeasureOf(milestone, on), on), milestone, on) with { Owners = [unit], Doers = released is null ? [asked.User] : [asked.User, released.User], NotTheDoer = "asker-never-decides" };

    /// <summary>None beside a claim that stands, asked, released or granted: what is done needs no other day, and what is returned is asked for anew.</summary>
    public static Refusal? BesideClaim(PlanTask task, string milestone, ActionPlan plan, Moment now) =>
        task.Claims.Exists(c => c.Milestone == milestone && c.Verification is not null) ? Refusal.Conflict("already-closed", null, ("milestone", milestone))
        : task.StandingOn(milestone, now.On, plan) is { } claim ? Refusal.Conflict("claim-stands", null, ("milestone", milestone), ("claim", claim.Id))
        : null;

    public static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    public static Refusal? Standing(Guid id, Entry? withdrawal) => withdrawal is null ? null : Refusal.Conflict("request-withdrawn", "request", ("request", id), ("day", withdrawal.RecordedOn));

    public static Refusal? Undecided(Guid id, Entry? release, Entry? decision) =>
        decision is not null ? Refusal.Conflict("request-decided", "request", ("request", id))
        : release is null ? Refusal.Conflict("request-not-released", "request", ("request", id))
        : null;
}
