using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Import;
using BizEnvLedger.Service.Ledger;

namespace BizEnvLedger.Service.Complaints;

/// <summary>Acts on complaints as history files name them; the line's <c>key</c> is the complaint's id.</summary>
[HistoryActs]
public static class ComplaintHistory
{
    public static void Add(HistoryActs acts)
    {
        acts.Add<RegisterBody>("complaint-register", (line, b, state) => On(line, state, ComplaintPrepare.Register(b, Id(line))));
        acts.Add<TipOfficerBody>("tip-officer", (line, b, state) => On(line, state, ComplaintPrepare.Officer(b, Id(line))));
        acts.Add<ComplaintDispatchBody>("complaint-dispatch", (line, b, state) => On(line, state, ComplaintPrepare.Dispatch(b, Id(line))));
        acts.Add<ReassignBody>("complaint-reassign", (line, b, state) => On(line, state, ComplaintPrepare.Reassign(b, Id(line))));
        acts.Add<ComplaintAnswerBody>("complaint-answer", (line, b, state) => On(line, state, ComplaintPrepare.Answer(b, Id(line))));
        acts.Add<HistoryRelease>("complaint-release", (line, b, state) => On(line, state, ComplaintPrepare.Release(Need.Value(b.Answer, "answer"), Id(line))));
        acts.Add<SatisfactionBody>("complaint-satisfaction", (line, b, state) => On(line, state, ComplaintPrepare.Ask(b, Id(line))));
        acts.Add<RehandlingBody>("complaint-again", (line, b, state) => On(line, state, ComplaintPrepare.Again(b, Id(line))));
        acts.Add<LinkBody>("complaint-link", (line, b, state) => On(line, state, ComplaintPrepare.Link(b, Id(line)), WriteScope.Plan));
        acts.Add<ComplaintUpholdBody>("complaint-uphold", (line, b, state) => On(line, state, ComplaintPrepare.Uphold(b, Id(line))));
        acts.Add<RejectBody>("complaint-reject", (line, b, state) => On(line, state, ComplaintPrepare.Reject(b, Id(line))));
        acts.Add<VisitBody>("complaint-visit", (line, b, state) => On(line, state, ComplaintPrepare.Visit(b, Id(line), Need.Word(line.Milestone, "milestone"))));
        acts.Add<ExposureBody>("complaint-exposure", (line, b, state) => On(line, state, ComplaintPrepare.Propose(b, Id(line))));
        acts.Add<HistoryExposureDecision>("exposure-decision", (line, b, state) => On(line, state, ComplaintPrepare.Decide(b.Approved, Need.Value(b.Exposure, "exposure"), Id(line))));

        (string, WriteScope, PlanAct) On(HistoryLine line, PlanState state, PlanAct act, WriteScope scope = WriteScope.Stream) => (Complaint.StreamOf(state.Plan.Id, Id(line)), scope, act);
    }

    private static string Id(HistoryLine line) => Need.Word(line.Key, "key");
}

/// <summary>审签 in a history file: the answer's event, by its label.</summary>
public sealed record HistoryRelease(Guid? Answer);

/// <summary>曝光审批 in a history file: the proposal's event, by its label.</summary>
public sealed record HistoryExposureDecision(Guid? Exposure, bool? Approved);
