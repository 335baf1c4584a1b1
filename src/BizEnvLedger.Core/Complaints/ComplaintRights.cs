using BizEnvLedger.Core.Complaints.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Complaints;

/// <summary>
/// Who may do what on a complaint: anybody gives one, the office dispatches and asks, units answer what was dispatched to them, their approvers release,
/// an inspector from outside finds, a second person approves what is exposed. What is done on a tip with knowledge of it is its named officer's alone.
/// </summary>
public static class ComplaintRights
{
    /// <summary>Appended to a command that only the named officer gives on a tip.</summary>
    public const string OfTip = " of a tip";

    public static IReadOnlyList<Right> All { get; } =
    [
        new(nameof(ReceiveComplaint), Role.Public, Relation.Any),
        new(nameof(RegisterComplaint), Role.Office, Relation.Any),
        new(nameof(RegisterComplaint), Role.GroupOffice, Relation.Any),
        new(nameof(NameTipOfficer), Role.Leader, Relation.OtherPerson),
        new(nameof(NameTipOfficer), Role.GroupOffice, Relation.OtherPerson),
        new(nameof(DispatchComplaint), Role.Office, Relation.Any),
        new(nameof(ReassignComplaint), Role.Office, Relation.Any),
        new(nameof(LinkComplaint), Role.Office, Relation.Any),
        new(nameof(AskSatisfaction), Role.Office, Relation.Apart),
        new(nameof(HandleAgain), Role.Office, Relation.Any),
        .. new[] { nameof(DispatchComplaint), nameof(ReassignComplaint), nameof(LinkComplaint), nameof(AskSatisfaction), nameof(HandleAgain), nameof(ReadContact) }
            .SelectMany(c => new[] { Role.Office, Role.GroupOffice }.Select(role => new Right(c + OfTip, role, Relation.Named))),
        new(nameof(AnswerComplaint), Role.Unit, Relation.Addressee),
        new(nameof(ReleaseAnswer), Role.Approver, Relation.SecondPerson),
        new(nameof(UpholdComplaint), Role.Office, Relation.Apart),
        new(nameof(RejectComplaint), Role.Office, Relation.Apart),
        new(nameof(VisitMilestone), Role.Office, Relation.Apart),
        new(nameof(ProposeExposure), Role.Office, Relation.Any),
        new(nameof(DecideExposure), Role.Leader, Relation.OtherPerson),
        new(nameof(DecideExposure), Role.GroupOffice, Relation.OtherPerson),
        .. new[] { Role.Office, Role.GroupOffice, Role.Leader, Role.Auditor }.Select(role => new Right(nameof(ReadContact), role, Relation.Any)),
        new(nameof(ReadContact), Role.Unit, Relation.Addressee),
        new(nameof(ReadContact), Role.Approver, Relation.Addressee),
    ];

    /// <summary>The command's row for this complaint.</summary>
    public static string RowOf(string command, Complaint complaint) => complaint.IsTip ? command + OfTip : command;
}
