using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BizEnvLedger.Proof;
using BizEnvLedger.Service.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace BizEnvLedger.Service.Tests.Http;

/// <summary>A round from its proposal to its spot checks, on a ledger of its own: days only go forward.</summary>
public sealed class InspectionsTests(LedgerApi api) : IClassFixture<LedgerApi>
{
    private const string Round = "inspections/2021H1";
    private static readonly string[] Files = [LedgerApi.Sha];

    [Fact]
    public async Task A_round_is_proposed_schemed_opened_inspected_closed_drawn_and_checked()
    {
        api.On("2021-06-21");
        var claim = await api.AcceptedAsync("unit:housing-construction-bureau", "milestones/9.3.1-m1/claims", new { narrative = "标准已出台", evidence = Files });
        await api.AcceptedAsync("approver:housing-construction-bureau", $"milestones/9.3.1-m1/claims/{claim}/release", new { });
        await api.AcceptedAsync("office/verifier", "milestones/9.3.1-m1/verifications", new { claim, finding = "属实" });
        var rounds = await api.GetAsync("inspections");
        State(rounds).ShouldBe("notOpened");
        // The plan ends with 2023; what has not begun beyond it is not listed.
        rounds.GetProperty("items").EnumerateArray().Last().GetProperty("halfYear").GetString().ShouldBe("2023H2");
        api.On("2021-07-01");
        State(await api.GetAsync("inspections")).ShouldBe("proposed");

        await api.RefusedAsync(409, "scheme-not-approved", "office", "inspections", new { halfYear = "2021H1" });
        await api.RefusedAsync(404, "unknown-scheme", "leader", $"{Round}/scheme/approval", new { });
        var problem = await api.RefusedAsync(422, "member-in-conflict", "office", $"{Round}/scheme", new
        {
            purpose = "核实", tasks = new[] { "9" }, teams = new[] { new { name = "team-1", members = new[] { new { sub = "anna", homeUnit = "energy-bureau" } }, tasks = new[] { "9" } } },
        });
        problem.GetProperty("detail").GetString();
        problem.ToString().ShouldContain("energy-bureau");
        await api.RefusedAsync(422, "field-missing", "office", $"{Round}/scheme", "{\"purpose\":\"x\",\"teams\":[{\"name\":\"team-1\",\"members\":[null],\"tasks\":[\"9\"]}]}");
        await api.RefusedAsync(404, "unknown-round", "office", "inspections/nonsense/scheme", OpeningRounds.Scheme("office"));
        await api.AcceptedAsync("office", $"{Round}/scheme", OpeningRounds.Scheme("office", "office/second"));
        await api.RefusedAsync(422, "commitment-missing", "leader", $"{Round}/scheme/approval", new { });
        await api.RefusedAsync(422, "commitment-malformed", "leader", $"{Round}/scheme/approval", new { commitment = "x" });
        await api.AnnounceAsync("2021H1");
        await api.RefusedAsync(409, "scheme-approved-already", "leader", $"{Round}/scheme/approval", new { });
        var scheme = await api.GetAsync($"{Round}/scheme");
        (scheme.GetProperty("state").GetString(), scheme.GetProperty("announcedOn").GetString()).ShouldBe(("approved", "2021-07-01"));
        scheme.GetProperty("inForce").GetProperty("purpose").GetString().ShouldBe("核实任务节点和指标数据");
        await api.AcceptedAsync("office", "inspections", new { halfYear = "2021H1" });

        await api.RefusedAsync(403, "not-on-team", "office/stranger", $"{Round}/verdicts", new { task = "9", verdict = "red", finding = "x" });
        await api.AcceptedAsync("office", $"{Round}/verdicts", new { task = "9", verdict = "red", finding = "进度滞后", evidence = Files });
        var verdict = (await api.GetAsync($"{Round}/verdicts?differs=true")).GetProperty("items")[0];
        (verdict.GetProperty("task").GetString(), verdict.GetProperty("verdict").GetString(), verdict.GetProperty("finding").GetString()).ShouldBe(("9", "red", "进度滞后"));
        verdict.GetProperty("light").GetString().ShouldNotBe("red");
        await api.RefusedAsync(422, "event-not-of-task", "office", $"{Round}/findings", new { task = "9", unit = "energy-bureau", category = "slow", facts = new[] { Guid.NewGuid() }, finding = "x" });
        var finding = await api.AcceptedAsync("office", $"{Round}/findings", new { task = "9", unit = "housing-construction-bureau", category = "other", facts = new[] { claim }, finding = "台账不规范" });
        await api.RefusedAsync(403, "doer-never-verifies", "office", $"{Round}/findings/{finding}/uphold", new { reason = "x" });
        await api.AcceptedAsync("office/second", $"{Round}/findings/{finding}/uphold", new { reason = "属实" });
        var told = (await api.GetAsync($"{Round}/findings?category=other")).GetProperty("items")[0];
        (told.GetProperty("finding").GetString(), told.GetProperty("reason").GetString()).ShouldBe(("台账不规范", "属实"));

        api.On("2021-07-12");
        await api.RefusedAsync(409, "draw-before-closing", "office", $"{Round}/spot-checks/draw", new { });
        await api.AcceptedAsync("office", $"{Round}/close", new { });
        await api.RefusedAsync(409, "secret-not-revealed", "office", $"{Round}/spot-checks/draw", new { });
        api.On("2021-07-13");
        await api.RefusedAsync(403, "role-not-allowed", "office", $"{Round}/spot-checks/secret", new { secret = OpeningRounds.Secret("2021H1") });
        await api.RefusedAsync(422, "secret-differs", "leader", $"{Round}/spot-checks/secret", new { secret = OpeningRounds.Secret("2021H2") });
        await api.AcceptedAsync("leader", $"{Round}/spot-checks/secret", new { secret = OpeningRounds.Secret("2021H1") });
        // Whatever is appended now steers nothing.
        await api.AcceptedAsync("unit:finance-bureau", "tasks/20/progress", new { measure = "20.1", narrative = "在揭示之后" });
        await api.AcceptedAsync("office", $"{Round}/spot-checks/draw", new { });
        await api.RefusedAsync(409, "spot-check-drawn-already", "office", $"{Round}/spot-checks/draw", new { });
        await RedrawnAsync(await api.GetAsync($"{Round}/spot-checks"));
        api.On("2021-07-14");

        await api.RefusedAsync(404, "milestone-not-drawn", "office/second", $"{Round}/spot-checks/1.1-m1", new { outcome = "passed", finding = "x" });
        await api.RefusedAsync(403, "doer-never-verifies", "office/verifier", $"{Round}/spot-checks/9.3.1-m1", new { outcome = "failed", finding = "x", evidence = Files });
        var duty = await api.GetAsync("/api/v1/me/duties", "office/second");
        duty.ToString().ShouldContain("spot-check-due");
        var before = await ReportAsync();
        await api.AcceptedAsync("office/second", $"{Round}/spot-checks/9.3.1-m1", new { outcome = "failed", finding = "现场未见标准文本", evidence = Files });
        (await api.GetAsync($"{Round}/spot-checks")).GetProperty("drawn")[0].GetProperty("outcome").GetString().ShouldBe("failed");

        var milestone = (await api.GetAsync("milestones?task=9&limit=500")).GetProperty("items").EnumerateArray().Single(i => i.GetProperty("id").GetString() == "9.3.1-m1");
        (milestone.GetProperty("state").GetString(), milestone.GetProperty("claims")[0].GetProperty("state").GetString()).ShouldBe(("returned", "reopened"));
        (await api.GetAsync("milestones?task=9&limit=500&recordedBy=2021-07-13")).GetProperty("items").EnumerateArray().Single(i => i.GetProperty("id").GetString() == "9.3.1-m1")
            .GetProperty("state").GetString().ShouldBe("closed");
        var reopened = (await api.GetAsync($"{Round}/restated")).GetProperty("reopened")[0];
        (reopened.GetProperty("milestone").GetString(), reopened.GetProperty("ground").GetString()).ShouldBe(("9.3.1-m1", "spotCheck"));
        (await ReportAsync()).ShouldBe(before);
        await api.AcceptedAsync("unit:housing-construction-bureau", "milestones/9.3.1-m1/claims", new { narrative = "重新办结", evidence = Files });
    }

    /// <summary>Draws again from the answer and the leaves alone, by the words of docs/spot-checks.md.</summary>
    private async Task RedrawnAsync(JsonElement told)
    {
        string Text(string name) => told.GetProperty(name).GetString()!;
        var volume = await api.Services.GetRequiredService<LedgerBook>().OpenAsync("150500", TestContext.Current.CancellationToken);
        var size = told.GetProperty("treeSize").GetInt32();
        // The closing's own leaf ends the tree: later ones bear on nothing.
        volume.Timeline[size - 1].Data.ShouldBeOfType<Core.Inspections.InspectionClosed>().HalfYear.ShouldBe("2021H1");
        size.ShouldBeGreaterThan(told.GetProperty("closedTreeSize").GetInt32());
        size.ShouldBeLessThan(volume.Timeline.Count);
        (Text("format"), Sha(Text("secret"))).ShouldBe(("bizenv-spot-check/2", Text("commitment")));
        await using var connection = new Npgsql.NpgsqlConnection(api.Connections.Runtime);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new Npgsql.NpgsqlCommand("select bytes from ledger.seal_leaf where tenant_id = '150500' and leaf_index < $1 order by leaf_index", connection) { Parameters = { new() { Value = (long)size } } };
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var leaves = new List<byte[]>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            leaves.Add(MerkleRoot.LeafHash(rows.GetFieldValue<byte[]>(0)));
        Convert.ToHexStringLower(MerkleRoot.Of(leaves)).ShouldBe(Text("root"));

        var population = told.GetProperty("population").EnumerateArray().Select(p => p.GetString()!).ToList();
        population.ShouldBe(["9.3.1-m1"]);
        Sha(string.Join('\n', population)).ShouldBe(Text("populationSha256"));
        Sha($"bizenv-spot-check/2\n{LedgerApi.Plan}\n2021H1\n{Text("dataSetSha256")}\n{size}\n{Text("root")}\n{Text("secret")}").ShouldBe(Text("seed"));
        told.GetProperty("drawn").EnumerateArray().Select(d => d.GetProperty("milestone").GetString()).ShouldBe(population.OrderBy(id => Sha($"{Text("seed")}\n{id}"), StringComparer.Ordinal).Take(1));
    }

    private async Task<byte[]> ReportAsync()
    {
        var answer = await api.SendAsync(HttpMethod.Get, "auditor", $"{Round}/report.json");
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private static string State(JsonElement rounds) => rounds.GetProperty("items")[0].GetProperty("state").GetString()!;

    private static string Sha(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
