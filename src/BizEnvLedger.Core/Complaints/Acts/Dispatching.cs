using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.Complaints.Acts;

/// <summary>
/// 转办: to the units that must answer; their clocks begin. Refused: unknown complaint, not the office, dispatched already, no or unknown units, a task or milestone that is not the plan's.
/// A tip is dispatched by its named officer only, with a brief in the officer's own words: the tip itself is not passed on.
/// </summary>
public sealed record DispatchComplaint(string Complaint, IReadOnlyList<string> Units, string? Task, string? Milestone, DraftText? Brief)
{
    public static Decision Decide(PlanState state, DispatchComplaint command, Caller who, Moment now)
    {
        if (ComplaintChecks.Find(state, command.Complaint, out var unknown) is not { } complaint)
            return unknown!;
        var (response, resolve) = ComplaintChecks.Limits(state.Plan, now);
        return RightsTable.Check(ComplaintRights.RowOf(nameof(DispatchComplaint), complaint), who, ComplaintChecks.MatterOf(complaint, now.On), state.Plan)
            ?? (complaint.Dispatched is not null ? Refusal.Conflict("dispatched-already", null, ("complaint", complaint.Id)) : null)
            ?? ComplaintChecks.Units(state.Plan, command.Units, now.On, out var units)
            ?? ComplaintChecks.Place(state, null, command.Task, command.Milestone, null, now.On, out var task)
            ?? Checks.Text(command.Brief, "brief", state.Plan, required: complaint.IsTip)
            ?? Decision.Of(new ComplaintDispatched(complaint.Id, units, task, command.Milestone, command.Brief is null ? null : TextSeal.Of(command.Brief), response, resolve));
    }
}

/// <summary>改派. Refused: unknown complaint, not the office (a tip: not its officer), not dispatched, resolved already, the same units, unknown units, no reason.</summary>
public sealed record ReassignComplaint(string Complaint, IReadOnlyList<string> Units, DraftText? Reason)
{
    public static Decision Decide(PlanState state, ReassignComplaint command, Caller who, Moment now)
    {
        if (ComplaintChecks.Find(state, command.Complaint, out var unknown) is not { } complaint)
            return unknown!;
        var (response, resolve) = ComplaintChecks.Limits(state.Plan, now);
        return RightsTable.Check(ComplaintRights.RowOf(nameof(ReassignComplaint), complaint), who, ComplaintChecks.MatterOf(complaint, now.On), state.Plan)
            ?? (complaint.State switch
            {
                ComplaintState.Received => Refusal.Conflict("not-dispatched", null, ("complaint", complaint.Id)),
                ComplaintState.Resolved or ComplaintState.Settled => Refusal.Conflict("resolved-already", null, ("complaint", complaint.Id)),
                _ => null,
            })
            ?? ComplaintChecks.Units(state.Plan, command.Units, now.On, out var units)
            ?? (units.ToHashSet().SetEquals(complaint.Open.Select(t => t.Unit)) ? Refusal.Conflict("same-units", "units", ("units", string.Join(", ", units))) : null)
            ?? Checks.Text(command.Reason, "reason", state.Plan)
            ?? Decision.Of(new ComplaintReassigned(complaint.Id, units, TextSeal.Of(command.Reason!), response, resolve));
    }
}

/// <summary>
/// 举报承办人: names, or names anew, who alone reads a tip. Refused: unknown complaint, not a leader or the leading group's office, oneself, not a tip, no person, one who acts for a unit or comes from one that the tip is about.
/// </summary>
public sealed record NameTipOfficer(string Complaint, string Officer)
{
    private const int Longest = 200;

    public static Decision Decide(PlanState state, NameTipOfficer command, Caller who, Moment now)
    {
        if (ComplaintChecks.Find(state, command.Complaint, out var unknown) is not { } complaint)
            return unknown!;
        return RightsTable.Check(nameof(NameTipOfficer), who, ComplaintChecks.MatterOf(complaint, now.On) with { Doers = [command.Officer], NotTheDoer = "nobody-names-himself" }, state.Plan)
            ?? (complaint.IsTip ? null : Refusal.Conflict("not-a-tip", null, ("complaint", complaint.Id)))
            ?? (command.Officer.Length is 0 or > Longest || command.Officer.Any(char.IsControl) ? Refusal.Invalid("not-a-person", "officer") : null)
            ?? Fit(state, complaint, command.Officer, now.On)
            ?? Decision.Of(new TipOfficerNamed(complaint.Id, command.Officer));
    }

    /// <summary>An officer is an office's person, and never of a unit that the tip is about, as far as earlier acts tell; the token tells it of whoever then comes to read.</summary>
    private static Refusal? Fit(PlanState state, Complaint complaint, string officer, DateOnly on) =>
        state.People.Find(officer) is not { } known ? null
        : known.ActsFor is { } unit ? Refusal.Invalid("officer-acts-for-unit", "officer", ("person", officer), ("unit", unit))
        : known.HomeUnit is { } home && ComplaintChecks.MatterOf(complaint, on).Parties.Any(u => state.Plan.IsParty(u, home, on, [])) ? Refusal.Invalid("officer-in-conflict", "officer", ("person", officer), ("unit", home))
        : null;
}

/// <summary>
/// 重复诉求: a repeat is linked to the first of its row; where that one was resolved, its clocks begin again. Refused: unknown complaint or earlier one, not the office
/// (a tip: not its officer), linked already, not an earlier one, no reason.
/// </summary>
public sealed record LinkComplaint(string Complaint, string Earlier, DraftText? Reason)
{
    public static Decision Decide(PlanState state, LinkComplaint command, Caller who, Moment now)
    {
        if (ComplaintChecks.Find(state, command.Complaint, out var unknown) is not { } complaint || ComplaintChecks.Find(state, command.Earlier, out unknown) is not { } earlier)
            return unknown!;
        // The row is told by its first: an earlier one that is itself a repeat leads there.
        while (earlier.Earlier is { } before)
            earlier = state.Complaints[before];
        if ((RightsTable.Check(ComplaintRights.RowOf(nameof(LinkComplaint), complaint), who, ComplaintChecks.MatterOf(complaint, now.On), state.Plan)
            ?? (complaint.Earlier is { } linked ? Refusal.Conflict("linked-already", null, ("complaint", complaint.Id), ("earlier", linked)) : null)
            ?? (earlier.Received.Leaf < complaint.Received.Leaf ? null : Refusal.Invalid("not-an-earlier-one", "earlier", ("complaint", complaint.Id), ("earlier", earlier.Id)))
            ?? Checks.Text(command.Reason, "reason", state.Plan)) is { } refusal)
            return refusal;
        var link = new ComplaintLinked(complaint.Id, earlier.Id, TextSeal.Of(command.Reason!));
        if (!earlier.Open.Any(t => t.Resolution is not null))
            return Decision.Of(link);
        var (response, resolve) = ComplaintChecks.Limits(state.Plan, now);
        return Decision.Of(link, new Addressed(Complaints.Complaint.StreamOf(state.Plan.Id, earlier.Id), new ComplaintReopened(earlier.Id, complaint.Id, response, resolve)));
    }
}
