using System.Text.Json;
using BizEnvLedger.Core.EvidenceFiles;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BizEnvLedger.Service.Tests.Registers;

public sealed class RegistersTests(LedgerApi api) : IClassFixture<LedgerApi>
{
    private const string Sha = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private const string Lead = "unit:federation-of-industry-commerce";
    private static readonly object Owed = new { values = new { debtor = "finance-bureau", amount = 120.50, due = "2021-06-30" }, texts = new { party = "某某公司 13800138000", basis = "合同" } };

    [Fact]
    public async Task An_item_goes_from_its_entry_to_its_settlement_and_into_dispatch_and_half_year()
    {
        api.On("2021-05-10");
        await HoldEvidenceAsync();
        var listed = (await api.GetAsync("registers?limit=500")).GetProperty("items").EnumerateArray().Single(r => r.GetProperty("id").GetString() == "arrears");
        listed.GetProperty("columns").GetArrayLength().ShouldBe(7);
        listed.GetProperty("counts").GetProperty("items").GetInt32().ShouldBe(0);
        var added = await api.PostAsync(Lead, "registers/arrears/items", Owed);
        ((int)added.StatusCode).ShouldBe(201);
        await api.AcceptedAsync("group-office", "registers/arrears/items", Owed);

        // Neither a party nor any other text is in what was sealed.
        var history = await api.GetAsync("registers/arrears/items/arrears-1");
        var sealedItem = history.GetProperty("history")[0];
        sealedItem.GetProperty("data").GetRawText().ShouldNotContain("某某");
        sealedItem.GetProperty("data").GetProperty("texts").GetProperty("hmac").GetString()!.Length.ShouldBe(64);
        history.GetProperty("item").GetProperty("texts").GetProperty("party").GetString().ShouldBe("某某公司 13800138000");
        history.GetProperty("item").GetProperty("values").GetProperty("debtor").GetProperty("name").GetString().ShouldBe("市财政局");
        history.GetProperty("item").GetProperty("values").GetProperty("amount").GetDecimal().ShouldBe(120.5m);

        await api.RefusedAsync(409, "amount-outstanding", "unit:finance-bureau", "registers/arrears/items/arrears-1/settlement", new { evidence = new[] { Sha } });
        await api.AcceptedAsync(Lead, "registers/arrears/items/arrears-1/changes", new { version = 1, values = new { paid = 120.5, due = "2021-05-31" } });
        await api.RefusedAsync(409, "item-moved", Lead, "registers/arrears/items/arrears-1/changes", new { version = 1, values = new { paid = 1 } });
        await api.RefusedAsync(422, "evidence-unknown", "unit:finance-bureau", "registers/arrears/items/arrears-1/settlement", new { evidence = new[] { new string('a', 64) } });
        var claim = await api.AcceptedAsync("unit:finance-bureau", "registers/arrears/items/arrears-1/settlement", new { narrative = "已付清", evidence = new[] { Sha } });
        await api.RefusedAsync(403, "role-not-allowed", "unit:finance-bureau", "registers/arrears/items/arrears-1/settlement/release", new { claim });
        await api.RefusedAsync(409, "settlement-not-released", "office", "registers/arrears/items/arrears-1/settlement/confirmation", new { claim });
        await api.AcceptedAsync("approver:finance-bureau", "registers/arrears/items/arrears-1/settlement/release", new { claim });
        await api.RefusedAsync(422, "text-empty", "office", "registers/arrears/items/arrears-1/settlement/return", new { claim });
        await api.AcceptedAsync("office", "registers/arrears/items/arrears-1/settlement/confirmation", new { claim, finding = "凭证属实" });
        var settled = (await api.GetAsync("registers/arrears/items?state=settled")).GetProperty("items")[0];
        (settled.GetProperty("state").GetString(), settled.GetProperty("settledOn").GetString(), settled.GetProperty("version").GetInt32()).ShouldBe(("settled", "2021-05-10", 5));
        (await api.GetAsync("registers/arrears/items?state=settled&effectiveOn=2021-05-09")).GetProperty("total").GetInt32().ShouldBe(0);

        api.On("2021-07-20");
        (await api.GetAsync("registers/arrears/items?overdue=true&unit=finance-bureau")).GetProperty("items")[0].GetProperty("overdueDays").GetInt32().ShouldBe(20);
        await api.RefusedAsync(422, "malformed-period", "office", "registers/arrears/dispatches", new { period = "五月" });
        await api.AcceptedAsync("office", "registers/arrears/dispatches", new { period = "2021H1", note = "上半年调度" });
        await api.RefusedAsync(409, "period-dispatched", "group-office", "registers/arrears/dispatches", new { period = "2021H1" });
        await api.AcceptedAsync("group-office", "registers/arrears/dispatches", new { period = "2021-07" });
        var dispatches = (await api.GetAsync("registers/arrears/dispatches")).GetProperty("items");
        dispatches[1].GetProperty("counts").GetProperty("settledWithin").GetInt32().ShouldBe(1);
        dispatches[1].GetProperty("note").GetString().ShouldBe("上半年调度");
        dispatches[1].GetProperty("noticed").GetArrayLength().ShouldBe(0);
        dispatches[0].GetProperty("noticed")[0].GetProperty("unit").GetProperty("name").GetString().ShouldBe("市财政局");
        dispatches[0].GetProperty("noticed")[0].GetProperty("amount").GetDecimal().ShouldBe(120.5m);

        await api.AcceptedAsync(Lead, "registers/arrears/items/arrears-2/withdrawal", new { reason = "重复登记" });
        await api.OpenRoundAsync("2021H1");
        await api.AcceptedAsync("office", "inspections/2021H1/close", new { });
        var view = (await api.GetAsync("inspections/2021H1")).GetProperty("view").GetProperty("registers").EnumerateArray().Single(r => r.GetProperty("id").GetString() == "arrears");
        view.GetProperty("counts").GetProperty("items").GetInt32().ShouldBe(2);
        view.GetProperty("counts").GetProperty("paid").GetDecimal().ShouldBe(120.5m);
        view.GetProperty("dispatchesHeld").GetInt32().ShouldBe(1);
        foreach (var format in new[] { "json", "xlsx", "docx" })
            (await api.SendAsync(HttpMethod.Get, "auditor", $"inspections/2021H1/report.{format}")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Parties_and_texts_are_for_who_has_part_in_them_and_counts_for_all()
    {
        api.On("2021-08-01");
        foreach (var handler in new[] { "justice-bureau", "tax-bureau" })
            await api.AcceptedAsync("group-office", "registers/bidding-complaints/items", new { values = new { handler, due = "2021-09-30" }, texts = new { party = "某某公司", project = "某工程" } });
        const string items = "registers/bidding-complaints/items";
        foreach (var account in new[] { "office", "group-office", "leader", "auditor" })
            (await api.GetAsync(items, account)).GetProperty("total").GetInt32().ShouldBe(2, account);
        var own = await api.GetAsync(items, "unit:justice-bureau");
        (own.GetProperty("total").GetInt32(), own.GetProperty("withheld").GetInt32(), own.GetProperty("counts").GetProperty("open").GetInt32()).ShouldBe((1, 1, 2));
        own.GetProperty("items")[0].GetProperty("texts").GetProperty("party").GetString().ShouldBe("某某公司");
        foreach (var account in new[] { "admin", "unit:education-bureau", "deputies-office" })
        {
            var none = await api.GetAsync(items + "?unit=tax-bureau", account);
            (none.GetProperty("total").GetInt32(), none.GetProperty("withheld").GetInt32(), none.GetProperty("counts").GetProperty("items").GetInt32()).ShouldBe((0, 2, 2), account);
            none.GetRawText().ShouldNotContain("某");
            await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, account, items + "/bidding-complaints-1"), 403, account.StartsWith("unit", StringComparison.Ordinal) ? "not-your-register" : "role-not-allowed");
        }

        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "unit:justice-bureau", items + "/bidding-complaints-2"), 403, "not-your-register");
        (await api.GetAsync(items + "/bidding-complaints-1", "approver:justice-bureau")).GetProperty("item").GetProperty("texts").GetProperty("project").GetString().ShouldBe("某工程");
    }

    [Fact]
    public async Task Reading_personal_texts_is_on_record_once_a_day()
    {
        api.On("2021-08-04");
        await api.AcceptedAsync("group-office", "registers/inspectors/items", new { values = new { unit = "justice-bureau" }, texts = new { certificate = "蒙G01" } });
        var before = await ReadingsAsync();
        await api.GetAsync("registers/inspectors/items", "leader");
        await api.GetAsync("registers/inspectors/items", "leader");
        await api.GetAsync("registers/inspectors/items/inspectors-1", "leader");
        // Who sees none of it reads nothing, and what is not personal needs no record.
        await api.GetAsync("registers/inspectors/items", "admin");
        await api.GetAsync("registers/opinions/items", "leader");
        (await ReadingsAsync()).Except(before).ShouldBe(["leader ReadItem ", "leader ReadItem inspectors-1"], ignoreOrder: true);

        async Task<IReadOnlyList<string>> ReadingsAsync() => [.. (await api.GetAsync("/api/v1/readings?limit=500")).GetProperty("items").EnumerateArray()
            .Select(r => $"{r.GetProperty("user").GetString()} {r.GetProperty("data").GetProperty("right").GetString()} {(r.GetProperty("data").TryGetProperty("part", out var part) ? part.GetString() : "")}")];
    }

    public static TheoryData<int, string, string, string, object> Refusals => new()
    {
        { 404, "unknown-register", "group-office", "registers/nothing/items", new { } },
        { 404, "unknown-register-item", "group-office", "registers/opinions/items/opinions-9/changes", new { values = new { due = "2021-06-30" } } },
        { 403, "role-not-allowed", "auditor", "registers/opinions/items", new { values = new { due = "2021-06-30" } } },
        { 403, "not-your-register", "unit:tax-bureau", "registers/opinions/items", new { values = new { due = "2021-06-30" } } },
        { 422, "item-empty", "group-office", "registers/opinions/items", "{}" },
        { 422, "item-empty", "group-office", "registers/opinions/items", "{\"values\":{\"due\":null},\"texts\":{\"topic\":null}}" },
        { 422, "unknown-column", "group-office", "registers/opinions/items", "{\"values\":{\"\\u0000\":1}}" },
        { 422, "value-not-of-column", "group-office", "registers/opinions/items", new { values = new { due = 5 } } },
        { 422, "invalid-value", "group-office", "registers/opinions/items", "{\"values\":{\"due\":[1]}}" },
        { 422, "invalid-value", "group-office", "registers/opinions/items", "{\"values\":{\"due\":1e999}}" },
        { 422, "column-is-text", "group-office", "registers/opinions/items", new { values = new { topic = "x" } } },
        { 422, "column-not-text", "group-office", "registers/opinions/items", new { texts = new { due = "x" } } },
        { 422, "text-control-character", "group-office", "registers/opinions/items", "{\"texts\":{\"topic\":\"a\\u0000\"}}" },
        { 422, "status-follows-acts", "group-office", "registers/opinions/items", new { values = new { status = "settled" } } },
        { 422, "field-missing", "approver:tax-bureau", "registers/opinions/items/opinions-1/settlement/release", "{}" },
        { 422, "field-missing", "office", "registers/opinions/dispatches", "{}" },
        { 422, "period-not-begun", "office", "registers/opinions/dispatches", new { period = "2031" } },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Bad_input_is_refused_with_a_code_and_words_in_both_languages(int status, string code, string account, string path, object body)
    {
        api.On("2021-08-02");
        await api.RefusedAsync(code == "period-not-begun" ? 409 : status, code, account, path, body);
    }

    [Fact]
    public async Task What_is_wrong_is_told_at_once_and_in_the_words_of_each_language()
    {
        api.On("2021-08-02");
        var problem = await LedgerApi.ProblemAsync(await api.PostAsync("group-office", "registers/opinions/items", new { values = new { status = "settled", due = 5 }, texts = new { topic = new string('长', 501) } }), 422, "status-follows-acts");
        problem.GetProperty("title").GetString().ShouldEndWith("现为未销账");
        problem.GetProperty("titleEn").GetString()!.ShouldEndWith("it is open");
        problem.GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("field").GetString()} {e.GetProperty("code").GetString()}").ShouldBe(
            ["values.status status-follows-acts", "values.due value-not-of-column", "texts.topic text-too-long"]);
        problem.GetProperty("errors")[1].GetProperty("zh").GetString()!.ShouldContain("（日期）");
    }

    [Fact]
    public async Task A_repeat_by_its_key_is_the_first_answer_and_a_stale_version_is_refused()
    {
        api.On("2021-08-03");
        var body = new { values = new { handler = "tax-bureau", due = "2021-09-30" } };
        var first = await LedgerApi.JsonAsync(await api.PostAsync("group-office", "registers/enterprise-complaints/items", body, ("Idempotency-Key", "k1")));
        var again = await LedgerApi.JsonAsync(await api.PostAsync("group-office", "registers/enterprise-complaints/items", body, ("Idempotency-Key", "k1")));
        again.GetRawText().ShouldBe(first.GetRawText());
        (await api.GetAsync("registers/enterprise-complaints/items")).GetProperty("total").GetInt32().ShouldBe(1);
        await api.RefusedAsync(412, "stale-version", "group-office", "registers/enterprise-complaints/items", body, ("If-Match", "\"0\""));
    }

    /// <summary>A file that the ledger holds, as an upload leaves it.</summary>
    private async Task HoldEvidenceAsync()
    {
        var outcome = await api.Services.GetRequiredService<LedgerWriter>().WriteAsync(new()
        {
            Jurisdiction = "150500",
            Who = new("unit:finance-bureau", new HashSet<Role>(), null, new HashSet<string>()),
            Plan = "",
            Stream = EvidenceFile.StreamOf(Sha),
            Scope = WriteScope.Stream,
            Decide = (_, _) => Decision.Of(new EvidenceUploaded(Sha, 8, "application/pdf", "finance-bureau")),
        }, TestContext.Current.CancellationToken);
        outcome.ShouldBeOfType<Outcome.Accepted>();
    }
}
