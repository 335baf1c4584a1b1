using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.Notices.Acts;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Notices;

/// <summary>
/// The chain of one notice, 2021H1: energy is named for a claim returned as untrue (<c>2021H1-01</c>), tax gets a letter (<c>2021H1-02</c>).
/// Persons: inspector drafts, another-inspector confirms and approves, the vice-mayor signs.
/// </summary>
internal static class NoticeActs
{
    public const string Named = "2021H1-01";
    public const string Lettered = "2021H1-02";
    public static readonly HalfYear Covered = new(2021, 1);
    public static readonly Caller Second = People.Inspector("inspectorate", "second-inspector");
    public static readonly Caller Third = People.Inspector("inspectorate", "third-inspector");

    /// <summary>Without the inspectorate's own duty to report, so that nobody there is named.</summary>
    public static readonly Story Begun = Given(Issued()).And(Change(Amendment("am-0", "2021-01-20") with { Withdraw = ["x1-m1"] }, "2021-01-20"));

    public static readonly Story Closed = Begun
        .And(Report("1.1", People.Energy, "2021-03-01")).And(Claimed("1.1-m2", "energy", "2021-06-01")).And(Return("1.1-m2", "2021-06-05", ReturnGround.Untrue))
        .And([.. Inspections.InspectionActs.Opened("2021H1", "2021-06-20"), Close("2021H1", "2021-07-12")]);

    /// <summary>Below every threshold: energy's one open milestone <c>1.1-m8</c> is ten days over, a step of north's nine, and north has left an instruction.</summary>
    public static readonly Story Behind = Begun
        .And(Change(Amendment("am-1", "2021-02-01") with { AddMilestones = [new("1.1", InventedPlan.Dated("1.1-m8", "2021-06-20"))] }, "2021-02-01"))
        .And(Done("1.1-m1", "energy", "2021-06-01", "2021-06-05"))
        .And(Step("1.1-m4", "north", "2021-06-21", People.Energy, "2021-03-01"), Coordination.CoordinationActs.Instruct(["north"], "2021-05-31", "2021-05-10", ["1.1-m4"]))
        .And([.. Inspections.InspectionActs.Opened("2021H1", "2021-06-20"), Close("2021H1", "2021-07-12")]).And(Draft("2021-07-13"));

    public static readonly Story Drafted = Closed.And(Draft("2021-07-13"));
    public static readonly Story FedBack = Drafted.And(Feedback("2021-07-14"));
    public static readonly Story Objected = FedBack.And(Object("2021-07-15"));
    public static readonly Story Released = Objected.And(LetGo("2021-07-16"));
    public static readonly Story Approved = FedBack.And(Approve("2021-07-22"));
    public static readonly Story Signed = Approved.And(Sign("2021-07-23"));
    public static readonly Story Asked = Signed.And(Ask("2021-08-02"));
    public static readonly Story AskedAndReleased = Asked.And(ReleaseAsked("2021-08-03"));
    public static readonly Story Ordered = Signed.And(Order("2021-07-26", "2021-08-31"));
    public static readonly Story Reported = Ordered.And(Mend("2021-08-20"));
    public static readonly Story Waiting = Reported.And(ReleaseMended("2021-08-23"));
    public static readonly Story Discharged = Waiting.And(Discharge("2021-08-25"));
    public static readonly Story Proposed = Ordered.And(Propose("2021-09-05"));
    public static readonly Story ProposalApproved = Proposed.And(DecideOn("2021-09-08"));
    public static readonly Story HandedOver = ProposalApproved.And(Hand("2021-09-10"));
    public static readonly Story LetterSent = Approved.And(Letter("2021-07-23"));

    public static Notice Of(Story story) => story.State.Notices[Covered.ToString()];

    public static NoticeEntry Entry(Story story, string id = Named) => Of(story).Find(id)!;

    public static Act Draft(string on, string halfYear = "2021H1") =>
        In(People.Office, on, (s, who, now) => DraftNotice.Decide(s.State, new(Parse(halfYear), Frozen(s, halfYear)), who, now), halfYear);

    /// <summary>What the round froze: the view at its closing.</summary>
    public static IReadOnlyList<ProposedEntry> Frozen(Story story, string halfYear)
    {
        if (story.Plan.FindRound(Parse(halfYear))?.Closed is not { } closed)
            return [];
        var set = story.AtTreeSize((int)closed.TreeSize).HalfYear(halfYear, "2022-12-31");
        return [.. set.Proposed, .. set.Letters];
    }

    public static Act Strike(string on, string entry = Named, DraftText? reason = null) =>
        In(People.Office, on, (s, who, now) => StrikeEntry.Decide(s.State, new(Covered, entry, reason ?? Text()), who, now));

    public static Act Add(string on, string unit = "water", string category = "slow", string[]? milestones = null, DraftText? reason = null) =>
        In(People.Office, on, (s, who, now) => AddEntry.Decide(s.State, new(Covered, unit, category, milestones ?? ["1.1-m8"], reason ?? Text(), AtCut(s), Frozen(s, "2021H1")), who, now));

    /// <summary>What the round's leaves say.</summary>
    private static Core.Replay.PlanState AtCut(Story s) => s.AtTreeSize((int)s.Plan.FindRound(Covered)!.Closed!.TreeSize).State;

    public static Act ConfirmLast(string on, bool agreed = true, Guid? change = null, Caller? by = null) =>
        In(by ?? Second, on, (s, who, now) => ConfirmChange.Decide(s.State, new(Covered, change ?? Of(s).Changes[^1].Id, agreed), who, now));

    public static Act Word(string paragraph, string text, string on) =>
        In(People.Office, on, (s, who, now) => EditWording.Decide(s.State, new(Covered, paragraph, Text(text)), who, now));

    /// <summary>Each paper has the next number of its series in the year of its day, unless a test gives one.</summary>
    public static Act Feedback(string on, string? number = null, string? dated = null, long? version = null) => In(People.Office, on, (s, who, now) =>
        SendFeedback.Decide(s.State, new(Covered, number ?? Next(s, "港政征", on), Text("某处长"), Opt(dated), ToFeedBack(s).ToDictionary(e => e.Id, _ => Evidence), version ?? VersionOf(s)), who, now));

    public static Act Object(string on, string entry = Named, DraftText? grounds = null, string[]? evidence = null) =>
        In(People.Energy, on, (s, who, now) => ObjectToEntry.Decide(s.State, new(Covered, entry, grounds ?? Text(), evidence ?? [Evidence], null), who, now));

    public static Act LetGo(string on, Guid? objection = null) =>
        In(People.Approver("energy"), on, (s, who, now) => ReleaseObjection.Decide(s.State, new(Covered, Named, objection ?? Entry(s).Objections[^1].Id), who, now));

    public static Act Answer(string on, ObjectionOutcome outcome = ObjectionOutcome.Rejected, string[]? dropped = null, Guid? objection = null) =>
        In(Second, on, (s, who, now) => AnswerObjection.Decide(s.State, new(Covered, Named, objection ?? Entry(s).Objections[^1].Id, outcome, dropped ?? [], Text()), who, now));

    public static Act Approve(string on) => In(Second, on, (s, who, now) => ApproveNotice.Decide(s.State, new(Covered), who, now));

    public static Act Sign(string on, string number = "港政办字〔2021〕7号", string? dated = null, long? version = null) =>
        In(People.Leader, on, (s, who, now) => SignNotice.Decide(s.State, new(Covered, number, Text("某副市长"), Opt(dated), Evidence, version ?? Of(s).Version), who, now));

    public static Act Publish(string on, Visibility visibility = Visibility.Public) =>
        In(People.GroupOffice, on, (s, who, now) => PublishNotice.Decide(s.State, new(Covered, visibility), who, now));

    public static Act Letter(string on, string entry = Lettered, string number = "港政办函〔2021〕8号", string? dated = null, long? version = null, DraftText? superior = null) =>
        In(People.Leader, on, (s, who, now) => SignLetter.Decide(s.State, new(Covered, entry, number, Text("某副市长"), superior ?? Text("上级税务局"), Opt(dated), Evidence, version ?? Of(s).Version), who, now));

    public static Act ApproveAnew(string on, string entry = Lettered) => In(Second, on, (s, who, now) => ApproveLetter.Decide(s.State, new(Covered, entry), who, now));

    public static Act Reply(string on, string? dated = null, string entry = Lettered) =>
        In(People.Office, on, (s, who, now) => RecordReply.Decide(s.State, new(Covered, entry, Opt(dated), Text(), [Evidence]), who, now));

    public static Act Ask(string on, string entry = Named) =>
        In(People.Energy, on, (s, who, now) => AskReview.Decide(s.State, new(Covered, entry, Text(), [Evidence], null), who, now));

    public static Act ReleaseAsked(string on, Guid? review = null) =>
        In(People.Approver("energy"), on, (s, who, now) => ReleaseReview.Decide(s.State, new(Covered, Named, review ?? Entry(s).Review!.Id), who, now));

    public static Act DecideAsked(string on, bool upheld = true, Guid? review = null) =>
        In(Third, on, (s, who, now) => DecideReview.Decide(s.State, new(Covered, Named, review ?? Entry(s).Review!.Id, upheld, Text()), who, now));

    public static Act Order(string on, string limit, string entry = Named, string? number = null, string? dated = null, long? version = null) => In(People.Office, on, (s, who, now) =>
        OrderRectification.Decide(s.State, new(Covered, entry, Text(), Day(limit), number ?? Next(s, "港政改", on), Text("某处长"), Opt(dated), Evidence, version ?? VersionOf(s)), who, now));

    public static Act Mend(string on, string[]? evidence = null, string entry = Named) =>
        In(People.Energy, on, (s, who, now) => ReportRectification.Decide(s.State, new(Covered, entry, Text(), evidence ?? [Evidence], null), who, now));

    public static Act ReleaseMended(string on, Guid? report = null, string entry = Named) =>
        In(People.Approver("energy"), on, (s, who, now) => ReleaseRectification.Decide(s.State, new(Covered, entry, report ?? LastReport(s, entry)), who, now));

    public static Act Discharge(string on, Guid? report = null, string entry = Named) =>
        In(People.Office, on, (s, who, now) => DischargeRectification.Decide(s.State, new(Covered, entry, report ?? LastReport(s, entry), Text()), who, now));

    public static Act SendBack(string on) =>
        In(People.Office, on, (s, who, now) => ReturnRectification.Decide(s.State, new(Covered, Named, LastReport(s), Text()), who, now));

    public static Act LookBack(string on, FollowUpOutcome outcome = FollowUpOutcome.Holds) =>
        In(Second, on, (s, who, now) => FollowUp.Decide(s.State, new(Covered, Named, outcome, Text(), [Evidence]), who, now));

    public static Act Propose(string on, string entry = Named, string? number = null, string? dated = null, long? version = null) => In(People.Office, on, (s, who, now) =>
        ProposeAccountability.Decide(s.State, new(Covered, entry, Text(), number ?? Next(s, "港政请", on), Text("某主任"), Opt(dated), Evidence, version ?? VersionOf(s)), who, now));

    public static Act DecideOn(string on, bool approved = true, Guid? proposal = null) =>
        In(People.Leader, on, (s, who, now) => DecideProposal.Decide(s.State, new(Covered, Named, proposal ?? LastProposal(s), approved, Text()), who, now));

    public static Act Hand(string on, string number = "港政办函〔2021〕9号") =>
        In(People.GroupOffice, on, (s, who, now) => HandOver.Decide(s.State, new(Covered, Named, LastProposal(s), Text("某机关"), number, [Evidence]), who, now));

    public static Act Conclude(string on, string? dated = null, string[]? evidence = null) =>
        In(People.GroupOffice, on, (s, who, now) => RecordResult.Decide(s.State, new(Covered, Named, LastProposal(s), Opt(dated), Text(), evidence ?? [Evidence]), who, now));

    private static Guid LastReport(Story s, string entry = Named) => Entry(s, entry).Rectification?.Reports.LastOrDefault()?.Id ?? Guid.Empty;

    private static Guid LastProposal(Story s) => Entry(s).Proposal?.Id ?? Guid.Empty;

    private static HalfYear Parse(string text) => HalfYear.TryParse(text, out var half) ? half : throw new ArgumentException(text);

    private static long VersionOf(Story s) => s.State.Notices.GetValueOrDefault(Covered.ToString())?.Version ?? 0;

    private static IReadOnlyList<NoticeEntry> ToFeedBack(Story s) => s.State.Notices.GetValueOrDefault(Covered.ToString())?.ToFeedBack ?? [];

    private static string Next(Story s, string series, string on) =>
        new DocumentNumber(series, Day(on).Year, s.State.Papers.Keys.Where(n => n.Series == series && n.Year == Day(on).Year).Select(n => n.Ordinal).DefaultIfEmpty().Max() + 1).ToString();

    private static DateOnly? Opt(string? day) => day is null ? null : Day(day);

    private static Act In(Caller by, string on, Func<Story, Caller, Moment, Decision> decide, string halfYear = "2021H1") =>
        new(Notice.StreamOf(InventedPlan.Id, Parse(halfYear)), by, Day(on), decide);
}
