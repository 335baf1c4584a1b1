using System.Security.Cryptography;

namespace BizEnvLedger.Service.Tests.WholeCycle;

/// <summary>The year 2021 appraised: by the delivered rules, scored by the group office, let out by the leader.</summary>
internal static class YearScore
{
    public const string Year = "appraisals/2021";

    public static async Task ScoredAsync(this CycleRun run)
    {
        run.On("2022-04-25");
        var rules = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "appraisals", "default.json"), TestContext.Current.CancellationToken);
        await run.NotByAsync("office", "role-not-allowed", Year + "/rules", rules);
        await run.StepAsync("appraisal rules adopted", "group-office", Year + "/rules", rules);
        await run.AnswerAsync("appraisal opened", "group-office", "appraisal-to-open", "2021", Year, new { });
        await run.NotByAsync("office", "role-not-allowed", Year + "/score", new { });
        await run.AnswerAsync("year scored", "group-office", "appraisal-to-score", "2021", Year + "/score", new { });
        await run.NotByAsync("group-office", "scorer-never-publishes", Year + "/publication", new { });
        await run.RestsAsync("group-office", "appraisal-to-publish", "2021");
        await run.AnswerAsync("score published", "leader", "appraisal-to-publish", "2021", Year + "/publication", new { });
        var year = await run.Api.GetAsync(Year);
        year.GetProperty("provisional").GetBoolean().ShouldBeFalse();
        Convert.ToHexStringLower(SHA256.HashData(await run.BytesAsync(Year + "/sheet.json"))).ShouldBe(year.GetProperty("sheetsSha256").GetString());
    }
}
