using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Replay;

/// <summary>An event that no decision of the ledger could have brought about on what stood before it.</summary>
/// <param name="Code">Stable word; programs say it in their users' language.</param>
public sealed record Contradiction(Recorded Event, string Code);

/// <summary>
/// Events that were appended past the rules: sealed they may be, but the ledger would have refused them. What is looked at is what an event itself still shows:
/// that what it answers is there, in the state that the answer needs, and that the persons whom separation of duties keeps apart are apart. Roles are those of a
/// token that is gone; an event forged in another person's name and within the rules is not found here.
/// </summary>
public static class Contradictions
{
    /// <param name="events">From the first leaf on, in order.</param>
    public static IEnumerable<Contradiction> In(IEnumerable<Recorded> events)
    {
        var state = LedgerState.Empty;
        foreach (var e in events)
        {
            if (Code(state, e) is { } code)
                yield return new(e, code);
            state = state.Apply(e);
        }
    }

    private static string? Code(LedgerState before, Recorded e)
    {
        if (e.Data is Unknown or Administration.IAdministrative)
            return null;
        var key = StreamKey.Parse(e.Stream);
        var plan = before.Plans.GetValueOrDefault(key.Plan);
        if (e.Data is PlanIssued)
            return plan is null ? null : "plan-issued-twice";
        return key.Kind switch
        {
            StreamKey.TaskKind when plan is not null => OfTask(plan.Tasks.GetValueOrDefault(key.Id), e),
            StreamKey.RoundKind when plan is not null => OfRound(plan, e),
            Notice.StreamKind when plan is not null => OfNotice(plan.Notices.GetValueOrDefault(key.Id), e),
            _ => null,
        };
    }

    private static string? OfTask(PlanTask? task, Recorded e)
    {
        if (task is null)
            return e.Data is TaskAssigned ? null : "task-not-assigned";
        return e.Data switch
        {
            TaskAssigned => "task-assigned-twice",
            ClaimReleased x => task.FindClaim(x.Claim) is not { } claim ? "claim-unknown" : claim.Release is not null ? "released-already" : claim.Entry.User == e.User ? "releaser-is-claimant" : null,
            MilestoneVerified x => Judged(task, x.Claim, e.User),
            MilestoneReturned x => Judged(task, x.Claim, e.User),
            ExtensionReleased x => task.Extensions.Find(r => r.Id == x.Request) is not { } asked ? "request-unknown" : asked.Release is not null ? "released-already" : asked.Entry.User == e.User ? "releaser-is-claimant" : null,
            ExtensionGranted x => Decided(task.Extensions.Find(r => r.Id == x.Request), e.User),
            ExtensionRefused x => Decided(task.Extensions.Find(r => r.Id == x.Request), e.User),
            EntryCorrected x when !task.Entries.ContainsKey(x.Entry) => "entry-unknown",
            StepConfirmed x => task.Steps.Find(s => s.Id == x.Step) is not { } step ? "step-unknown" : step.Confirmation is not null ? "decided-already" : null,
            _ => null,
        };
    }

    private static string? Judged(PlanTask task, Guid id, string user) => task.FindClaim(id) switch
    {
        null => "claim-unknown",
        { Release: null } => "not-released",
        { IsDecided: true } => "decided-already",
        var claim when claim.Entry.User == user || claim.Release!.User == user => "doer-verifies",
        _ => null,
    };

    private static string? Decided(Extension? asked, string user) => asked switch
    {
        null => "request-unknown",
        { Release: null } => "not-released",
        { Decision: not null } => "decided-already",
        _ when asked.Entry.User == user => "doer-verifies",
        _ => null,
    };

    private static string? OfRound(PlanState plan, Recorded e) => e.Data switch
    {
        InspectionClosed x when HalfYear.TryParse(x.HalfYear, out var half) => plan.Plan.FindRound(half) is not { } round ? "round-not-open" : round.Closed is not null ? "round-closed-twice" : null,
        InspectionFindingUpheld x when HalfYear.TryParse(x.HalfYear, out var half) =>
            plan.Plan.InspectionOf(half).FindFinding(x.Finding) is not { } finding ? "finding-unknown" : finding.Entry.User == e.User ? "doer-verifies" : null,
        _ => null,
    };

    private static string? OfNotice(Notice? notice, Recorded e) => e.Data switch
    {
        NoticeDrafted => notice is null ? null : "notice-drafted-twice",
        _ when notice is null => "notice-unknown",
        EntryChangeDecided x => notice.Changes.Find(c => c.Id == x.Change) is not { } change ? "change-unknown" : change.Decided is not null ? "decided-already" : change.Proposed.User == e.User ? "proposer-confirms" : null,
        NoticeApproved => notice.Signed is not null ? "signed-already" : notice.Proposers.Contains(e.User) ? "proposer-approves" : null,
        NoticeSigned => notice.Signed is not null ? "signed-already" : notice.Approved is not { } approved ? "not-approved" : approved.User == e.User ? "approver-signs" : null,
        _ => null,
    };
}
