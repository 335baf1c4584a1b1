using BizEnvLedger.Core.Appraisals.Rules;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Tests.Plans;

namespace BizEnvLedger.Core.Tests.Appraisals;

/// <summary>Rule sets that appraisals are tried with.</summary>
internal static class Rulings
{
    /// <summary>The one that is delivered.</summary>
    public static readonly AppraisalRuleSet Delivered = AppraisalRuleFile.Read(ExampleFiles.Deployed("appraisals/default.json"), "default.json").Rules!;

    private static readonly ScoreList OnTimeOnly = List(Line("on-time", "on-time", 60, Direction.Up), Line("delay", "delay-days", 40, Direction.Down));

    /// <summary>A small one: a single fact counts, and every band runs from 0 to 1.</summary>
    public static readonly AppraisalRuleSet Plain = new()
    {
        Format = AppraisalRuleSet.FormatName, Id = "plain", Version = 1, Title = "简单办法", Kinds = [UnitKind.Department, UnitKind.Region, UnitKind.Court],
        Lists = new(OnTimeOnly, List(Line("cooperating", "cooperating-on-time", 50, Direction.Up), Line("deputies", "deputies", 50, Direction.Up)),
            List(Line("steps", "steps-on-time", 50, Direction.Up), Line("deputies", "deputies", 50, Direction.Up))),
        Ballots = Delivered.Ballots,
    };

    public static ScoreList List(params ScoreRule[] lines) => new("单位", 50, "只为试算。", lines);

    public static ScoreRule Line(string code, string measure, decimal weight, Direction direction, int least = 1, Band? band = null) =>
        new(code, code, measure, weight, direction, least, band ?? (direction == Direction.Up ? new(0, 1) : new(1, 0)), "只为试算。");
}
