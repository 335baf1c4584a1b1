using BizEnvLedger.Core.Coordination.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Coordination;

/// <summary>Who may ask, answer and decide: leads ask, the asked answer, the office decides from outside, a leader signs and has the last word, from outside too.</summary>
public static class CoordinationRights
{
    public static IReadOnlyList<Right> All { get; } =
    [
        new(nameof(RequestCooperation), Role.Unit, Relation.Lead),
        new(nameof(AnswerRequest), Role.Unit, Relation.Addressee),
        new(nameof(AdjudicateRequest), Role.Office, Relation.Apart),
        new(nameof(EscalateRequest), Role.Unit, Relation.Lead),
        new(nameof(EscalateRequest), Role.Unit, Relation.Addressee),
        new(nameof(DecideRequest), Role.Leader, Relation.Apart),
        new(nameof(FulfilRequest), Role.Unit, Relation.Addressee),
        new(nameof(ConfirmFulfilment), Role.Unit, Relation.Lead),
        new(nameof(GiveInstruction), Role.Leader, Relation.Any),
        new(nameof(ReplyToInstruction), Role.Unit, Relation.Addressee),
        new(nameof(IssueUrge), Role.Office, Relation.Any),
        new(nameof(AnswerUrge), Role.Unit, Relation.Addressee),
        new(nameof(DraftOrder), Role.Office, Relation.Apart),
        new(nameof(SignOrder), Role.Leader, Relation.Apart),
        new(nameof(ReplyToOrder), Role.Unit, Relation.Addressee),
        new(nameof(CloseOrder), Role.Office, Relation.Apart),
        new(nameof(DisputeAssignment), Role.Unit, Relation.Concerned),
        new(nameof(ReleaseDispute), Role.Approver, Relation.SecondPerson),
        new(nameof(DecideDispute), Role.Leader, Relation.Apart),
        .. new[] { Role.Office, Role.GroupOffice, Role.Leader, Role.Auditor }.Select(role => new Right(nameof(ReadOrderDrafts), role, Relation.Any)),
    ];
}
