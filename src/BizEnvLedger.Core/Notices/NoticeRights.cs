using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Notices.Acts;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Notices;

/// <summary>Who may do what between notice and accountability: proposer, approver and signer are three persons, and nobody judges where their home unit is named.</summary>
public static class NoticeRights
{
    private static readonly Role[] Judging = [Role.Office, Role.GroupOffice, Role.Leader, Role.Auditor];
    private static readonly Role[] Inside = [.. Judging, Role.Unit, Role.Approver, Role.DeputiesOffice, Role.Admin, Role.System];

    public static IReadOnlyList<Right> All { get; } =
    [
        new(nameof(DraftNotice), Role.Office, Relation.Any),
        new(nameof(StrikeEntry), Role.Office, Relation.Apart),
        new(nameof(AddEntry), Role.Office, Relation.Apart),
        new(nameof(ConfirmChange), Role.Office, Relation.Apart),
        new(nameof(EditWording), Role.Office, Relation.Any),
        new(nameof(SendFeedback), Role.Office, Relation.Any),
        new(nameof(ObjectToEntry), Role.Unit, Relation.Addressee),
        new(nameof(ReleaseObjection), Role.Approver, Relation.SecondPerson),
        new(nameof(AnswerObjection), Role.Office, Relation.Apart),
        new(nameof(ApproveNotice), Role.Office, Relation.Apart),
        new(nameof(SignNotice), Role.Leader, Relation.OtherPerson),
        new(nameof(PublishNotice), Role.GroupOffice, Relation.OtherPerson),
        new(nameof(PublishNotice), Role.Leader, Relation.OtherPerson),
        new(nameof(ApproveLetter), Role.Office, Relation.Apart),
        new(nameof(SignLetter), Role.Leader, Relation.OtherPerson),
        new(nameof(RecordReply), Role.Office, Relation.Apart),
        new(nameof(AskReview), Role.Unit, Relation.Addressee),
        new(nameof(ReleaseReview), Role.Approver, Relation.SecondPerson),
        new(nameof(DecideReview), Role.Office, Relation.Apart),
        new(nameof(DecideReview), Role.GroupOffice, Relation.Apart),
        new(nameof(OrderRectification), Role.Office, Relation.Apart),
        new(nameof(OrderRectification), Role.GroupOffice, Relation.Apart),
        new(nameof(ReportRectification), Role.Unit, Relation.Addressee),
        new(nameof(ReleaseRectification), Role.Approver, Relation.SecondPerson),
        new(nameof(DischargeRectification), Role.Office, Relation.Apart),
        new(nameof(ReturnRectification), Role.Office, Relation.Apart),
        new(nameof(FollowUp), Role.Office, Relation.Apart),
        new(nameof(FollowUp), Role.GroupOffice, Relation.Apart),
        new(nameof(ProposeAccountability), Role.Office, Relation.Apart),
        new(nameof(ProposeAccountability), Role.GroupOffice, Relation.Apart),
        new(nameof(DecideProposal), Role.Leader, Relation.OtherPerson),
        new(nameof(HandOver), Role.Office, Relation.Apart),
        new(nameof(HandOver), Role.GroupOffice, Relation.Apart),
        new(nameof(RecordResult), Role.Office, Relation.Apart),
        new(nameof(RecordResult), Role.GroupOffice, Relation.Apart),
        .. Judging.SelectMany(role => new Right[] { new(nameof(ReadNoticeDraft), role, Relation.Any), new(nameof(ReadProposal), role, Relation.Any) }),
        new(nameof(ReadNoticeDraft), Role.Unit, Relation.Addressee),
        new(nameof(ReadNoticeDraft), Role.Approver, Relation.Addressee),
        .. Inside.Select(role => new Right(nameof(ReadNotice), role, Relation.Any)),
    ];
}
