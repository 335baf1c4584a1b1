using System.Security.Cryptography;
using System.Text.Json;
using static BizEnvLedger.Service.Tests.WholeCycle.MissedMilestone;

namespace BizEnvLedger.Service.Tests.WholeCycle;

/// <summary>Every figure of the data set, the notice and the score sheet, back to its events; the main ones reckoned again from other answers.</summary>
internal static class CycleTrace
{
    private const string Then = "effectiveOn=2021-12-31&recordedBy=";

    /// <summary>The frozen half-year: what its lines name, and its counts from its own lines.</summary>
    public static async Task<JsonElement> OfTheHalfYearAsync(this CycleRun run, CycleLedger ledger)
    {
        var bytes = await run.BytesAsync("inspections/2021H2/report.json");
        Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe((await run.Api.GetAsync(NoticeAndRectification.Notice)).GetProperty("dataSetSha256").GetString());
        var set = JsonSerializer.Deserialize<JsonElement>(bytes);
        ledger.Trace(set, "half-year");
        foreach (var lines in new[] { "due", "returned", "proposed", "letters" })
            foreach (var line in set.GetProperty(lines).EnumerateArray())
                line.GetProperty("events").GetArrayLength().ShouldBeGreaterThan(0, $"{lines}: {line}");
        var due = set.GetProperty("due").EnumerateArray().ToList();
        Counted(set.GetProperty("totals"), due);
        foreach (var unit in set.GetProperty("units").EnumerateArray())
            Counted(unit, [.. due.Where(m => CycleRun.Units(m, "leads").Contains(unit.GetProperty("id").GetString()))]);
        var delayed = await run.AllAsync($"responsibility?unit={Lead}&{Then}2022-01-10");
        set.GetProperty("units").EnumerateArray().Single(u => u.GetProperty("id").GetString() == Lead).GetProperty("delayDays").GetInt32()
            .ShouldBe(delayed.SelectMany(m => Of(m, Lead)).Sum(d => Math.Max(0, CycleRun.Day(d.GetProperty("to")).DayNumber - Math.Max(CycleRun.Day(d.GetProperty("from")).DayNumber, new DateOnly(2021, 7, 1).DayNumber))));
        var cooperating = set.GetProperty("coordination").GetProperty("delays").EnumerateArray().ShouldHaveSingleItem();
        (cooperating.GetProperty("milestone").GetString(), cooperating.GetProperty("days").GetInt32()).ShouldBe((Milestone, 10));

        // What was corrected since is told beside the frozen set, never within it.
        var restated = (await run.Api.GetAsync("inspections/2021H2/restated")).GetProperty("corrections").EnumerateArray().ShouldHaveSingleItem();
        (restated.GetProperty("subject").GetString(), restated.GetProperty("before").GetDecimal(), restated.GetProperty("after").GetDecimal()).ShouldBe((Indicator, 5, 3));
        return set;
    }

    /// <summary>The notice: each entry has the facts of the frozen data set, and its own days are those of the responsibility accounts.</summary>
    public static async Task OfTheNoticeAsync(this CycleRun run, CycleLedger ledger, JsonElement set)
    {
        var notice = await run.Api.GetAsync(NoticeAndRectification.Notice);
        var entries = notice.GetProperty("entries").EnumerateArray().ToList();
        var proposed = set.GetProperty("proposed").EnumerateArray().Concat(set.GetProperty("letters").EnumerateArray()).ToList();
        entries.Count.ShouldBe(proposed.Count);
        var days = (await run.AllAsync($"responsibility?{Then}2022-01-10")).ToDictionary(m => m.GetProperty("milestone").GetString()!);
        foreach (var (entry, facts) in entries.Zip(proposed))
        {
            var (id, unit) = (entry.GetProperty("id").GetString()!, entry.GetProperty("unit").GetProperty("id").GetString()!);
            (unit, entry.GetProperty("rule").GetString()).ShouldBe((facts.GetProperty("unit").GetProperty("id").GetString()!, facts.GetProperty("rule").GetString()));
            CycleLedger.Ids(facts).Except(ledger.Trace(entry, id)).ShouldBeEmpty(id);
            var own = entry.GetProperty("ownDays").EnumerateArray().Select(d => d.GetInt32()).ToList();
            own.ShouldBe(entry.GetProperty("milestones").EnumerateArray().Select(m => Of(days[m.GetString()!], unit).Sum(d => d.GetProperty("days").GetInt32())), id);
            if (entry.GetProperty("category").GetString() == "slow")
                entry.GetProperty("days").GetInt32().ShouldBe(own.Max(), id);
        }

        ledger.Trace(notice, "notice");
    }

    /// <summary>The score sheets: every line's events, and on time, untrue and late days counted again from milestones and responsibility.</summary>
    public static async Task OfTheScoreAsync(this CycleRun run, CycleLedger ledger)
    {
        var sheets = (await run.Api.GetAsync(YearScore.Year)).GetProperty("sheets").GetProperty("sheets").EnumerateArray().ToDictionary(s => s.GetProperty("id").GetString()!);
        foreach (var sheet in sheets.Values)
            foreach (var line in sheet.GetProperty("lines").EnumerateArray().Where(l => l.GetProperty("numerator").GetDecimal() > 0 || (l.GetProperty("facts").GetInt32() > 0 && l.GetProperty("direction").GetString() == "up")))
                ledger.Trace(line, $"{sheet.GetProperty("id")}: {line.GetProperty("code")}");
        var milestones = await run.AllAsync($"milestones?dueFrom=2021-04-26&dueTo=2021-12-31&{Then}2022-04-25");
        var late = await run.AllAsync($"responsibility?{Then}2022-04-25");
        foreach (var unit in new[] { Lead, Other })
        {
            var due = milestones.Where(m => CycleRun.Units(m, "leads").Contains(unit) && m.GetProperty("strength").GetString() != "strive" && m.GetProperty("sameAs").ValueKind == JsonValueKind.Null).ToList();
            var onTime = due.Count(m => m.GetProperty("closedOn").ValueKind != JsonValueKind.Null && CycleRun.Day(m.GetProperty("closedOn")) <= CycleRun.Day(m.GetProperty("due")));
            Share(sheets[unit], "on-time").ShouldBe((onTime, due.Count), unit);
            onTime.ShouldBe(1, unit);
            var shares = late.SelectMany(m => Of(m, unit)).Where(d => d.GetProperty("account").GetString() == "leads").Sum(d => d.GetProperty("days").GetInt32() / (decimal)d.GetProperty("units").GetArrayLength());
            Share(sheets[unit], "delay").Numerator.ShouldBe(decimal.Round(shares, 4), unit);
        }

        Share(sheets[Lead], "untrue").ShouldBe((1, 2));
        Share(sheets[Other], "untrue").ShouldBe((0, 1));
        sheets[Lead].GetProperty("total").GetDecimal().ShouldBe(decimal.Round(sheets[Lead].GetProperty("lines").EnumerateArray().Sum(l => l.GetProperty("score").GetDecimal()), 2, MidpointRounding.AwayFromZero));
        // The year counts what was true: three companies, as corrected, not the five that were claimed.
        CycleRun.Item(await run.Api.GetAsync($"indicators?task=9&limit=500&{Then}2022-04-25"), Indicator).GetProperty("attainment").GetString().ShouldBe("missed");
    }

    private static IEnumerable<JsonElement> Of(JsonElement row, string unit) => row.GetProperty("delay").EnumerateArray().Where(d => d.GetProperty("account").GetString() is "leads" or "cooperating" && CycleRun.Units(d, "units").Contains(unit));

    private static void Counted(JsonElement figures, IReadOnlyList<JsonElement> due)
    {
        int Outcome(params string[] words) => due.Count(m => words.Contains(m.GetProperty("outcome").GetString()));
        (figures.GetProperty("due").GetInt32(), figures.GetProperty("onTime").GetInt32(), figures.GetProperty("extended").GetInt32(), figures.GetProperty("late").GetInt32(), figures.GetProperty("open").GetInt32())
            .ShouldBe((due.Count, Outcome("onTime"), Outcome("extended"), Outcome("late"), Outcome("open", "waiting")), figures.ToString());
    }

    private static (decimal Numerator, decimal Denominator) Share(JsonElement sheet, string code)
    {
        var line = sheet.GetProperty("lines").EnumerateArray().Single(l => l.GetProperty("code").GetString() == code);
        return (line.GetProperty("numerator").GetDecimal(), line.GetProperty("denominator").GetDecimal());
    }
}
