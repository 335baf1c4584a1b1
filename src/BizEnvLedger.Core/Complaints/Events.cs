using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.Complaints;

/// <summary>诉求、举报: came in. What it says, how to reach who gave it, and the receipt code are commitments; a lookup is found by the code's SHA-256.</summary>
/// <param name="DispatchLimit">Until when the office dispatches it, in the jurisdiction's own offset.</param>
public sealed record ComplaintReceived(
    string Complaint, ComplaintKind Kind, ComplaintChannel Channel, string? Area, string? Task, string? Milestone, string? Unit,
    TextSeal Content, TextSeal? Contact, TextSeal Code, string ReceiptSha256, DateTimeOffset DispatchLimit);

/// <summary>举报承办人: the one person who may read a tip and who gave it.</summary>
public sealed record TipOfficerNamed(string Complaint, string Officer);

/// <summary>转办: to units, groups resolved to their members of the day. The clocks begin.</summary>
/// <param name="ResponseLimit">Until when a first answer is released, in the jurisdiction's own offset.</param>
public sealed record ComplaintDispatched(
    string Complaint, IReadOnlyList<string> Units, string? Task, string? Milestone, TextSeal? Brief, DateTimeOffset ResponseLimit, DateOnly ResolveLimit);

/// <summary>改派: from now on these units. Who stays keeps its clock; who comes new gets these limits.</summary>
public sealed record ComplaintReassigned(
    string Complaint, IReadOnlyList<string> Units, TextSeal Reason, DateTimeOffset ResponseLimit, DateOnly ResolveLimit);

/// <summary>答复: a unit answers. Before its release it counts for nothing.</summary>
public sealed record ComplaintAnswered(string Complaint, string Unit, AnswerKind Kind, TextSeal Answer, IReadOnlyList<string> Evidence);

/// <summary>答复审签.</summary>
public sealed record AnswerReleased(string Complaint, Guid Answer, string Unit);

/// <summary>回访: what the complainant said, or did not say, when the office asked.</summary>
public sealed record SatisfactionAsked(string Complaint, Satisfaction Satisfaction, string HomeUnit, TextSeal? Note);

/// <summary>重复诉求: this one repeats an earlier one, always the first of its row.</summary>
public sealed record ComplaintLinked(string Complaint, string Earlier, TextSeal Reason);

/// <summary>重新办理: a repeat has come in after the resolution; its units' clocks begin again.</summary>
public sealed record ComplaintReopened(string Complaint, string Repeat, DateTimeOffset ResponseLimit, DateOnly ResolveLimit);

/// <summary>责成重办: the complainant was not satisfied, and the office orders the units to handle it again; their clocks begin anew.</summary>
/// <param name="Said">The call back on which the complainant said so.</param>
/// <param name="Answers">The answers that did not satisfy.</param>
public sealed record ComplaintHandledAgain(string Complaint, Guid Said, IReadOnlyList<Guid> Answers, IReadOnlyList<string> Units, TextSeal Reason, DateTimeOffset ResponseLimit, DateOnly ResolveLimit);

/// <summary>属实: an inspector, having heard the unit, finds it founded.</summary>
/// <param name="DeliverableAbsent">Whether what the milestones promise is not there.</param>
public sealed record ComplaintUpheld(
    string Complaint, string Unit, IReadOnlyList<string> Milestones, bool DeliverableAbsent, DateOnly HeardOn, TextSeal Heard, TextSeal Finding, string HomeUnit);

/// <summary>不属实: an inspector, having heard the unit, finds it unfounded.</summary>
public sealed record ComplaintRejected(string Complaint, string Unit, DateOnly HeardOn, TextSeal Heard, TextSeal Finding, string HomeUnit);

/// <summary>实地核查: an inspector went to a milestone that an upheld complaint names.</summary>
public sealed record UpheldMilestoneVisited(string Complaint, string Milestone, bool Present, TextSeal Finding, string HomeUnit);

/// <summary>曝光: proposed, with a text of its own for the public.</summary>
public sealed record ExposureProposed(string Complaint, Visibility Visibility, TextSeal PublicText);

/// <summary>曝光审批.</summary>
public sealed record ExposureDecided(string Complaint, Guid Exposure, bool Approved);

/// <summary>A complainant's contact was read.</summary>
public sealed record ContactRead(string Complaint);

/// <summary>A tip, and who gave it, was read by its officer.</summary>
public sealed record TipRead(string Complaint);

/// <summary>诉求 or 举报.</summary>
public enum ComplaintKind { Complaint, Tip }

/// <summary>How it came in.</summary>
public enum ComplaintChannel { Online, Hotline, Letter, Visit }

/// <summary>What an answer is.</summary>
public enum AnswerKind
{
    /// <summary>响应: taken up, and what will be done.</summary>
    Response,

    /// <summary>办结答复: done, or why it cannot be; it responds too.</summary>
    Resolution,
}

/// <summary>What a call back yielded. Silence is not satisfaction.</summary>
public enum Satisfaction { Satisfied, Unsatisfied, Silent }
