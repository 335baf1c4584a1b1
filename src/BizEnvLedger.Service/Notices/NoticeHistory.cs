using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Notices;
using BizEnvLedger.Service.Import;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Notices;

/// <summary>The chain's acts in history files: <c>halfYear</c> names the notice, <c>key</c> the entry, the body is what the API takes.</summary>
[HistoryActs]
public static class NoticeHistory
{
    public static void Add(HistoryActs acts)
    {
        acts.Add<PlainBody>("notice-draft", async (place, line, _, state) =>
            On(line, state.Plan.Id, NoticeActs.Draft(Half(line), await Desk(place).EntriesAsync(place.Volume, state, Half(line), place.Cancelled))));
        acts.Add<AdditionBody>("notice-addition", async (place, line, body, state) =>
            On(line, state.Plan.Id, NoticeActs.Add(Half(line), body, NoticeDesk.CutOf(place.Volume, state, Half(line)), await Desk(place).EntriesAsync(place.Volume, state, Half(line), place.Cancelled))));
        acts.Add<SignatureBody>("notice-signature", async (place, line, body, state) =>
            On(line, state.Plan.Id, NoticeActs.Sign(Half(line), body, await Desk(place).PaperAsync(place.Volume, state, Half(line), place.Cancelled))));
        acts.Add<LetterBody>("letter-signature", async (place, line, body, state) =>
            On(line, state.Plan.Id, NoticeActs.SignLetter(Half(line), Entry(line), body, await Desk(place).PaperAsync(place.Volume, state, Half(line), place.Cancelled))));
        Drawn<FeedbackBody>(acts, "notice-feedback", (line, body, paper, _) => NoticeActs.Feedback(Half(line), body, paper));
        Drawn<OrderBody>(acts, "rectification-order", (line, body, paper, _) => NoticeActs.Order(Half(line), Entry(line), body, paper));
        Drawn<ProposalBody>(acts, "accountability-proposal", (line, body, paper, volume) =>
            NoticeActs.Propose(Half(line), Entry(line), body, paper, entry => NoticeDesk.Chain(volume, entry.Chain, (int)volume.State.Size)));
        OfEntry<PlainBody>(acts, "letter-approval", (half, entry, _) => NoticeActs.ApproveLetter(half, entry));
        Whole<StrikeBody>(acts, "notice-strike", NoticeActs.Strike);
        Whole<ChangeBody>(acts, "notice-confirmation", NoticeActs.Confirm);
        Whole<WordingBody>(acts, "notice-wording", NoticeActs.Word);
        Whole<PlainBody>(acts, "notice-approval", (half, _) => NoticeActs.Approve(half));
        Whole<NoticePublicationBody>(acts, "notice-publication", NoticeActs.Publish);
        OfEntry<GroundsBody>(acts, "notice-objection", NoticeActs.Object);
        OfEntry<ObjectionBody>(acts, "notice-objection-release", NoticeActs.ReleaseObjection);
        OfEntry<ObjectionAnswerBody>(acts, "notice-objection-answer", NoticeActs.Answer);
        OfEntry<GroundsBody>(acts, "notice-review", NoticeActs.AskReview);
        OfEntry<ReviewBody>(acts, "notice-review-release", NoticeActs.ReleaseReview);
        OfEntry<ReviewDecisionBody>(acts, "notice-review-decision", NoticeActs.DecideReview);
        OfEntry<MendedBody>(acts, "rectification-report", NoticeActs.Mend);
        OfEntry<ReportBody>(acts, "rectification-release", NoticeActs.ReleaseReport);
        OfEntry<DischargeBody>(acts, "rectification-discharge", NoticeActs.Discharge);
        OfEntry<SendBackBody>(acts, "rectification-return", NoticeActs.SendBack);
        OfEntry<FollowUpBody>(acts, "rectification-follow-up", NoticeActs.FollowUp);
        OfEntry<ProposalDecisionBody>(acts, "accountability-decision", NoticeActs.DecideProposal);
        OfEntry<HandOverBody>(acts, "accountability-hand-over", NoticeActs.HandOver);
        OfEntry<ResultBody>(acts, "accountability-result", NoticeActs.Result);
        OfEntry<ReplyBody>(acts, "letter-reply", NoticeActs.Reply);
    }

    /// <summary>An act that makes a paper.</summary>
    private static void Drawn<TBody>(HistoryActs acts, string name, Func<HistoryLine, TBody, Reports.Notices.NoticePaper?, Volume, PlanAct> act) where TBody : class =>
        acts.Add<TBody>(name, async (place, line, body, state) => On(line, state.Plan.Id, act(line, body, await Desk(place).PaperAsync(place.Volume, state, Half(line), place.Cancelled), place.Volume)));

    private static void Whole<TBody>(HistoryActs acts, string name, Func<HalfYear, TBody, PlanAct> act) where TBody : class =>
        acts.Add<TBody>(name, (line, body, state) => On(line, state.Plan.Id, act(Half(line), body)));

    private static void OfEntry<TBody>(HistoryActs acts, string name, Func<HalfYear, string, TBody, PlanAct> act) where TBody : class =>
        acts.Add<TBody>(name, (line, body, state) => On(line, state.Plan.Id, act(Half(line), Entry(line), body)));

    private static (string Stream, WriteScope Scope, PlanAct Act) On(HistoryLine line, string plan, PlanAct act) => (Notice.StreamOf(plan, Half(line)), WriteScope.Stream, act);

    private static NoticeDesk Desk(HistoryPlace place) => place.Services.GetRequiredService<NoticeDesk>();

    private static HalfYear Half(HistoryLine line) =>
        HalfYear.TryParse(line.HalfYear, out var half) ? half : throw new LedgerRefusal($"{line.Act} 须写明 halfYear", $"{line.Act} must name its halfYear");

    private static string Entry(HistoryLine line) => line.Key ?? throw new LedgerRefusal($"{line.Act} 须以 key 写明条目编号", $"{line.Act} must name its entry by key");
}
