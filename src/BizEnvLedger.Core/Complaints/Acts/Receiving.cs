using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Complaints.Acts;

/// <summary>
/// 诉求或举报 by the public form, without an account. Id and receipt code are drawn by the shell. Refused: any other caller than the public form, no or too long a text,
/// an area, task, milestone or unit that the plan does not know, a milestone of another task, an id that was given already.
/// </summary>
public sealed record ReceiveComplaint(
    string Id, DraftText Code, ComplaintKind Kind, DraftText? Content, DraftText? Contact, string? Area, string? Task, string? Milestone, string? Unit)
{
    public static Decision Decide(PlanState state, ReceiveComplaint command, Caller who, Moment now) =>
        RightsTable.Role(nameof(ReceiveComplaint), who)
        ?? Received(state, command, ComplaintChannel.Online, now);

    internal static Decision Received(PlanState state, ReceiveComplaint command, ComplaintChannel channel, Moment now)
    {
        var plan = state.Plan;
        return (state.Complaints.ContainsKey(command.Id) ? Refusal.Conflict("complaint-received-already", null, ("complaint", command.Id)) : null)
            ?? Checks.Text(command.Content, "text", plan)
            ?? Checks.Text(command.Contact, "contact", plan, required: false)
            ?? ComplaintChecks.Place(state, command.Area, command.Task, command.Milestone, command.Unit, now.On, out var task)
            ?? Decision.Of(new ComplaintReceived(
                command.Id, command.Kind, channel, command.Area, task, command.Milestone, command.Unit,
                TextSeal.Of(command.Content!), command.Contact is null ? null : TextSeal.Of(command.Contact), TextSeal.Of(command.Code), Complaint.HashOf(command.Code.Value),
                ComplaintChecks.HoursAfter(plan, now, plan.Rules.Complaints.DispatchHours)));
    }
}

/// <summary>登记: the office enters one that came by telephone, letter or visit. Refused: not an office; else as for the public form.</summary>
public sealed record RegisterComplaint(
    string Id, DraftText Code, ComplaintKind Kind, ComplaintChannel Channel, DraftText? Content, DraftText? Contact, string? Area, string? Task, string? Milestone, string? Unit)
{
    public static Decision Decide(PlanState state, RegisterComplaint command, Caller who, Moment now) =>
        RightsTable.Role(nameof(RegisterComplaint), who)
        ?? ReceiveComplaint.Received(state, new(command.Id, command.Code, command.Kind, command.Content, command.Contact, command.Area, command.Task, command.Milestone, command.Unit), command.Channel, now);
}
