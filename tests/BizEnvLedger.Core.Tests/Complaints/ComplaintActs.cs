using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.Complaints.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Complaints;

/// <summary>Acts on complaints in a few words; <c>c1</c> where nothing else is said, energy where a unit is asked for.</summary>
internal static class ComplaintActs
{
    public const string Code = "7K3M9-QPTXW-ABCDE-23456";

    public static readonly Caller Anybody = new("public", new HashSet<Role> { Role.Public }, null, new HashSet<string>());

    public static readonly Caller Officer = People.Inspector("inspectorate", "tip-officer");

    public static Act Receive(string on, string id = "c1", ComplaintKind kind = ComplaintKind.Complaint, DraftText? text = null, DraftText? contact = null, string? area = null, string? task = null, string? milestone = null, string? unit = null) =>
        In(id, Anybody, on, (s, who, now) => ReceiveComplaint.Decide(s.State, new(id, Text(Code + id), kind, text ?? Text("投诉内容"), contact ?? Text("13800138000"), area, task, milestone, unit), who, now));

    /// <summary>A tip about north whose officer is named.</summary>
    public static Act[] Tip(string on, string id = "c1") => [Receive(on, id, ComplaintKind.Tip, unit: "north"), Name("tip-officer", on, id)];

    public static Act Register(string on, string id = "c1", ComplaintChannel channel = ComplaintChannel.Hotline, DraftText? contact = null) =>
        In(id, People.Office, on, (s, who, now) => RegisterComplaint.Decide(s.State, new(id, Text(Code), ComplaintKind.Complaint, channel, Text("投诉内容"), contact, null, null, null, null), who, now));

    public static Act Name(string officer, string on, string id = "c1") =>
        In(id, People.Leader, on, (s, who, now) => NameTipOfficer.Decide(s.State, new(id, officer), who, now));

    public static Act Dispatch(string on, string id = "c1", string[]? units = null, string? task = null, string? milestone = null, DraftText? brief = null) =>
        In(id, People.Office, on, (s, who, now) => DispatchComplaint.Decide(s.State, new(id, units ?? ["energy"], task, milestone, brief), who, now));

    public static Act Reassigned(string on, string[] units, string id = "c1", DraftText? reason = null) =>
        In(id, People.Office, on, (s, who, now) => ReassignComplaint.Decide(s.State, new(id, units, reason ?? Text()), who, now));

    public static Act Answer(string on, AnswerKind kind = AnswerKind.Resolution, string unit = "energy", string id = "c1", DraftText? text = null, string[]? evidence = null) =>
        In(id, People.Clerk(unit), on, (s, who, now) => AnswerComplaint.Decide(s.State, new(id, kind, text ?? Text(), evidence ?? [], null), who, now));

    /// <summary>Releases an answer; without one, the unit's last.</summary>
    public static Act Let(string on, string unit = "energy", string id = "c1", Guid? answer = null) =>
        In(id, People.Approver(unit), on, (s, who, now) => ReleaseAnswer.Decide(s.State, new(id, answer ?? s.State.Complaints[id].Answers.FindLast(a => a.Unit == unit)?.Id ?? Guid.Empty), who, now));

    /// <summary>Answered by a clerk and released by the approver on the same day.</summary>
    public static Act[] Answered(string on, AnswerKind kind = AnswerKind.Resolution, string unit = "energy", string id = "c1") => [Answer(on, kind, unit, id), Let(on, unit, id)];

    public static Act Ask(string on, Satisfaction said, string id = "c1", DraftText? note = null) =>
        In(id, People.Office, on, (s, who, now) => AskSatisfaction.Decide(s.State, new(id, said, note), who, now));

    public static Act Again(string on, string id = "c1", DraftText? reason = null) =>
        In(id, People.Office, on, (s, who, now) => HandleAgain.Decide(s.State, new(id, reason ?? Text()), who, now));

    public static Act Link(string on, string id, string earlier, DraftText? reason = null) =>
        In(id, People.Office, on, (s, who, now) => LinkComplaint.Decide(s.State, new(id, earlier, reason ?? Text()), who, now));

    public static Act Uphold(string on, string[]? milestones = null, bool absent = true, string? heard = null, string unit = "energy", string id = "c1", DraftText? said = null, DraftText? finding = null) =>
        In(id, People.Inspector("inspectorate"), on, (s, who, now) => UpholdComplaint.Decide(
            s.State, new(id, unit, milestones ?? ["1.1-m1"], absent, heard == "" ? null : Day(heard ?? on), said ?? Text(), finding ?? Text()), who, now));

    public static Act Reject(string on, string unit = "energy", string id = "c1") =>
        In(id, People.Inspector("inspectorate"), on, (s, who, now) => RejectComplaint.Decide(s.State, new(id, unit, Day(on), Text(), Text()), who, now));

    public static Act VisitTo(string milestone, bool present, string on, string id = "c1", DraftText? finding = null) =>
        In(id, People.Inspector("inspectorate"), on, (s, who, now) => VisitMilestone.Decide(s.State, new(id, milestone, present, finding ?? Text()), who, now));

    public static Act Propose(string on, Visibility visibility = Visibility.Public, string id = "c1", DraftText? text = null) =>
        In(id, People.Office, on, (s, who, now) => ProposeExposure.Decide(s.State, new(id, visibility, text ?? Text()), who, now));

    public static Act DecideOn(string on, bool approved = true, string id = "c1", Guid? exposure = null) =>
        In(id, People.Leader, on, (s, who, now) => DecideExposure.Decide(s.State, new(id, exposure ?? s.State.Complaints[id].Exposures[^1].Id, approved), who, now));

    public static Act Read(string on, Caller by, string id = "c1") =>
        In(id, by, on, (s, who, now) => ReadContact.Decide(s.State, new(id), who, now));

    private static Act In(string id, Caller by, string on, Func<Story, Caller, Moment, Decision> decide) => new(Complaint.StreamOf(InventedPlan.Id, id), by, Day(on), decide);
}
