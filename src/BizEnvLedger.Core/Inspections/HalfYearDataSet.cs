using BizEnvLedger.Core.Plans;

namespace BizEnvLedger.Core.Inspections;

/// <summary>
/// What a half-year's report is drawn from, and nothing else: the facts effective by the half-year's last day and recorded by
/// the cut. Holds no free text and no personal value. Every figure names the events it rests on, by id.
/// </summary>
public sealed partial record HalfYearDataSet
{
    public const string FormatName = "bizenv-half-year/1";

    public string Format { get; init; } = FormatName;
    public required string Jurisdiction { get; init; }
    public required string JurisdictionName { get; init; }
    public required PlanHeading Plan { get; init; }
    public required string HalfYear { get; init; }

    /// <summary>Last day whose facts count.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>The moment of closing; what is recorded later is restated in the next round.</summary>
    public required DateTimeOffset RecordedBy { get; init; }

    /// <summary>The jurisdiction's day of <see cref="RecordedBy"/>: the draft's date.</summary>
    public required DateOnly RecordedOn { get; init; }

    /// <summary>Tree size n: computed from leaves 0 … n−1.</summary>
    public required long TreeSize { get; init; }

    /// <summary>RFC 6962 root of those leaves, lower-case hex.</summary>
    public required string Root { get; init; }

    public required string RuleSet { get; init; }
    public required int RuleSetVersion { get; init; }

    /// <summary>Whether any of it is demonstration history; the report says so on every page.</summary>
    public required bool Demonstration { get; init; }

    public required Totals Totals { get; init; }

    /// <summary>Totals of the round closed before; null for the first.</summary>
    public Totals? Previous { get; init; }

    public required IReadOnlyList<AreaFigures> Areas { get; init; }
    public required IReadOnlyList<TaskFigures> Tasks { get; init; }
    public required IReadOnlyList<UnitFigures> Units { get; init; }

    /// <summary>Every milestone or occurrence due within the half-year, or due earlier and open at its start.</summary>
    public required IReadOnlyList<MilestoneFigures> Due { get; init; }

    /// <summary>Milestones due in the next half-year.</summary>
    public required IReadOnlyList<MilestoneFigures> NextDue { get; init; }

    public required IReadOnlyList<IndicatorFigures> Indicators { get; init; }
    public required IReadOnlyList<ReturnedClaim> Returned { get; init; }
    public required IReadOnlyList<SilentOwner> Silent { get; init; }

    /// <summary>Assigned by the last day and never acted on: not acknowledged, not reported, nothing claimed; null where there is none.</summary>
    public IReadOnlyList<NeverActedFigures>? NeverActed { get; init; }
    public required IReadOnlyList<LeadChangeFigures> LeadChanges { get; init; }
    public required IReadOnlyList<LateEntry> LateEntries { get; init; }
    public required IReadOnlyList<CorrectionFigures> Corrections { get; init; }

    /// <summary>What of earlier closed rounds has changed since they closed.</summary>
    public required IReadOnlyList<CorrectionFigures> Restated { get; init; }

    public required IReadOnlyList<VerifierOverrun> VerifierOverruns { get; init; }

    /// <summary>Proposed entries of the three categories (落而不实, 行动不快, 推动不力), units under direct authority only.</summary>
    public required IReadOnlyList<ProposedEntry> Proposed { get; init; }

    /// <summary>The same facts for units of other authority: a letter (商请函) instead of a notice.</summary>
    public required IReadOnlyList<ProposedEntry> Letters { get; init; }

    /// <summary>地区: their own 落实方案 and their steps; null where the plan has no region.</summary>
    public IReadOnlyList<RegionFigures>? Regions { get; init; }

    /// <summary>Undated measures for which no step is due within the half-year; null where there is none.</summary>
    public IReadOnlyList<UndatedMeasure>? Undated { get; init; }
}

/// <param name="ShortTitle">What titles name it by; null where the plan has none, and in data sets older than this.</param>
public sealed record PlanHeading(
    string Id, string Title, string DocumentNumber, string IssuerName, string IssuingOfficeName, DateOnly IssuedOn,
    IReadOnlyList<string> Recipients, IReadOnlyList<string> CopiesTo, Period Period, string? ShortTitle = null);

/// <summary>Id and canonical name, as every answer gives a unit.</summary>
public sealed record UnitName(string Id, string Name);

/// <summary>Counts. Due = OnTime + Extended + Late + Open, always. Sums of <see cref="HalfYearDataSet.Tasks"/> and counts of <see cref="HalfYearDataSet.Indicators"/>, whose lines name the events.</summary>
public sealed record Totals
{
    public required int Tasks { get; init; }
    public required int Measures { get; init; }

    /// <summary>Milestones of the whole plan, each occurrence of a recurring duty counted.</summary>
    public required int Milestones { get; init; }

    /// <summary>应完成: due within the half-year, or earlier and open at its start.</summary>
    public required int Due { get; init; }

    /// <summary>按期办结.</summary>
    public required int OnTime { get; init; }

    /// <summary>延期内办结.</summary>
    public required int Extended { get; init; }

    /// <summary>逾期办结.</summary>
    public required int Late { get; init; }

    /// <summary>未办结 (past due and not closed; a pending claim counts here too and is shown apart).</summary>
    public required int Open { get; init; }

    /// <summary>Of the open ones: claimed and waiting for verification.</summary>
    public required int Waiting { get; init; }

    /// <summary>未到期.</summary>
    public required int NotDue { get; init; }

    /// <summary>未到期中滞后于序时进度 (yellow).</summary>
    public required int NotDueBehind { get; init; }

    /// <summary>指标应达标: indicators with a figure in force by the last day.</summary>
    public required int IndicatorsDue { get; init; }

    /// <summary>已达标.</summary>
    public required int IndicatorsMet { get; init; }

    /// <summary>Without a reading.</summary>
    public required int IndicatorsUnreported { get; init; }
}

/// <summary>Sums over the lines of its tasks, by their numbers.</summary>
public sealed record AreaFigures(string Id, string Title, IReadOnlyList<int> Tasks, int Due, int OnTime, int Extended, int Late, int Open, int IndicatorsDue, int IndicatorsMet);

public sealed record TaskFigures
{
    /// <summary>Number in the plan, or <c>goals</c>, <c>mechanisms</c>.</summary>
    public required string No { get; init; }
    public required string Title { get; init; }
    public required string Area { get; init; }
    public required IReadOnlyList<UnitName> Leads { get; init; }
    public required IReadOnlyList<UnitName> Cooperating { get; init; }

    /// <summary>red, yellow, green, grey, blue.</summary>
    public required string Light { get; init; }
    public required int Milestones { get; init; }
    public required int Closed { get; init; }
    public required int Due { get; init; }
    public required int OnTime { get; init; }
    public required int Extended { get; init; }
    public required int Late { get; init; }
    public required int Open { get; init; }
    public required int Returned { get; init; }
    public required int LateEntries { get; init; }
    public required int LeadChanges { get; init; }
    public required int Reports { get; init; }
    public DateOnly? NextDue { get; init; }

    /// <summary>Events that its counts and its light rest on, in the order of what it counts; null in rounds closed before lines of tasks named them.</summary>
    public IReadOnlyList<Guid>? Events { get; init; }
}

public sealed record UnitFigures
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public required string Authority { get; init; }

    /// <summary>Measures that it leads at the last day.</summary>
    public required int Leads { get; init; }
    public required int Cooperates { get; init; }
    public required int Due { get; init; }
    public required int OnTime { get; init; }
    public required int Extended { get; init; }
    public required int Late { get; init; }
    public required int Open { get; init; }
    public required int Returned { get; init; }

    /// <summary>Milestones on which it is silent at the last day.</summary>
    public required int Silent { get; init; }

    /// <summary>Days of delay within the half-year that fall to it (joint leads each whole).</summary>
    public required int DelayDays { get; init; }
    public required int LateEntries { get; init; }
    public required int Reports { get; init; }

    /// <summary>Units that it has succeeded and that are gone: their counts are in its own, their days of delay stand here and in nobody's else.</summary>
    public IReadOnlyList<FormerUnit>? Formerly { get; init; }

    /// <summary>Events that its counts and days rest on, in the order of what it counts; null in rounds closed before lines of units named them.</summary>
    public IReadOnlyList<Guid>? Events { get; init; }
}

/// <summary>A unit that was succeeded: its last name, the day from which the successor stands in its place, and the days of delay within the half-year that fell to it.</summary>
public sealed record FormerUnit(string Id, string Name, DateOnly SucceededOn, string Kind, int DelayDays, Guid Event);

public sealed record RegionFigures
{
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Day on which its 落实方案 was adopted; null where it has none by the last day.</summary>
    public DateOnly? AdoptedOn { get; init; }
    public string? DocumentNumber { get; init; }
    public required int Revisions { get; init; }

    /// <summary>Days without one, from the plan's issue to its adoption or to the last day; null where the plan asks none of it.</summary>
    public required int? DaysWithout { get; init; }

    /// <summary>Steps due within the half-year, or earlier and not done before it began. StepsDue = StepsOnTime + StepsLate + StepsOpen, always.</summary>
    public required int StepsDue { get; init; }
    public required int StepsOnTime { get; init; }
    public required int StepsLate { get; init; }

    /// <summary>Not confirmed; those that it has reported count here too.</summary>
    public required int StepsOpen { get; init; }

    /// <summary>Of the open ones: reported and waiting for the office.</summary>
    public required int StepsWaiting { get; init; }

    /// <summary>Most days by which an open step that it has not reported is past due on the last day.</summary>
    public required int LongestDays { get; init; }
    public required IReadOnlyList<Guid> Events { get; init; }
}

public sealed record UndatedMeasure(string Task, string Measure, string Title, IReadOnlyList<UnitName> Leads);

public sealed record MilestoneFigures
{
    public required string Id { get; init; }
    public required string Task { get; init; }
    public required string Measure { get; init; }
    public required string Statement { get; init; }
    public required DateOnly Due { get; init; }
    public required DateOnly OriginalDue { get; init; }
    public string? DueText { get; init; }

    /// <summary>firm, strive, basically, gradually, inPrinciple.</summary>
    public required string Strength { get; init; }
    public required IReadOnlyList<UnitName> Leads { get; init; }
    public required IReadOnlyList<UnitName> Cooperating { get; init; }

    /// <summary>planned, acknowledged, inProgress, claimed, returned, closed, withdrawn.</summary>
    public required string State { get; init; }
    public required string Light { get; init; }

    /// <summary>onTime, extended, late, open, waiting, notDue.</summary>
    public required string Outcome { get; init; }
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Days of delay up to the last day.</summary>
    public required int DaysLate { get; init; }

    /// <summary>How often an extension was granted.</summary>
    public int Extensions { get; init; }

    /// <summary>Events that this line rests on.</summary>
    public required IReadOnlyList<Guid> Events { get; init; }
}

public sealed record IndicatorFigures
{
    public required string Id { get; init; }
    public required string Task { get; init; }
    public required string Area { get; init; }
    public required string Name { get; init; }
    public required string Unit { get; init; }
    public string? Scope { get; init; }
    public decimal? Baseline { get; init; }

    /// <summary>Latest reading effective by the last day.</summary>
    public decimal? Value { get; init; }
    public DateOnly? ValueOn { get; init; }

    /// <summary>Target in force on the last day, in words: ≤ 1, ≥ 95, 2–3, 优于全国平均水平.</summary>
    public string? TargetInForce { get; init; }
    public DateOnly? TargetDue { get; init; }
    public string? NextTarget { get; init; }
    public DateOnly? NextTargetDue { get; init; }

    /// <summary>met, missed, unreported, unstated, notYet, factOnly.</summary>
    public required string Attainment { get; init; }
    public required bool LateEntered { get; init; }
    public required bool Corrected { get; init; }
    public required IReadOnlyList<UnitName> Leads { get; init; }
    public required IReadOnlyList<Guid> Events { get; init; }
}
