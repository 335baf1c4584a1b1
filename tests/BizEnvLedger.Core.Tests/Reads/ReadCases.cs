using BizEnvLedger.Core.Appraisals.Acts;
using BizEnvLedger.Core.Coordination.Acts;
using BizEnvLedger.Core.Inspections.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.Notices.Acts;
using BizEnvLedger.Core.Tests.Notices;
using BizEnvLedger.Core.Tests.Rights;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Reads;

/// <summary>What is protected, read by the right caller.</summary>
[RightsCases]
internal static class ReadCases
{
    public static IEnumerable<RightsCase> Cases() =>
    [
        // The draft as such, and an entry's letter: energy's was fed back, tax's letter never is.
        new(nameof(ReadNoticeDraft), NoticeActs.FedBack, Draft(null, null)) { Addressee = "energy" },
        new(nameof(ReadNoticeDraft), NoticeActs.FedBack, Draft(NoticeActs.Named, "feedback")) { Addressee = "energy" },
        new(nameof(ReadNoticeDraft), NoticeActs.FedBack, Draft(NoticeActs.Lettered, "letter")) { Outside = "tax" },
        new(nameof(ReadNoticeDraft), NoticeActs.FedBack, Draft(null, "notice")) { Outside = "energy" },
        new(nameof(ReadNoticeDraft), NoticeActs.Drafted, Draft(null, null)) { Outside = "energy" },
        new(nameof(ReadNotice), NoticeActs.Signed, Of((_, who, _) => ReadNotice.Check(who) ?? Decision.Of())),
        new(nameof(ReadProposal), NoticeActs.Proposed, Of((s, who, _) => ReadProposal.Decide(s.State, new(NoticeActs.Covered, NoticeActs.Named), who))) { Outside = "energy" },
        new(nameof(ReadReport), NoticeActs.Closed, Report()),
        new(ReadReport.Issued, NoticeActs.Signed, Report()),
        new(nameof(ReadOrderDrafts), NoticeActs.Begun, Of((s, who, _) => ReadOrderDrafts.Decide(s.State, who))),
        new(nameof(ReadBallots), NoticeActs.Begun, Of((_, who, _) => ReadBallots.Check(who) ?? Decision.Of())),
    ];

    public static Act Draft(string? entry, string? document) => Of((s, who, now) => ReadNoticeDraft.Decide(s.State, new(NoticeActs.Covered, entry, document), who, now));

    public static Act Report() => Of((s, who, _) => ReadReport.Decide(s.State, new(NoticeActs.Covered, "report.docx"), who));

    private static Act Of(Func<Story, Caller, Moment, Decision> ask) => new(Core.Reads.ReadLog.StreamOf(Day("2021-07-20")), People.Office, Day("2021-07-20"), ask);
}
