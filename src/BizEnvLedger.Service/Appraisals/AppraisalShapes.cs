using BizEnvLedger.Core.Appraisals;
using BizEnvLedger.Core.Appraisals.Acts;
using BizEnvLedger.Core.Appraisals.Rules;
using BizEnvLedger.Core.Appraisals.Scoring;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Service.Appraisals;

/// <summary>A year of the plan: notOpened, open, scored or published, and the events that made it so.</summary>
public sealed record AppraisalRow(
    int Year, string State, bool Over, string? RuleSet, int? RuleSetVersion, DateOnly? OpenedOn, DateTimeOffset? ScoredAt, long? TreeSize, string? Root, string? SheetsSha256, DateOnly? PublishedOn,
    IReadOnlyList<Guid> Events)
{
    public static AppraisalRow Of(PlanState state, int year, DateOnly today)
    {
        var appraisal = state.Appraisals.GetValueOrDefault(Appraisal.IdOf(year)) ?? new(year);
        var frozen = appraisal.Score?.Frozen;
        return new(year, appraisal switch { { Publication: not null } => "published", { Score: not null } => "scored", { OpenedBy: not null } => "open", _ => "notOpened" },
            AppraisalYear.IsOver(year, today), appraisal.Rules?.Rules.Id, appraisal.Rules?.Rules.Version, appraisal.OpenedOn, frozen?.RecordedBy, frozen?.TreeSize, frozen?.Root, frozen?.SheetsSha256,
            appraisal.Publication?.On, [.. new[] { appraisal.Rules?.Event, appraisal.OpenedBy, appraisal.Score?.Event, appraisal.Publication?.Event }.OfType<Guid>()]);
    }
}

/// <summary>A year with its sheets: frozen where it is scored, else provisional, as it would be scored now; none while no rules are adopted.</summary>
public sealed record AppraisalShape(AppraisalRow Appraisal, bool Provisional, AppraisalSheets? Sheets, string? SheetsSha256, IReadOnlyList<AwardShape> Awards, int Position);

/// <summary>An award; the person and the basis stand here while their texts are not erased. One that was taken back stays, and is none.</summary>
public sealed record AwardShape(string Id, UnitName Unit, bool OfPerson, string? Person, string? Basis, IReadOnlyList<string> Evidence, DateOnly EffectiveOn, bool Withdrawn, IReadOnlyList<Guid> Corrections, Guid Event)
{
    public static AwardShape Of(Award award, ActionPlan plan, IReadOnlyDictionary<(Guid Event, string Field), string> texts) =>
        new(award.Id, plan.Name(award.Unit), award.OfPerson, texts.GetValueOrDefault((award.Event, "person")), texts.GetValueOrDefault((award.Event, "basis")), award.Evidence, award.On, award.Withdrawn, award.Corrections, award.Event);
}

/// <summary>An entry of ballots; one that a later entry stands in for is no longer in force.</summary>
public sealed record BallotShape(UnitName Unit, string Body, int Ballots, IReadOnlyList<GradeCount> Counts, bool InForce, Guid? Corrects, string? Reason, DateOnly EnteredOn, DateOnly? PublishedOn, IReadOnlyList<Guid> Events);

/// <summary>The rule sets adopted for the year, the last one counting, and the one that is delivered.</summary>
public sealed record AppraisalRulesShape(IReadOnlyList<AdoptedRulesShape> Adopted, AppraisalRuleSet Delivered, int Position);

public sealed record AdoptedRulesShape(AppraisalRuleSet Rules, string FileSha256, DateOnly On, Guid Event);

/// <summary>试算: the year by its own rules and by others, side by side. Nothing was written.</summary>
public sealed record WhatIfShape(AppraisalSheets Present, AppraisalSheets Other, IReadOnlyList<Comparison> Changes, int Position);

/// <summary>What the public reads of a year: scores once they are published, deputies' results as soon as those are.</summary>
public sealed record PublicAppraisal(
    string Plan, string PlanTitle, int Year, DateOnly? PublishedOn, string? SheetsSha256, long? TreeSize, string? Root, IReadOnlyList<PublicScore> Scores, IReadOnlyList<PublicDeputies> Deputies,
    IReadOnlyList<PublicAward> Awards, IReadOnlyList<Guid> Events);

public sealed record PublicScore(string List, string ListTitle, UnitName Unit, decimal? Total, int? Rank, int? Of, string? Unranked);

public sealed record PublicDeputies(UnitName Unit, IReadOnlyList<DeputyFigures> Results);

/// <summary>A person's name is not published here.</summary>
public sealed record PublicAward(string Id, UnitName Unit, bool OfPerson, DateOnly EffectiveOn);
