using System.Globalization;
using System.Text.Json;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Tests;

/// <summary>Given what happened, when somebody acts, then these events, or this refusal.</summary>
internal static class Telling
{
    public static readonly string Evidence = new('a', 64);

    public static Story Given(params IEnumerable<Act> acts) => acts.Aggregate(Story.Empty, (story, act) => story.Do(act));

    public static Outcome When(this Story story, Act act) => new(story, act, story.Decide(act));

    /// <summary>What happened next, as one more given.</summary>
    public static Story And(this Story story, params IEnumerable<Act> acts) => acts.Aggregate(story, (s, act) => s.Do(act));

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DraftText Text(string text = "写明了的话") => new(text, new byte[32]);

    public static TextSeal Sealed(string text = "写明了的话") => TextSeal.Of(Text(text));

    public static string Json(object value) => JsonSerializer.Serialize(value, value.GetType(), PlanJson.Options);
}

/// <summary>What a decision said.</summary>
internal sealed record Outcome(Story Before, Act Act, Decision Decision)
{
    public void Then(params object[] events)
    {
        Decision.Refusal.ShouldBeNull(Decision.Refusal?.Code);
        Decision.Events.Select(Told).ShouldBe(events.Select(Told));
    }

    public Story Accepted()
    {
        Decision.Refusal.ShouldBeNull(Decision.Refusal?.Code);
        return Before.Record(Act, Decision.Events);
    }

    public void Refused(string code, RefusalKind kind, string? field = null)
    {
        Decision.Events.ShouldBeEmpty();
        (Decision.Refusal?.Code, Decision.Refusal?.Kind, Decision.Refusal?.Field).ShouldBe((code, kind, field));
    }

    private static string Told(object e) => e is Addressed a ? $"{a.Stream} {a.Event.GetType().Name} {Telling.Json(a.Event)}" : $"{e.GetType().Name} {Telling.Json(e)}";
}
