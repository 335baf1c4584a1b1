using BizEnvLedger.Core.Appraisals;
using BizEnvLedger.Core.Appraisals.Acts;
using BizEnvLedger.Core.Appraisals.Rules;
using BizEnvLedger.Core.Appraisals.Scoring;
using BizEnvLedger.Core.Ledger;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Appraisals;

/// <summary>Acts of a year's appraisal in a few words.</summary>
internal static class AppraisalActs
{
    public static readonly Caller Clerk = Of(Role.DeputiesOffice, "ballot-clerk");
    public static readonly Caller Head = Of(Role.DeputiesOffice, "ballot-head");
    public static readonly Caller Second = Of(Role.GroupOffice, "second-clerk");

    public static Act Adopt(string on, AppraisalRuleSet? rules = null, int year = 2021) =>
        new(Stream(year), People.GroupOffice, Day(on), (s, who, now) => AdoptAppraisalRules.Decide(s.State, new(year, rules ?? Rulings.Delivered, new('c', 64)), who, now));

    public static Act Appraise(string on, int year = 2021) =>
        new(Stream(year), People.GroupOffice, Day(on), (s, who, now) => OpenAppraisal.Decide(s.State, new(year), who, now));

    public static Act Ballots(string unit, string on, string body = "congress", int ballots = 40, GradeCount[]? counts = null, Guid? corrects = null, DraftText? reason = null, int year = 2021) =>
        new(Stream(year), Clerk, Day(on), (s, who, now) => EnterBallots.Decide(
            s.State, new(year, unit, body, ballots, counts ?? Marks(ballots, 0, 0), corrects, reason ?? (corrects is null ? null : Text())), who, now));

    public static Act Publish(string on, string? effective = null, int year = 2021) =>
        new(Stream(year), Head, Day(on), (s, who, now) => PublishBallots.Decide(s.State, new(year, effective is null ? null : Day(effective)), who, now));

    public static Act Scored(string on, int year = 2021, int? treeSize = null) =>
        new(Stream(year), People.GroupOffice, Day(on), (s, who, now) =>
            ScoreAppraisal.Decide(s.State, new(year), (treeSize is { } n ? s.AtTreeSize(n) : s).Sheets(on, year), new('d', 64), who, now));

    public static Act LetOut(string on, string? effective = null, int year = 2021) =>
        new(Stream(year), People.Leader, Day(on), (s, who, now) => PublishAppraisal.Decide(s.State, new(year, effective is null ? null : Day(effective)), who, now));

    public static Act Reward(string unit, string on, DraftText? person = null, DraftText? basis = null, string? effective = null, string[]? evidence = null, int year = 2021) =>
        new(Stream(year), People.GroupOffice, Day(on), (s, who, now) => RecordAward.Decide(
            s.State, new(year, unit, person, basis ?? Text(), evidence ?? [], effective is null ? null : Day(effective)), who, now));

    public static Act CorrectAward(string on, Guid? entry = null, string? effective = null, bool withdrawn = false, DraftText? reason = null, int year = 2021) =>
        new(Stream(year), People.GroupOffice, Day(on), (s, who, now) => Core.Appraisals.Acts.CorrectAward.Decide(
            s.State, new(year, entry ?? s.Last, effective is null ? null : Day(effective), withdrawn, reason ?? Text()), who, now));

    /// <summary>The same marks for every aspect.</summary>
    public static GradeCount[] Marks(int satisfied, int fairly, int poor) =>
        [.. new[] { "attitude", "quality", "policy" }.SelectMany(a => new GradeCount[] { new(a, "satisfied", satisfied), new(a, "fairly", fairly), new(a, "poor", poor) })];

    /// <summary>The year as it would be scored on a day.</summary>
    public static AppraisalSheets Sheets(this Story story, string on, int year = 2021, AppraisalRuleSet? rules = null)
    {
        var at = new DateTimeOffset(Day(on).ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(8));
        return AppraisalView.Of(story.State, rules ?? story.State.Appraisals.GetValueOrDefault(Appraisal.IdOf(year))?.Rules?.Rules ?? Rulings.Delivered,
            new(year, at.AddSeconds(story.Events.Count), Day(on), story.Events.Count, new('0', 64)), new("harbour", "港城市", false));
    }

    public static UnitSheet Of(this AppraisalSheets sheets, string unit) => sheets.Sheets.Single(s => s.Id == unit);

    public static ScoreLine Line(this AppraisalSheets sheets, string unit, string code) => sheets.Of(unit).Lines.Single(l => l.Code == code);

    public static string Stream(int year = 2021) => Appraisal.StreamOf(InventedPlan.Id, year);

    private static Caller Of(Role role, string sub) => new(sub, new HashSet<Role> { role }, "city", new HashSet<string>());
}
