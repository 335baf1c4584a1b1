using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Tests.Events;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Complaints;

[EventExamples]
internal static class ComplaintExamples
{
    private const string Id = "20210301-4f9c2a7be1d05836";
    private static readonly Guid Event = new("01890a5d-ac96-774b-bcce-b302099a8057");
    private static readonly TextSeal Seal = new("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    private static readonly DateTimeOffset Limit = new(2021, 3, 2, 11, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateOnly Last = Day("2021-03-22");

    public static readonly IReadOnlyDictionary<string, object> ByAlias = new Dictionary<string, object>
    {
        ["complaint_received"] = new ComplaintReceived(Id, ComplaintKind.Tip, ComplaintChannel.Online, "a1", "1", "1.1-m1", "energy", Seal, Seal, Seal, Evidence, Limit),
        ["tip_officer_named"] = new TipOfficerNamed(Id, "tip-officer"),
        ["complaint_dispatched"] = new ComplaintDispatched(Id, ["energy", "water"], "1", "1.1-m1", Seal, Limit, Last),
        ["complaint_reassigned"] = new ComplaintReassigned(Id, ["water"], Seal, Limit, Last),
        ["complaint_answered"] = new ComplaintAnswered(Id, "energy", AnswerKind.Resolution, Seal, [Evidence]),
        ["answer_released"] = new AnswerReleased(Id, Event, "energy"),
        ["satisfaction_asked"] = new SatisfactionAsked(Id, Satisfaction.Unsatisfied, "inspectorate", Seal),
        ["complaint_linked"] = new ComplaintLinked(Id, "20210201-0a1b2c3d4e5f6071", Seal),
        ["complaint_reopened"] = new ComplaintReopened(Id, "20210401-8899aabbccddeeff", Limit, Last),
        ["complaint_handled_again"] = new ComplaintHandledAgain(Id, Event, [Event], ["energy"], Seal, Limit, Last),
        ["complaint_upheld"] = new ComplaintUpheld(Id, "energy", ["1.1-m1"], true, Day("2021-03-08"), Seal, Seal, "inspectorate"),
        ["complaint_rejected"] = new ComplaintRejected(Id, "energy", Day("2021-03-08"), Seal, Seal, "inspectorate"),
        ["upheld_milestone_visited"] = new UpheldMilestoneVisited(Id, "1.1-m1", true, Seal, "inspectorate"),
        ["exposure_proposed"] = new ExposureProposed(Id, Visibility.OnRequest, Seal),
        ["exposure_decided"] = new ExposureDecided(Id, Event, true),
        ["contact_read"] = new ContactRead(Id),
        ["tip_read"] = new TipRead(Id),
    };
}
