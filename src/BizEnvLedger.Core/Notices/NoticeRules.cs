namespace BizEnvLedger.Core.Notices;

/// <summary>Limits of the chain from notice to accountability. Days are calendar days unless they say working days.</summary>
public sealed record NoticeRules
{
    /// <summary>反馈期: working days in which a named unit may object before the notice is approved.</summary>
    public int FeedbackWorkingDays { get; init; } = 5;

    /// <summary>Working days in which the office answers an objection; as long as the unit had to make it.</summary>
    public int ObjectionAnswerWorkingDays { get; init; } = 5;

    /// <summary>Days after signature in which a named unit may ask for a review (复核), as for an appeal in personnel matters.</summary>
    public int ReviewAskDays { get; init; } = 30;

    /// <summary>Days in which a review is decided after its release.</summary>
    public int ReviewDecisionDays { get; init; } = 30;

    /// <summary>Longest limit that an order may give: the next half-year's round must be able to see it kept.</summary>
    public int RectificationMostDays { get; init; } = 180;

    /// <summary>Working days in which the office discharges (销号) or returns a released report; as for a claim's verification.</summary>
    public int DischargeWorkingDays { get; init; } = 15;

    /// <summary>回头看 no earlier than so many days after the discharge: sooner, nothing could have relapsed.</summary>
    public int FollowUpLeastDays { get; init; } = 30;

    /// <summary>回头看 within so many days after the discharge: before the next but one round.</summary>
    public int FollowUpMostDays { get; init; } = 180;

    /// <summary>Working days in which the government decides on a proposal.</summary>
    public int ProposalDecisionWorkingDays { get; init; } = 15;

    /// <summary>Working days in which a unit of other authority is asked to reply to a letter.</summary>
    public int LetterReplyWorkingDays { get; init; } = 15;
}
