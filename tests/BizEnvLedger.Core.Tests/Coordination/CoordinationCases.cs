using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Coordination.Acts;
using BizEnvLedger.Core.Tests.Rights;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Coordination.CoordinationActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Coordination;

/// <summary>Every command of coordination in a situation in which the right caller is accepted: energy asks water; north gets the papers.</summary>
[RightsCases]
internal static class CoordinationCases
{
    private static readonly Story Begun = Given(Issued());
    private static readonly Story Asked = Begun.And(Ask("1.1-m1", "water", "2021-06-15", People.Energy, "2021-05-10"));
    private static readonly Story Refused = Asked.And(Answer(false, People.Water, "2021-05-12"));
    private static readonly Story Bound = Refused.And(Adjudicate(true, "2021-06-20", "2021-05-14"));
    private static readonly Story Escalated = Bound.And(Escalate(People.Water, "2021-05-17"));
    private static readonly Story Delivered = Bound.And(Deliver(People.Water, "2021-06-18"));
    private static readonly Story Instructed = Begun.And(Instruct(["north"], "2021-05-31", "2021-05-10"));
    private static readonly Story Urged = Begun.And(Urge(["north"], "2021-05-31", "2021-05-10"));
    private static readonly Story Drafted = Begun.And(Draft(["north"], "2021-05-31", "2021-05-10", ["1.1-m1"]));
    private static readonly Story Signed = Drafted.And(Sign("2021-05-11"));
    private static readonly Story Replied = Signed.And(ReplyTo(DemandKind.Order, People.North, "2021-05-20"));
    private static readonly Story Disputed = Begun.And(Dispute(null, People.Energy, "2021-01-18"));
    private static readonly Story LetGo = Disputed.And(LetOut("energy", "2021-01-19"));

    public static IEnumerable<RightsCase> Cases() =>
    [
        OfRequest(nameof(RequestCooperation), Begun, Ask("1.1-m1", "water", "2021-06-15", People.Energy, "2021-05-10")) with { Addressee = null },
        OfRequest(nameof(AnswerRequest), Asked, Answer(true, People.Water, "2021-05-12")),
        OfRequest(nameof(AdjudicateRequest), Refused, Adjudicate(true, "2021-06-20", "2021-05-14")) with { Owner = "energy", Doer = "water-clerk" },
        OfRequest(nameof(EscalateRequest), Bound, Escalate(People.Water, "2021-05-17")),
        OfRequest(nameof(DecideRequest), Escalated, Settle(true, "2021-06-25", "2021-05-20")) with { Doer = "inspector" },
        OfRequest(nameof(FulfilRequest), Bound, Deliver(People.Water, "2021-06-18")),
        OfRequest(nameof(ConfirmFulfilment), Delivered, Take(true, People.Energy, "2021-06-20")),
        OfPaper(nameof(GiveInstruction), Begun, Instruct(["north"], "2021-05-31", "2021-05-10")),
        OfPaper(nameof(ReplyToInstruction), Instructed, ReplyTo(DemandKind.Instruction, People.North, "2021-05-20")),
        OfPaper(nameof(IssueUrge), Begun, Urge(["north"], null, "2021-05-10")),
        OfPaper(nameof(AnswerUrge), Urged, ReplyTo(DemandKind.Urge, People.North, "2021-05-20")),
        OfPaper(nameof(DraftOrder), Begun, Draft(["north"], "2021-05-31", "2021-05-10", ["1.1-m1"])),
        OfPaper(nameof(SignOrder), Drafted, Sign("2021-05-11")) with { Doer = "inspector" },
        OfPaper(nameof(ReplyToOrder), Signed, ReplyTo(DemandKind.Order, People.North, "2021-05-20")),
        OfPaper(nameof(CloseOrder), Replied, CloseIt("2021-05-25")) with { Doer = "inspector" },
        new(nameof(DisputeAssignment), Begun, Dispute(null, People.Energy, "2021-01-18")) { Lead = "energy", Cooperating = "water" },
        new(nameof(ReleaseDispute), Disputed, LetOut("energy", "2021-01-19")) { Owner = "energy", Party = "water", Doer = "energy-clerk" },
        new(nameof(DecideDispute), LetGo, Rule(true, "2021-01-25", ["north"])) { Lead = "energy", Cooperating = "water", Doer = "energy-approver" },
    ];

    private static RightsCase OfRequest(string command, Story given, Act when) => new(command, given, when) { Lead = "energy", Cooperating = "water", Addressee = "water" };

    private static RightsCase OfPaper(string command, Story given, Act when) => new(command, given, when) { Lead = "energy", Cooperating = "water", Addressee = "north" };
}
