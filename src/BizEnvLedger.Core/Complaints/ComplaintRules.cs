namespace BizEnvLedger.Core.Complaints;

/// <summary>Numbers of 接诉即办. The defaults are those of the rule set's first version, and stand for plans that were issued before it had them.</summary>
public sealed record ComplaintRules
{
    /// <summary>Office hours in which hours count. The plan says 即办 and no hours; these are an ordinary office's six.</summary>
    public string OfficeHours { get; init; } = "09:00-12:00,14:00-17:00";

    /// <summary>Working hours from receipt to dispatch: 即办 begins with the office, so its own share is the shortest.</summary>
    public int DispatchHours { get; init; } = 4;

    /// <summary>Working hours from dispatch to a unit's first released answer (响应).</summary>
    public int ResponseHours { get; init; } = 8;

    /// <summary>Working days from dispatch to a unit's released resolution (解决), as long as a verifier has.</summary>
    public int ResolveWorkingDays { get; init; } = 15;

    /// <summary>Working days from the resolution in which the office asks the complainant (满意): not asked or silent by then is not satisfied.</summary>
    public int AskWorkingDays { get; init; } = 10;

    /// <summary>Working days for an inspector to go to a closed milestone that an upheld complaint names.</summary>
    public int VisitWorkingDays { get; init; } = 10;
}
