using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Complaints.Acts;

/// <summary>
/// 答复: a unit whose turn it is answers, or who has succeeded it, in its place; a later answer takes the place of one that was not released. Refused: unknown complaint, not dispatched to the unit, resolved by it already, no text.
/// </summary>
public sealed record AnswerComplaint(string Complaint, AnswerKind Kind, DraftText? Answer, IReadOnlyList<string> Evidence, string? Unit)
{
    public static Decision Decide(PlanState state, AnswerComplaint command, Caller who, Moment now)
    {
        if (ComplaintChecks.Find(state, command.Complaint, out var unknown) is not { } complaint)
            return unknown!;
        if (RightsTable.Check(nameof(AnswerComplaint), who, ComplaintChecks.MatterOf(complaint, now.On), state.Plan, command.Unit, out var unit) is { } refusal)
            return refusal;
        // Of several turns whose units one has succeeded, the first that is not resolved.
        var turn = complaint.Open.Where(t => state.Plan.Roster.Successions.Holder(t.Unit, now.On) == unit).OrderBy(t => t.Resolution is not null).First();
        return (turn.Resolution is not null ? Refusal.Conflict("resolved-already", null, ("complaint", complaint.Id)) : null)
            ?? Checks.Text(command.Answer, "answer", state.Plan)
            ?? Checks.Evidence(command.Evidence)
            ?? Decision.Of(new ComplaintAnswered(complaint.Id, turn.Unit, command.Kind, TextSeal.Of(command.Answer!), command.Evidence));
    }
}

/// <summary>审签: the unit's approver lets its latest answer out. Refused: unknown complaint or answer, not the unit's approver, the writer in person, released already, a later answer in its place, no longer the unit's turn.</summary>
public sealed record ReleaseAnswer(string Complaint, Guid Answer)
{
    public static Decision Decide(PlanState state, ReleaseAnswer command, Caller who, Moment now)
    {
        if (ComplaintChecks.Find(state, command.Complaint, out var unknown) is not { } complaint)
            return unknown!;
        if (complaint.Answers.Find(a => a.Id == command.Answer) is not { } answer)
            return Refusal.NotFound("unknown-answer", "answer", ("answer", command.Answer));
        var matter = new Matter(complaint.Id, now.On) { Owners = [answer.Unit], Doers = [answer.Entry.User], NotYours = "not-your-complaint", NotTheDoer = "answerer-never-releases" };
        return RightsTable.Check(nameof(ReleaseAnswer), who, matter, state.Plan)
            ?? (answer.Release is not null ? Refusal.Conflict("answer-released-already", "answer", ("answer", answer.Id)) : null)
            ?? (complaint.Answers.FindLast(a => a.Unit == answer.Unit) != answer ? Refusal.Conflict("answer-superseded", "answer", ("answer", answer.Id)) : null)
            ?? (complaint.Open.Any(t => t.Unit == answer.Unit && t.Start.Leaf < answer.Entry.Leaf) ? null : Refusal.Conflict("turn-over", null, ("complaint", complaint.Id), ("unit", answer.Unit)))
            ?? Decision.Of(new AnswerReleased(complaint.Id, answer.Id, answer.Unit));
    }
}

/// <summary>
/// 回访: the office, never the unit, records what the complainant said after its own call back. Silence may be asked again. Refused: unknown complaint, not the office
/// or a home unit that is party to it (a tip: not its officer), not resolved, said already.
/// </summary>
public sealed record AskSatisfaction(string Complaint, Satisfaction Satisfaction, DraftText? Note)
{
    public static Decision Decide(PlanState state, AskSatisfaction command, Caller who, Moment now)
    {
        if (ComplaintChecks.Find(state, command.Complaint, out var unknown) is not { } complaint)
            return unknown!;
        return RightsTable.Check(ComplaintRights.RowOf(nameof(AskSatisfaction), complaint), who, ComplaintChecks.MatterOf(complaint, now.On), state.Plan)
            ?? (complaint.State switch
            {
                ComplaintState.Resolved => null,
                ComplaintState.Settled => Refusal.Conflict("satisfaction-said-already", null, ("complaint", complaint.Id)),
                _ => Refusal.Conflict("not-resolved", null, ("complaint", complaint.Id)),
            })
            ?? Checks.Text(command.Note, "note", state.Plan, required: false)
            ?? Decision.Of(new SatisfactionAsked(complaint.Id, command.Satisfaction, who.HomeUnit!, command.Note is null ? null : TextSeal.Of(command.Note)));
    }
}

/// <summary>
/// 责成重办: the complainant was not satisfied, and the office orders the same units to handle it again, with clocks of their own. Refused: unknown complaint,
/// not the office (a tip: not its officer), the complainant has not said so, no reason.
/// </summary>
public sealed record HandleAgain(string Complaint, DraftText? Reason)
{
    public static Decision Decide(PlanState state, HandleAgain command, Caller who, Moment now)
    {
        if (ComplaintChecks.Find(state, command.Complaint, out var unknown) is not { } complaint)
            return unknown!;
        if (RightsTable.Check(ComplaintRights.RowOf(nameof(HandleAgain), complaint), who, ComplaintChecks.MatterOf(complaint, now.On), state.Plan) is { } refusal)
            return refusal;
        var said = complaint.Open.SelectMany(t => t.Asked).Where(a => a.Satisfaction != Satisfaction.Silent).MaxBy(a => a.Entry.Leaf);
        if (complaint.State != ComplaintState.Settled || said is not { Satisfaction: Satisfaction.Unsatisfied })
            return Refusal.Conflict("not-unsatisfied", null, ("complaint", complaint.Id));
        var (response, resolve) = ComplaintChecks.Limits(state.Plan, now);
        var turns = complaint.Open.ToList();
        return Checks.Text(command.Reason, "reason", state.Plan)
            ?? Decision.Of(new ComplaintHandledAgain(
                complaint.Id, said.Entry.Event, [.. complaint.Answers.Where(a => a.Release is not null && turns.Exists(t => t.Unit == a.Unit && t.Start.Leaf < a.Entry.Leaf)).Select(a => a.Id)],
                [.. turns.Select(t => t.Unit).Distinct()], TextSeal.Of(command.Reason!), response, resolve));
    }
}

/// <summary>
/// Reads how to reach a complainant; of a tip, what it says and who gave it. The reading is itself on record, and comes first. Refused: unknown complaint, a caller who has
/// no business with it (a tip: anybody but its officer), no contact given.
/// </summary>
public sealed record ReadContact(string Complaint)
{
    public static Decision Decide(PlanState state, ReadContact command, Caller who, Moment now)
    {
        if (ComplaintChecks.Find(state, command.Complaint, out var unknown) is not { } complaint)
            return unknown!;
        return RightsTable.Check(ComplaintRights.RowOf(nameof(ReadContact), complaint), who, ComplaintChecks.MatterOf(complaint, now.On), state.Plan)
            ?? (complaint.IsTip || complaint.HasContact ? null : Refusal.Conflict("no-contact", null, ("complaint", complaint.Id)))
            ?? Decision.Of(complaint.IsTip ? new TipRead(complaint.Id) : new ContactRead(complaint.Id));
    }

    /// <summary>
    /// Who handles it may know of it, and see a complaint's words; the contact, and whatever a tip says, come with the reading only.
    /// What a tip is about reaches its units by the officer's brief.
    /// </summary>
    public static Refusal? MayKnow(PlanState state, Complaint complaint, Caller who, DateOnly on) =>
        RightsTable.Check(nameof(ReadContact), who, ComplaintChecks.MatterOf(complaint, on), state.Plan);
}
