using BizEnvLedger.Core.PlanTasks;

namespace BizEnvLedger.Core.Tests.PlanTasks;

internal static class Seeing
{
    /// <summary>The light on a day, and the test that gave it; null where none held. It is the last one made, and the only one that holds.</summary>
    public static void Shows(this Story story, string milestone, string day, Light light, string? test)
    {
        var lit = story.Lit(milestone, day);
        (lit.Light, lit.Reasons.SingleOrDefault(r => r.Holds)?.Test).ShouldBe((light, test), day);
        if (test is not null)
            lit.Reasons[^1].Test.ShouldBe(test);
    }

    /// <summary>Delay up to a day: account, units and days, stretch by stretch.</summary>
    public static IEnumerable<string> Accounts(this Story story, string milestone, string upTo) =>
        story.Delay(milestone, upTo).Select(s => $"{s.Account} {string.Join("+", s.Units)} {s.From:yyyy-MM-dd} {s.Days}");
}
