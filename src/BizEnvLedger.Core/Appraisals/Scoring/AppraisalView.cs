using BizEnvLedger.Core.Appraisals.Measures;
using BizEnvLedger.Core.Appraisals.Rules;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.View;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.Appraisals.Scoring;

/// <summary>The moment at which a year is scored, and the leaves that were there.</summary>
/// <param name="TreeSize">Leaves 0 … n−1 count.</param>
/// <param name="Root">RFC 6962 root of those leaves, lower-case hex.</param>
public sealed record YearCut(int Year, DateTimeOffset RecordedBy, DateOnly RecordedOn, long TreeSize, string Root);

/// <summary>
/// 年度考评得分: a pure function of the folded plan, a rule set and the cut. A year is frozen on it; before that it shows how the year would be scored now,
/// and what another rule set would make of it.
/// </summary>
public static class AppraisalView
{
    public static AppraisalSheets Of(PlanState state, AppraisalRuleSet rules, YearCut cut, Place place)
    {
        var look = new YearLook(state, cut.Year, rules.Ballots);
        var document = state.Plan.On(look.Last);
        return new()
        {
            Jurisdiction = place.Id,
            JurisdictionName = place.Name,
            Demonstration = place.Demonstration,
            Plan = state.Plan.Id,
            PlanTitle = document.Title,
            PlanShortTitle = document.ShortTitle,
            DocumentNumber = document.DocumentNumber,
            Year = cut.Year,
            EffectiveOn = look.Last,
            RecordedBy = cut.RecordedBy,
            RecordedOn = cut.RecordedOn,
            TreeSize = cut.TreeSize,
            Root = cut.Root,
            RuleSet = rules.Id,
            RuleSetVersion = rules.Version,
            RuleSetTitle = rules.Title,
            Sheets = SheetsOf(look, rules),
        };
    }

    /// <summary>评议结果: the published ballots on a unit, by body and aspect; those on a unit that is gone stand under its own name.</summary>
    public static IReadOnlyList<DeputyFigures> DeputiesOf(Appraisal appraisal, BallotRules rules, string unit) =>
        [.. DeputyAppraisal.Results(appraisal, rules, entry => entry.Unit == unit).Select(b => Of(b, null))];

    /// <summary>With those on units whose part it holds, told apart.</summary>
    private static IReadOnlyList<DeputyFigures> DeputiesOf(YearLook look, string unit) =>
        [.. DeputyAppraisal.Results(look, unit).Select(b => Of(b, b.Units.All(u => u == unit) ? null : [.. b.Units.Where(u => u != unit).Select(u => new UnitName(u, look.Plan.OwnName(u, look.Last)))]))];

    private static DeputyFigures Of(BodyResult b, IReadOnlyList<UnitName>? formerly) =>
        new(b.Code, b.Title, b.Weight, b.Ballots, Of100(b.Worth), [.. b.Aspects.Select(a => new AspectFigures(a.Code, a.Title, a.Weight, a.Marks, Of100(a.Worth)))], b.Events) { Formerly = formerly };

    private static IReadOnlyList<UnitSheet> SheetsOf(YearLook look, AppraisalRuleSet rules)
    {
        var (leading, cooperating) = look.Chains();
        var others = look.Tasks.SelectMany(t => t.Task.Steps.Where(s => look.Contains(s.Due)).SelectMany(s => look.Answering([s.Owner], s.Due, t.Task.ItemsOf(s))))
            .Concat(look.Appraisal.InForce.Where(b => b.PublishedBy is not null).Select(b => look.Plan.Roster.Successions.Holder(b.Unit, look.Last))).Concat(cooperating).ToHashSet();
        var appraised = look.Plan.UnitsOn(look.Last).Where(u => rules.Kinds.Contains(u.Kind)).ToList();
        var regions = appraised.Where(u => u.Kind == UnitKind.Region && (leading.Contains(u.Id) || others.Contains(u.Id))).ToList();
        var leads = appraised.Where(u => u.Kind != UnitKind.Region && leading.Contains(u.Id)).ToList();
        var rest = appraised.Where(u => u.Kind != UnitKind.Region && !leading.Contains(u.Id) && others.Contains(u.Id)).ToList();
        return
        [
            .. Ranking.Of(leads.Select(u => SheetOf(look, u, "leading", rules.Lists.Leading)), rules.Lists.Leading),
            .. Ranking.Of(rest.Select(u => SheetOf(look, u, "cooperatingOnly", rules.Lists.CooperatingOnly)), rules.Lists.CooperatingOnly),
            .. Ranking.Of(regions.Select(u => SheetOf(look, u, "regions", rules.Lists.Regions)), rules.Lists.Regions),
        ];
    }

    private static UnitSheet SheetOf(YearLook look, Unit unit, string code, ScoreList list)
    {
        var lines = Score.Lines(list, rule => MeasureTable.Find(rule.Measure)!.Of(look, unit.Id));
        return new()
        {
            Id = unit.Id,
            Name = unit.Name,
            Kind = Figures.Word(unit.Kind),
            Authority = Figures.Word(unit.Authority),
            List = code,
            ListTitle = list.Title,
            Total = Score.Total(lines),
            RatedWeight = lines.Where(l => l.Rated).Sum(l => l.Weight),
            Lines = lines,
            Deputies = DeputiesOf(look, unit.Id),
        };
    }

    private static decimal Of100(decimal worth) => decimal.Round(100 * worth, Score.PointDecimals, MidpointRounding.AwayFromZero);
}
