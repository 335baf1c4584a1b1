using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.Complaints.Acts;
using BizEnvLedger.Core.Tests.Rights;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Complaints.ComplaintActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Complaints;

/// <summary>Every command on a complaint: dispatched to energy, which leads; and on a tip about north, whose officer is <c>tip-officer</c>.</summary>
[RightsCases]
internal static class ComplaintCases
{
    private static readonly Story Begun = Given(Issued());
    private static readonly Story Come = Begun.And(Receive("2021-03-01"), Receive("2021-03-01", "c2"));
    private static readonly Story Dispatched = Come.And(Dispatch("2021-03-01"));
    private static readonly Story Answering = Dispatched.And(Answer("2021-03-02"));
    private static readonly Story Resolved = Answering.And(Let("2021-03-02"));
    private static readonly Story Upheld = Resolved.And(Uphold("2021-03-03"));
    private static readonly Story Told = Begun.And(Receive("2021-03-01", "c0")).And(Tip("2021-03-01"));
    private static readonly Story ToldOn = Told.And(Dispatch("2021-03-01", brief: Text()).By(Officer));
    private static readonly Story ToldAnswered = ToldOn.And(Answered("2021-03-02"));

    public static IEnumerable<RightsCase> Cases() =>
    [
        new(nameof(ReceiveComplaint), Begun, Receive("2021-03-01")) { Lead = "energy" },
        new(nameof(RegisterComplaint), Begun, Register("2021-03-01")) { Lead = "energy" },
        new(nameof(NameTipOfficer), Told, Name("another-officer", "2021-03-01")) { Doer = "another-officer", Party = "north" },
        new(nameof(DispatchComplaint), Come, Dispatch("2021-03-01")) { Lead = "energy" },
        new(nameof(ReassignComplaint), Dispatched, Reassigned("2021-03-02", ["water"])) { Addressee = "energy" },
        new(nameof(LinkComplaint), Come, Link("2021-03-02", "c2", "c1")),
        new(nameof(HandleAgain), Resolved.And(Ask("2021-03-03", Satisfaction.Unsatisfied)), Again("2021-03-04")) { Addressee = "energy" },
        OfTip(nameof(HandleAgain), ToldAnswered.And(Ask("2021-03-03", Satisfaction.Unsatisfied).By(Officer)), Again("2021-03-04")),
        new(nameof(AskSatisfaction), Resolved, Ask("2021-03-03", Satisfaction.Satisfied)) { Addressee = "energy" },
        OfTip(nameof(DispatchComplaint), Told, Dispatch("2021-03-01", brief: Text())),
        OfTip(nameof(ReassignComplaint), ToldOn, Reassigned("2021-03-02", ["water"])) with { Addressee = "energy" },
        OfTip(nameof(LinkComplaint), Told, Link("2021-03-02", "c1", "c0")),
        OfTip(nameof(AskSatisfaction), ToldAnswered, Ask("2021-03-03", Satisfaction.Satisfied)) with { Addressee = "energy" },
        OfTip(nameof(ReadContact), Told, Read("2021-03-01", Officer)),
        new(nameof(AnswerComplaint), Dispatched, Answer("2021-03-02")) { Addressee = "energy", Party = "water" },
        new(nameof(ReleaseAnswer), Answering, Let("2021-03-02")) { Owner = "energy", Doer = "energy-clerk", Party = "water" },
        new(nameof(UpholdComplaint), Resolved, Uphold("2021-03-03")) { Lead = "energy", Cooperating = "water", Addressee = "energy", Doer = "energy-clerk" },
        new(nameof(RejectComplaint), Resolved, Reject("2021-03-03")) { Addressee = "energy", Doer = "energy-clerk" },
        new(nameof(VisitMilestone), Upheld, VisitTo("1.1-m1", false, "2021-03-04")) { Lead = "energy", Cooperating = "water", Addressee = "energy", Doer = "energy-clerk" },
        new(nameof(ProposeExposure), Upheld, Propose("2021-03-05")) { Addressee = "energy" },
        new(nameof(DecideExposure), Upheld.And(Propose("2021-03-05")), DecideOn("2021-03-06")) { Addressee = "energy", Doer = "inspector" },
        new(nameof(ReadContact), Dispatched, Read("2021-03-02", People.Energy)) { Addressee = "energy", Party = "water" },
    ];

    private static RightsCase OfTip(string command, Story given, Act when) => new(command + ComplaintRights.OfTip, given, when) { Party = "north", Named = "tip-officer" };
}
