using BizEnvLedger.Core.Registers;
using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Reminders;
using BizEnvLedger.Core.Notices;

namespace BizEnvLedger.Core.Plans;

/// <summary>Every number that a rule uses. Versioned data: a new version never changes a past answer.</summary>
public sealed record RuleSet
{
    public required string Id { get; init; }
    public required int Version { get; init; }

    /// <summary>宽限期: days after the effective date before a fact is late-entered (补录).</summary>
    public required int GraceDays { get; init; }

    /// <summary>Working days that a verifier has.</summary>
    public required int VerificationWorkingDays { get; init; }

    /// <summary>Working days to mend a claim returned for form, the claim's date standing.</summary>
    public required int MendWorkingDays { get; init; }

    /// <summary>Days after which a return as untrue that was not claimed again is red.</summary>
    public required int ReclaimDays { get; init; }

    /// <summary>Days before due within which a milestone without a claim is yellow (inclusive).</summary>
    public required int DueSoonDays { get; init; }

    /// <summary>Points that measured progress may lie behind the straight line.</summary>
    public required int BehindPoints { get; init; }

    /// <summary>Within so many days of due, a report is expected each month.</summary>
    public required int MonthlyWithinDays { get; init; }

    /// <summary>Days without a report that count as silence in the monthly stretch.</summary>
    public required int MonthlyDays { get; init; }

    /// <summary>Days without a report that count as silence otherwise (quarterly).</summary>
    public required int QuarterlyDays { get; init; }

    /// <summary>行动不快: more than so many days overdue at the cut.</summary>
    public required int NoticeOverdueDays { get; init; }

    /// <summary>行动不快: more than this share of what was due.</summary>
    public required decimal NoticeOverdueShare { get; init; }

    /// <summary>行动不快: and at least so many.</summary>
    public required int NoticeOverdueLeast { get; init; }

    /// <summary>延期 and 中止.</summary>
    public ExtensionRules Extension { get; init; } = new();

    /// <summary>Longest narrative, reason or finding, in characters.</summary>
    public required int TextLimit { get; init; }

    /// <summary>台账.</summary>
    public RegisterRules Registers { get; init; } = new();
    /// <summary>协调: requests, orders, disputes.</summary>
    public CoordinationRules Coordination { get; init; } = new();
    /// <summary>接诉即办.</summary>
    public ComplaintRules Complaints { get; init; } = new();
    /// <summary>半年专项督查.</summary>
    public InspectionRules Inspections { get; init; } = new();

    /// <summary>提醒: when the ledger reminds by itself.</summary>
    public ReminderRules Reminders { get; init; } = new();

    /// <summary>Limits of the chain from notice to accountability.</summary>
    public NoticeRules Notices { get; init; } = new();
}
