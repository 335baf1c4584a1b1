using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Tests.Rights;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.PlanTasks;

/// <summary>Every command on a task, in a situation in which the right caller is accepted: energy leads, water cooperates.</summary>
[RightsCases]
internal static class PlanTaskCases
{
    private static readonly Story Begun = Given(IssuedWithSystems());
    private static readonly Story Claimed = Begun.And(Claim("1.1-m1", People.Energy, "2021-06-20"));
    private static readonly Story Released = Claimed.And(Release("1.1-m1", "energy", "2021-06-20"));
    private static readonly Story Added = Released.And(Attach("1", People.Typist("energy"), "2021-06-21", Released.LastClaim("1.1-m1"), Evidence));
    private static readonly Story Divided = Begun.And(Step("1.1-m1", "north", "2021-05-31", People.Energy, "2021-02-01"));

    private static readonly Story Typed = Begun.And(Metric("1.1-i1", 4, People.Typist("energy"), "2021-04-05"));
    private static readonly Story Asked = Begun.And(AskExtension("1.1-m1", "2021-08-31", People.Energy, "2021-06-01"));
    private static readonly Story Asking = Asked.And(ReleaseExtension("1.1-m1", "energy", "2021-06-02"));
    private static readonly Story ThirdAsked = Begun.And(
    [
        .. Extended("1.1-m1", "energy", "2021-07-31", "2021-06-01", "2021-06-02"),
        .. Extended("1.1-m1", "energy", "2021-08-31", "2021-06-03", "2021-06-04"),
        AskExtension("1.1-m1", "2021-09-30", People.Energy, "2021-06-10"), ReleaseExtension("1.1-m1", "energy", "2021-06-11"),
    ]);
    private static readonly Story Halting = Begun.And(AskSuspension("1.1-m1", "2021-08-31", People.Energy, "2021-06-01"));

    public static IEnumerable<RightsCase> Cases() =>
    [
        OfTask(nameof(AcknowledgeTask), Begun, Acknowledge("1", People.Energy, "2021-01-20")),
        OfTask(nameof(RecordProgress), Begun, Report("1.1", People.Energy, "2021-03-01")),
        OfTask(nameof(ReportMetric), Begun, Metric("1.1-i2", 90, People.North, "2021-07-05", benchmark: 88)) with { DataOwner = "north" },
        OfTask(nameof(ClaimMilestone), Begun, Claim("1.1-m1", People.Energy, "2021-06-20")),
        OfTask(nameof(AddStep), Begun, Step("1.1-m1", "north", "2021-05-31", People.Energy, "2021-02-01")),
        new(nameof(ReleaseClaim), Claimed, Release("1.1-m1", "energy", "2021-06-20")) { Owner = "energy", Doer = "energy-clerk", Party = "water" },
        new(nameof(WithdrawClaim), Claimed, Withdraw("1.1-m1", People.Energy, "2021-06-20")) { Owner = "energy", Party = "water" },
        new(nameof(DeclineClaim), Claimed, Decline("1.1-m1", "energy", "2021-06-20")) { Owner = "energy", Doer = "energy-clerk", Party = "water" },
        new(nameof(Core.PlanTasks.Acts.ReleaseEvidence), Added, ReleaseEvidence("1", "energy", "2021-06-22")) { Owner = "energy", Doer = "energy-typist", Party = "water" },
        OfTask(nameof(VerifyMilestone), Released, Verify("1.1-m1", "2021-06-25")) with { Owner = "energy", Doer = "energy-approver" },
        OfTask(nameof(ReturnMilestone), Released, Return("1.1-m1", "2021-06-25", ReturnGround.Untrue)) with { Owner = "energy", Doer = "energy-clerk" },
        OfTask(nameof(ConfirmStep), Divided.And(Units.UnitActs.Reported("1.1-m1-s1", People.North, "2021-05-19")), Confirm("1.1-m1-s1", "2021-05-20")) with { Party = "north", Doer = "energy-clerk" },
        new(nameof(Core.PlanTasks.Acts.ReleaseFigure), Typed, ReleaseFigure("1", "energy", "2021-04-06")) { Owner = "energy", Doer = "energy-typist", Party = "water" },
        new(nameof(AttachEvidence), Typed, Attach("1", People.Energy, "2021-04-06", null, Evidence)) { Owner = "energy", Party = "water" },
        OfTask(nameof(RequestExtension), Begun, AskExtension("1.1-m1", "2021-08-31", People.Energy, "2021-06-01")),
        new(nameof(Core.PlanTasks.Acts.ReleaseExtension), Asked, ReleaseExtension("1.1-m1", "energy", "2021-06-02")) { Owner = "energy", Doer = "energy-clerk", Party = "water" },
        OfTask(nameof(Core.PlanTasks.Acts.DecideExtension), Asking, DecideExtension("1.1-m1", true, "2021-06-03")) with { Doer = "energy-clerk" },
        OfTask(Core.PlanTasks.Acts.DecideExtension.ByLeadingGroup, ThirdAsked, DecideExtension("1.1-m1", true, "2021-06-20")) with { Doer = "energy-approver" },
        OfTask(nameof(RequestSuspension), Begun, AskSuspension("1.1-m1", "2021-08-31", People.Energy, "2021-06-01")),
        new(nameof(Core.PlanTasks.Acts.ReleaseSuspension), Halting, ReleaseSuspension("1.1-m1", "energy", "2021-06-02")) { Owner = "energy", Doer = "energy-clerk", Party = "water" },
        OfTask(nameof(Core.PlanTasks.Acts.DecideSuspension), Halting.And(ReleaseSuspension("1.1-m1", "energy", "2021-06-02")), DecideSuspension("1.1-m1", true, "2021-06-03")) with { Doer = "energy-clerk" },
        OfTask(nameof(Core.PlanTasks.Acts.EndSuspension), Begun.And(Suspended("1.1-m1", "energy", "2021-08-31", "2021-06-01", "2021-06-03")), EndSuspension("1.1-m1", "2021-07-01")),
        new(nameof(WithdrawRequest), Asked, Withdraw(RequestKind.Extension, People.Energy, "2021-06-02")) { Owner = "energy", Party = "water" },
        new(WithdrawRequest.OfReleased, Asking, Withdraw(RequestKind.Extension, People.Approver("energy"), "2021-06-03")) { Owner = "energy", Party = "water" },
        OfTask(nameof(ReassignLead), Begun, Reassign("1.1", ["tax"], "2021-03-10")),
        OfTask(nameof(AppointLeader), Begun, Appoint(null, "vice-mayor-1", "2021-03-10")),
        new(CorrectEntry.OfFact, Begun.And(Metric("1.1-i1", 4, People.Energy, "2021-04-05")), Correct("1", People.Energy, "2021-04-20", value: 6)) { Owner = "energy", Party = "water" },
        new(CorrectEntry.OfLead, Begun.And(Reassign("1.1", ["tax"], "2021-03-10")), Correct("1", People.GroupOffice, "2021-04-20", effective: "2021-03-20")) { Lead = "energy" },
        new(CorrectEntry.OfLeader, Begun.And(Appoint(null, "vice-mayor-1", "2021-03-10")), Correct("1", People.GroupOffice, "2021-04-20", effective: "2021-03-20")) { Lead = "energy" },
    ];

    private static RightsCase OfTask(string command, Story given, Act when) => new(command, given, when) { Lead = "energy", Cooperating = "water" };
}
