using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BizEnvLedger.Service.Appraisals;
using BizEnvLedger.Service.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace BizEnvLedger.Service.Tests.Http;

public sealed class AppraisalsTests(LedgerApi api) : IClassFixture<LedgerApi>
{
    private const string Year = "appraisals/2021";
    private const string Public = "/api/v1/public/150500/appraisals";
    private static readonly string Rules = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "appraisals", "default.json"));
    private static readonly string Others = Shifted(from: "on-time", to: "deputies", by: 10);

    [Fact]
    public async Task A_year_goes_from_its_rules_to_its_awards_and_its_sheets_never_change()
    {
        api.On("2021-11-01");
        await RulesAreAdoptedAsync();
        await api.RefusedAsync(409, "year-not-begun", "group-office", "appraisals/2022", new { });
        await api.RefusedAsync(422, "no-fields", "group-office", Year, new { year = 2021 });
        var opened = await api.PostAsync("group-office", Year, new { });
        opened.StatusCode.ShouldBe(HttpStatusCode.Created);
        opened.Headers.Location!.ToString().ShouldEndWith("/" + Year);
        await api.RefusedAsync(409, "appraisal-rules-fixed", "group-office", Year + "/rules", Others);
        await BallotsAreEnteredAndPublishedAsync();

        api.On("2022-01-20");
        var provisional = await api.GetAsync(Year);
        provisional.GetProperty("provisional").GetBoolean().ShouldBeTrue();
        await WhatIfWritesNothingAsync();
        await api.RefusedAsync(403, "role-not-allowed", "office", Year + "/score", new { });
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "auditor", Year + "/sheet.json"), 409, "appraisal-not-scored");
        await api.AcceptedAsync("group-office", Year + "/score", new { });
        await api.RefusedAsync(409, "appraisal-scored-already", "group-office", Year + "/score", new { });

        var frozen = await api.GetAsync(Year);
        frozen.GetProperty("provisional").GetBoolean().ShouldBeFalse();
        var bytes = await BytesAsync("json");
        Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(frozen.GetProperty("sheetsSha256").GetString());
        await DrawnAgainFromTheLeavesItIsTheSameAsync(bytes);
        var workbook = await BytesAsync("xlsx");

        api.On("2022-01-25");
        await api.AcceptedAsync("unit:admin-approval-bureau", "tasks/3/metrics", new { indicator = "3.1-i3", value = 0.8, effectiveOn = "2021-12-20" });
        (await BytesAsync("json")).ShouldBe(bytes);
        (await BytesAsync("xlsx")).ShouldBe(workbook);
        await WhatIfWritesNothingAsync();
        await ResultsAreLetOutAsync();
    }

    private async Task RulesAreAdoptedAsync()
    {
        await api.RefusedAsync(403, "role-not-allowed", "office", Year + "/rules", Rules);
        await api.RefusedAsync(422, "year-outside-plan", "group-office", "appraisals/2019/rules", Rules);
        var mistakes = await api.RefusedAsync(422, "appraisal-rule-mistakes", "group-office", Year + "/rules?file=ours.json", Rules.Replace("\"weight\": 30", "\"weight\": 31", StringComparison.Ordinal));
        mistakes.GetProperty("file").GetString().ShouldBe("ours.json");
        mistakes.GetProperty("mistakes").EnumerateArray().ShouldContain(m => m.GetProperty("code").GetString() == "weights-not-100" && m.GetProperty("zh").GetString()!.Length > 0);
        await api.RefusedAsync(409, "appraisal-rules-missing", "group-office", Year, new { });
        var check = await LedgerApi.JsonAsync(await api.PostAsync("unit:energy-bureau", Year + "/rules?check=true", Rules));
        check.GetProperty("right").GetBoolean().ShouldBeTrue();
        await api.AcceptedAsync("group-office", Year + "/rules", Rules);
        var adopted = (await api.GetAsync(Year + "/rules")).GetProperty("adopted")[0];
        adopted.GetProperty("fileSha256").GetString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Rules))));
        adopted.GetProperty("rules").GetProperty("lists").GetProperty("leading").GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("weight").GetInt32())
            .ShouldBe([.. JsonNode.Parse(Rules)!["lists"]!["leading"]!["lines"]!.AsArray().Select(l => l!["weight"]!.GetValue<int>())]);
    }

    private async Task BallotsAreEnteredAndPublishedAsync()
    {
        await api.RefusedAsync(403, "role-not-allowed", "group-office", Year + "/ballots", Ballots("energy-bureau", 30));
        await api.RefusedAsync(422, "field-missing", "deputies-office", Year + "/ballots", new { unit = "energy-bureau", body = "congress" });
        var first = await api.AcceptedAsync("deputies-office", Year + "/ballots", Ballots("energy-bureau", 30));
        await api.RefusedAsync(409, "ballots-entered-already", "deputies-office", Year + "/ballots", Ballots("energy-bureau", 31));
        await api.AcceptedAsync("deputies-office", Year + "/ballots", Ballots("energy-bureau", 36, first, "计票有误，已重新核对"));
        var seen = (await api.GetAsync(Year + "/ballots")).GetProperty("items");
        seen.EnumerateArray().Select(b => b.GetProperty("inForce").GetBoolean()).ShouldBe([false, true]);
        seen[1].GetProperty("reason").GetString().ShouldBe("计票有误，已重新核对");
        (await api.GetAsync(Year + "/ballots", "unit:energy-bureau")).GetProperty("total").GetInt32().ShouldBe(0);
        (await AnonymousAsync()).GetProperty("total").GetInt32().ShouldBe(0);
        await api.RefusedAsync(403, "own-ballots-unpublished", "deputies-office", Year + "/ballots/publication", new { });
        await api.AcceptedAsync("deputies-office/second", Year + "/ballots/publication", new { });
        var item = (await AnonymousAsync()).GetProperty("items")[0];
        item.GetProperty("scores").GetArrayLength().ShouldBe(0);
        item.GetProperty("deputies")[0].GetProperty("results")[0].GetProperty("result").GetDecimal().ShouldBe(97m);
    }

    private async Task ResultsAreLetOutAsync()
    {
        (await AnonymousAsync()).GetProperty("items")[0].GetProperty("scores").GetArrayLength().ShouldBe(0);
        await api.RefusedAsync(409, "appraisal-not-published", "group-office", Year + "/awards", new { unit = "energy-bureau", basis = "通政字〔2022〕9号" });
        await api.RefusedAsync(403, "scorer-never-publishes", "group-office", Year + "/publication", new { });
        await api.AcceptedAsync("leader", Year + "/publication", new { });
        await api.AcceptedAsync("group-office", Year + "/awards", new { unit = "energy-bureau", person = "某某某", basis = "通政字〔2022〕9号" });
        var award = (await api.GetAsync(Year + "/awards")).GetProperty("items")[0];
        (award.GetProperty("person").GetString(), award.GetProperty("basis").GetString()).ShouldBe(("某某某", "通政字〔2022〕9号"));
        foreach (var (account, sees) in new[] { ("leader", true), ("auditor", true), ("unit:energy-bureau", true), ("admin", false), ("deputies-office", false), ("office", false), ("unit:finance-bureau", false) })
            foreach (var path in new[] { Year + "/awards", Year })
                (await api.GetAsync(path, account)).ToString().Contains("某某某", StringComparison.Ordinal).ShouldBe(sees, $"{account} {path}");
        (await api.GetAsync("appraisals")).GetProperty("items")[0].GetProperty("state").GetString().ShouldBe("published");

        var item = (await AnonymousAsync()).GetProperty("items")[0];
        item.ToString().ShouldNotContain("某某某");
        item.GetProperty("awards")[0].GetProperty("ofPerson").GetBoolean().ShouldBeTrue();
        // Taken back it is published no more, and the office still sees it.
        var entry = award.GetProperty("event").GetGuid();
        await api.RefusedAsync(422, "unknown-award", "group-office", Year + "/awards/corrections", new { entry = Guid.NewGuid(), withdrawn = true, reason = "文件有误" });
        await api.AcceptedAsync("group-office", Year + "/awards/corrections", new { entry, withdrawn = true, reason = "文件有误" });
        (await AnonymousAsync()).GetProperty("items")[0].GetProperty("awards").GetArrayLength().ShouldBe(0);
        (await api.GetAsync(Year + "/awards")).GetProperty("items")[0].GetProperty("withdrawn").GetBoolean().ShouldBeTrue();
        item.GetProperty("sheetsSha256").GetString()!.Length.ShouldBe(64);
        item.GetProperty("scores").EnumerateArray().ShouldContain(s => s.GetProperty("unit").GetProperty("id").GetString() == "energy-bureau");
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "", "/api/v1/public/999999/appraisals"), 404, "unknown-jurisdiction");
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "auditor", "appraisals/2030"), 404, "unknown-appraisal");
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "auditor", Year + "/sheet.docx"), 404, "unknown-sheet-format");
    }

    private async Task WhatIfWritesNothingAsync()
    {
        var before = (await api.GetAsync(Year)).GetProperty("position").GetInt32();
        var answer = await LedgerApi.JsonAsync(await api.PostAsync("unit:energy-bureau", Year + "/what-if", Others));
        answer.GetProperty("other").GetProperty("ruleSetVersion").GetInt32().ShouldBe(2);
        var changes = answer.GetProperty("changes").EnumerateArray().ToList();
        changes.Count.ShouldBe(answer.GetProperty("present").GetProperty("sheets").GetArrayLength());
        // The one unit with ballots gains by their greater weight.
        var energy = changes.Single(c => c.GetProperty("unit").GetProperty("id").GetString() == "energy-bureau");
        energy.GetProperty("otherTotal").GetDecimal().ShouldBeGreaterThan(energy.GetProperty("total").GetDecimal());
        await LedgerApi.ProblemAsync(await api.PostAsync("auditor", Year + "/what-if", "{}"), 422, "appraisal-rule-mistakes");
        await LedgerApi.ProblemAsync(await api.PostAsync("auditor", "appraisals/2022/what-if", Others), 409, "appraisal-rules-missing");
        (await api.GetAsync(Year)).GetProperty("position").GetInt32().ShouldBe(before);
    }

    private async Task DrawnAgainFromTheLeavesItIsTheSameAsync(byte[] bytes)
    {
        var volume = await api.Services.GetRequiredService<LedgerBook>().OpenAsync("150500", TestContext.Current.CancellationToken);
        var appraisal = volume.State.Plans[LedgerApi.Plan].Appraisals["2021"];
        var frozen = appraisal.Score!.Frozen;
        api.Services.GetRequiredService<AppraisalDesk>().Draw(volume, LedgerApi.Plan, appraisal.Rules!.Rules, new(2021, frozen.RecordedBy, appraisal.Score.On, frozen.TreeSize, frozen.Root)).Bytes.ShouldBe(bytes);
    }

    private static object Ballots(string unit, int satisfied, Guid? corrects = null, string? reason = null) => new
    {
        unit,
        body = "congress",
        ballots = 40,
        counts = new[] { "attitude", "quality", "policy" }.SelectMany(a => new[] { new { aspect = a, grade = "satisfied", count = satisfied }, new { aspect = a, grade = "fairly", count = 40 - satisfied } }),
        corrects,
        reason,
    };

    private async Task<JsonElement> AnonymousAsync()
    {
        var answer = await api.SendAsync(HttpMethod.Get, "", Public);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await LedgerApi.JsonAsync(answer);
    }

    private async Task<byte[]> BytesAsync(string format)
    {
        var answer = await api.SendAsync(HttpMethod.Get, "auditor", $"{Year}/sheet.{format}");
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The same rules as a second version, with weight moved from one measure to another in every list that has both.</summary>
    private static string Shifted(string from, string to, int by)
    {
        var rules = JsonNode.Parse(Rules)!;
        rules["version"] = 2;
        foreach (var lines in rules["lists"]!.AsObject().Select(l => l.Value!["lines"]!.AsArray()))
        {
            if (lines.SingleOrDefault(l => l!["measure"]!.GetValue<string>() == from) is not { } less || lines.SingleOrDefault(l => l!["measure"]!.GetValue<string>() == to) is not { } more)
            {
                continue;
            }
            less["weight"] = less["weight"]!.GetValue<int>() - by;
            more["weight"] = more["weight"]!.GetValue<int>() + by;
        }
        return rules.ToJsonString();
    }
}
