using BizEnvLedger.Core.Notices.Acts;
using BizEnvLedger.Core.Tests.Rights;
using static BizEnvLedger.Core.Tests.Notices.NoticeActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Notices;

/// <summary>Every command between notice and accountability, in a situation in which the right caller is accepted: energy is named, tax gets a letter.</summary>
[RightsCases]
internal static class NoticeCases
{
    public static IEnumerable<RightsCase> Cases() =>
    [
        new(nameof(DraftNotice), Closed, Draft("2021-07-13")) { Party = "energy" },
        OfEnergy(nameof(StrikeEntry), Drafted, Strike("2021-07-14")),
        OfEnergy(nameof(AddEntry), Behind, Add("2021-07-14", "energy")),
        OfEnergy(nameof(ConfirmChange), Drafted.And(Strike("2021-07-14")), ConfirmLast("2021-07-14")) with { Doer = "inspector" },
        OfEnergy(nameof(EditWording), Drafted, Word("entry-2021H1-01", "{unit}存在下列问题：{facts}", "2021-07-14")),
        OfEnergy(nameof(SendFeedback), Drafted, Feedback("2021-07-14")),
        OfEnergy(nameof(ObjectToEntry), FedBack, Object("2021-07-15")),
        OfEnergy(nameof(ReleaseObjection), Objected, LetGo("2021-07-16")) with { Doer = "energy-clerk" },
        OfEnergy(nameof(AnswerObjection), Released, Answer("2021-07-19")) with { Doer = "inspector" },
        new(nameof(ApproveNotice), FedBack, Approve("2021-07-22")) { Party = "energy", Outside = "court", Doer = "inspector" },
        OfEnergy(nameof(SignNotice), Approved, Sign("2021-07-23")) with { Doer = "second-inspector" },
        OfEnergy(nameof(PublishNotice), Signed, Publish("2021-07-26")) with { Doer = "inspector" },
        OfTax(nameof(SignLetter), Approved, Letter("2021-07-23")) with { Doer = "inspector" },
        OfTax(nameof(ApproveLetter), Signed.And(Word("letter-2021H1-02", "{round}：{facts}\n请于{replyDays}内函复。", "2021-07-26")), ApproveAnew("2021-07-27")) with { Doer = "inspector" },
        OfTax(nameof(RecordReply), LetterSent, Reply("2021-08-02")),
        OfEnergy(nameof(AskReview), Signed, Ask("2021-08-02")),
        OfEnergy(nameof(ReleaseReview), Asked, ReleaseAsked("2021-08-03")) with { Doer = "energy-clerk" },
        OfEnergy(nameof(DecideReview), AskedAndReleased, DecideAsked("2021-08-10")) with { Doer = "vice-mayor" },
        OfEnergy(nameof(OrderRectification), Signed, Order("2021-07-26", "2021-08-31")),
        OfEnergy(nameof(ReportRectification), Ordered, Mend("2021-08-20")),
        OfEnergy(nameof(ReleaseRectification), Reported, ReleaseMended("2021-08-23")) with { Doer = "energy-clerk" },
        OfEnergy(nameof(DischargeRectification), Waiting, Discharge("2021-08-25")) with { Doer = "energy-approver" },
        OfEnergy(nameof(ReturnRectification), Waiting, SendBack("2021-08-25")) with { Doer = "energy-clerk" },
        OfEnergy(nameof(FollowUp), Discharged, LookBack("2021-09-24")) with { Doer = "inspector" },
        OfEnergy(nameof(ProposeAccountability), Ordered, Propose("2021-09-05")),
        OfEnergy(nameof(DecideProposal), Proposed, DecideOn("2021-09-08")) with { Doer = "inspector" },
        OfEnergy(nameof(HandOver), ProposalApproved, Hand("2021-09-10")),
        OfEnergy(nameof(RecordResult), HandedOver, Conclude("2021-10-20")),
    ];

    private static RightsCase OfEnergy(string command, Story given, Act when) => new(command, given, when) { Addressee = "energy", Owner = "energy" };

    private static RightsCase OfTax(string command, Story given, Act when) => new(command, given, when) { Addressee = "tax", Owner = "tax", Outside = "court" };
}
