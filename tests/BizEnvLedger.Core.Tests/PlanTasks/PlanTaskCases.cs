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
    private static readonly Story Begun = Given(Issued());
    private static readonly Story Claimed = Begun.And(Claim("1.1-m1", People.Energy, "2021-06-20"));
    private static readonly Story Released = Claimed.And(Release("1.1-m1", "energy", "2021-06-20"));
    private static readonly Story Divided = Begun.And(Step("1.1-m1", "north", "2021-05-31", People.Energy, "2021-02-01"));

    public static IEnumerable<RightsCase> Cases() =>
    [
        OfTask(nameof(AcknowledgeTask), Begun, Acknowledge("1", People.Energy, "2021-01-20")),
        OfTask(nameof(RecordProgress), Begun, Report("1.1", People.Energy, "2021-03-01")),
        OfTask(nameof(ReportMetric), Begun, Metric("1.1-i2", 90, People.North, "2021-07-05", benchmark: 88)) with { DataOwner = "north" },
        OfTask(nameof(ClaimMilestone), Begun, Claim("1.1-m1", People.Energy, "2021-06-20")),
        OfTask(nameof(AddStep), Begun, Step("1.1-m1", "north", "2021-05-31", People.Energy, "2021-02-01")),
        new(nameof(ReleaseClaim), Claimed, Release("1.1-m1", "energy", "2021-06-20")) { Owner = "energy", Doer = "energy-clerk", Party = "water" },
        OfTask(nameof(VerifyMilestone), Released, Verify("1.1-m1", "2021-06-25")) with { Owner = "energy", Doer = "energy-approver" },
        OfTask(nameof(ReturnMilestone), Released, Return("1.1-m1", "2021-06-25", ReturnGround.Untrue)) with { Owner = "energy", Doer = "energy-clerk" },
        OfTask(nameof(ConfirmStep), Divided, Confirm("1.1-m1-s1", "2021-05-20")) with { Party = "north", Doer = "energy-clerk" },
        OfTask(nameof(ReassignLead), Begun, Reassign("1.1", ["tax"], "2021-03-10")),
        OfTask(nameof(AppointLeader), Begun, Appoint(null, "vice-mayor-1", "2021-03-10")),
        new(CorrectEntry.OfFact, Begun.And(Metric("1.1-i1", 4, People.Energy, "2021-04-05")), Correct("1", People.Energy, "2021-04-20", value: 6)) { Owner = "energy", Party = "water" },
        new(CorrectEntry.OfLead, Begun.And(Reassign("1.1", ["tax"], "2021-03-10")), Correct("1", People.GroupOffice, "2021-04-20", effective: "2021-03-20")) { Lead = "energy" },
        new(CorrectEntry.OfLeader, Begun.And(Appoint(null, "vice-mayor-1", "2021-03-10")), Correct("1", People.GroupOffice, "2021-04-20", effective: "2021-03-20")) { Lead = "energy" },
    ];

    private static RightsCase OfTask(string command, Story given, Act when) => new(command, given, when) { Lead = "energy", Cooperating = "water" };
}
