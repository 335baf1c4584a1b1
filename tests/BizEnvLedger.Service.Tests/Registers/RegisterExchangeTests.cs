using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BizEnvLedger.Core.Plans.Reading;
using BizEnvLedger.Core.Registers;
using BizEnvLedger.Reports.Registers;
using BizEnvLedger.Service.Tests.Http;

namespace BizEnvLedger.Service.Tests.Registers;

public sealed class RegisterExchangeTests(LedgerApi api) : IClassFixture<LedgerApi>
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Lead = "unit:federation-of-industry-commerce";
    private static readonly Core.Plans.RegisterDefinition Arrears = PlanFile.Read(LedgerApi.PlanBytes, "plan.json").Plan!.Registers.Single(r => r.Id == "arrears");

    [Fact]
    public async Task A_register_goes_out_comes_back_unchanged_and_takes_in_what_was_changed()
    {
        api.On("2021-05-10");
        for (var i = 1; i <= 3; i++)
            await api.AcceptedAsync(Lead, "registers/arrears/items", new { values = new { debtor = "finance-bureau", amount = i * 10.25, due = "2021-06-30" }, texts = new { party = $"=公司{i}", basis = "第一行\r\n第二行" } });
        var first = await ExportAsync();
        (await ExportAsync()).ShouldBe(first);
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "unit:tax-bureau", "registers/arrears.xlsx"), 403, "not-your-register");
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "auditor", "registers/nothing.xlsx"), 404, "unknown-register");

        var check = await LedgerApi.JsonAsync(await ImportAsync(first, check: true));
        (check.GetProperty("added").GetInt32(), check.GetProperty("changed").GetInt32(), check.GetProperty("unchanged").GetInt32()).ShouldBe((0, 0, 3));
        await LedgerApi.ProblemAsync(await ImportAsync(first), 409, "import-changes-nothing");

        var changed = Book(Row("arrears-1", 1, "=公司1", 10.25m, "第一行\n第二行"), Row("arrears-2", 1, "改名公司", 20.5m, "第一行\n第二行", paid: 5), Row("", 0, "新公司", 7));
        (await LedgerApi.JsonAsync(await ImportAsync(changed, check: true))).GetRawText().ShouldBe("{\"added\":1,\"changed\":1,\"unchanged\":1}");
        (await api.GetAsync("registers/arrears/items")).GetProperty("total").GetInt32().ShouldBe(3);
        var receipt = await LedgerApi.JsonAsync(await ImportAsync(changed, key: "import-1"));
        receipt.GetProperty("eventIds").GetArrayLength().ShouldBe(2);
        // The same workbook by the same key is the same import; without it, its rows are of versions that have passed.
        (await LedgerApi.JsonAsync(await ImportAsync(changed, key: "import-1"))).GetRawText().ShouldBe(receipt.GetRawText());
        var items = (await api.GetAsync("registers/arrears/items")).GetProperty("items");
        items.GetArrayLength().ShouldBe(4);
        items[1].GetProperty("texts").GetProperty("party").GetString().ShouldBe("改名公司");
        items[1].GetProperty("values").GetProperty("paid").GetDecimal().ShouldBe(5);
        items[3].GetProperty("texts").GetProperty("party").GetString().ShouldBe("新公司");
        await LedgerApi.ProblemAsync(await ImportAsync(changed, account: "unit:tax-bureau"), 403, "not-your-register");

        // Each export is on record by the hash of what left.
        var sealedExport = (await EventsAsync()).Last(e => e.GetProperty("type").GetString() == "register_exported");
        sealedExport.GetProperty("data").GetProperty("sha256").GetString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(first)));
    }

    [Fact]
    public async Task All_mistakes_are_told_at_once_with_place_and_remedy_and_no_row_comes_in()
    {
        api.On("2021-05-10");
        var before = (await api.GetAsync("registers/arrears/items")).GetProperty("total").GetInt32();
        var bytes = Book(Row("arrears-99999", 1, "某公司", 1), Row("", 0, "好公司", 1), Row("", 0, new string('长', 501), -1),
            Row("", 0, "某公司", 1) with { State = ItemState.Settled }, Row("", 0, new string('长', 501), 1, debtor: "无此局"));
        foreach (var check in new[] { true, false })
        {
            var problem = await LedgerApi.ProblemAsync(await ImportAsync(bytes, check), 422, "import-mistakes");
            var mistakes = problem.GetProperty("mistakes").EnumerateArray().ToList();
            mistakes.Select(m => $"{m.GetProperty("code").GetString()} {m.GetProperty("path").GetString()} {m.GetProperty("line").GetInt32()} {m.GetProperty("column").GetInt32()}").ShouldBe(
            [
                "unknown-register-item 拖欠民营和中小企业账款清零!2 2 0", "text-too-long 拖欠民营和中小企业账款清零!D4 4 4", "amount-negative 拖欠民营和中小企业账款清零!F4 4 6",
                // What cannot be read, and what the rules say of the rest of its row.
                "status-follows-acts 拖欠民营和中小企业账款清零!I5 5 9", "unit-not-found 拖欠民营和中小企业账款清零!C6 6 3", "text-too-long 拖欠民营和中小企业账款清零!D6 6 4",
            ]);
            mistakes.ShouldAllBe(m => m.GetProperty("zh").GetString()!.Length > 0 && m.GetProperty("en").GetString()!.Length > 0 && m.GetProperty("remedyZh").GetString()!.Length > 0 && m.GetProperty("remedyEn").GetString()!.Length > 0);
        }

        (await api.GetAsync("registers/arrears/items")).GetProperty("total").GetInt32().ShouldBe(before);
    }

    [Fact]
    public async Task What_is_no_workbook_is_refused_by_a_code()
    {
        api.On("2021-05-10");
        await LedgerApi.ProblemAsync(await api.PostRawAsync(Lead, "registers/arrears/import", "a,b"u8.ToArray(), "text/csv"), 415, "not-a-workbook-by-type");
        await LedgerApi.ProblemAsync(await api.PostRawAsync(Lead, "registers/nothing/import", [], Xlsx), 404, "unknown-register");
        await LedgerApi.ProblemAsync(await api.PostRawAsync("auditor", "registers/arrears/import", Book(Row("", 0, "某公司", 1)), Xlsx), 403, "role-not-allowed");
        (await CodesAsync([])).ShouldBe(["workbook-unreadable"]);
        (await CodesAsync("PK\u0003\u0004"u8.ToArray())).ShouldBe(["workbook-unreadable"]);
        (await CodesAsync([0xD0, 0xCF, 0x11, 0xE0, 0, 0])).ShouldBe(["workbook-old-or-encrypted"]);
        (await CodesAsync(Bomb())).ShouldBe(["workbook-too-large"]);
        // The answer comes before the body is sent, so that no connection breaks under it.
        var large = await api.SendAsync(HttpMethod.Post, Lead, "registers/arrears/import", new ByteArrayContent(new byte[LedgerApp.LargestBody + 1]) { Headers = { ContentType = new(Xlsx) } }, ("Expect", "100-continue"));
        large.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    /// <summary>Every code that a reading can give has words in both languages.</summary>
    [Fact]
    public void Every_mistake_of_a_workbook_has_words()
    {
        var folder = Path.Combine(Path.GetDirectoryName(Here())!, "../../../src/BizEnvLedger.Reports/Registers");
        var codes = Directory.EnumerateFiles(folder, "*.cs").SelectMany(f => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(f), "\"(?<code>(workbook|sheet|headings?|cells?|unit|status|date|number|text|version|import)-[a-z-]+)\"")).Select(m => m.Groups["code"].Value).Distinct().ToList();
        codes.Count.ShouldBeGreaterThan(20);
        codes.Except(BizEnvLedger.Service.Http.Problems.Codes).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_thousand_rows_come_in_at_once()
    {
        api.On("2021-05-10");
        // Another register of the same plan, so that this one's numbers stay as the other tests have them.
        var payments = PlanFile.Read(LedgerApi.PlanBytes, "plan.json").Plan!.Registers.Single(r => r.Id == "procurement-payments");
        var rows = Enumerable.Range(1, 1000).Select(i => new RegisterSheetRow("", 0, ItemState.Open, new Dictionary<string, object> { ["contract"] = $"合同{i}", ["amount"] = (decimal)i }));
        var answer = await ImportAsync(RegisterWorkbook.Write(new(payments, [.. rows], "市财政局", DateTimeOffset.UnixEpoch)), account: "unit:finance-bureau", register: "procurement-payments");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        (await LedgerApi.JsonAsync(answer)).GetProperty("eventIds").GetArrayLength().ShouldBe(1000);

        // A register of more items than may change at once comes back as it left, and with a change.
        (await ImportAsync(Whole(1001, 2000), account: "unit:finance-bureau", register: "procurement-payments")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ImportAsync(Whole(2001, 2100), account: "unit:finance-bureau", register: "procurement-payments")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var left = await (await api.SendAsync(HttpMethod.Get, "auditor", "registers/procurement-payments.xlsx")).Content.ReadAsByteArrayAsync();
        (await LedgerApi.JsonAsync(await ImportAsync(left, true, "unit:finance-bureau", register: "procurement-payments"))).GetRawText().ShouldBe("{\"added\":0,\"changed\":0,\"unchanged\":2100}");
        (await LedgerApi.JsonAsync(await ImportAsync(Whole(1, 2100, kept: true), account: "unit:finance-bureau", register: "procurement-payments"))).GetProperty("eventIds").GetArrayLength().ShouldBe(1);

        byte[] Whole(int first, int last, bool kept = false) => RegisterWorkbook.Write(new(payments,
            [.. Enumerable.Range(first, last - first + 1).Select(i => new RegisterSheetRow(kept ? $"procurement-payments-{i}" : "", kept ? 1 : 0, ItemState.Open,
                new Dictionary<string, object> { ["contract"] = $"合同{i}", ["amount"] = (decimal)(kept && i == 7 ? 8 : i) }))], "市财政局", DateTimeOffset.UnixEpoch));
    }

    private static RegisterSheetRow Row(string item, int version, string party, decimal amount, string? basis = null, decimal? paid = null, string debtor = "财政局")
    {
        var cells = new Dictionary<string, object> { ["debtor"] = debtor, ["party"] = party, ["amount"] = amount, ["due"] = new DateOnly(2021, 6, 30) };
        if (basis is not null)
            cells["basis"] = basis;
        if (paid is { } sum)
            cells["paid"] = sum;
        return new(item, version, ItemState.Open, cells);
    }

    private static byte[] Book(params RegisterSheetRow[] rows) => RegisterWorkbook.Write(new(Arrears, rows, "市工商联", DateTimeOffset.UnixEpoch));

    private static byte[] Bomb()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            using (var entry = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open())
                entry.Write(Encoding.ASCII.GetBytes(new string(' ', 34 * 1024 * 1024)));
        return stream.ToArray();
    }

    private async Task<byte[]> ExportAsync()
    {
        var answer = await api.SendAsync(HttpMethod.Get, "auditor", "registers/arrears.xlsx");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(Xlsx);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private Task<HttpResponseMessage> ImportAsync(byte[] bytes, bool check = false, string account = Lead, string? key = null, string register = "arrears")
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new(Xlsx);
        return api.SendAsync(HttpMethod.Post, account, $"registers/{register}/import{(check ? "?check=true" : "")}", content, key is null ? [] : [("Idempotency-Key", key)]);
    }

    private async Task<IEnumerable<string?>> CodesAsync(byte[] bytes) =>
        (await LedgerApi.ProblemAsync(await ImportAsync(bytes), 422, "import-mistakes")).GetProperty("mistakes").EnumerateArray().Select(m => m.GetProperty("code").GetString()).ToList();

    private async Task<List<JsonElement>> EventsAsync()
    {
        await using var connection = new Npgsql.NpgsqlConnection(api.Connections.Owner);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand("select convert_from(bytes, 'UTF8') from ledger.seal_leaf where stream = 'tongliao-2021-2023:register:arrears' order by leaf_index", connection);
        await using var rows = await command.ExecuteReaderAsync();
        var events = new List<JsonElement>();
        while (await rows.ReadAsync())
            events.Add(JsonSerializer.Deserialize<JsonElement>(rows.GetString(0)));
        return events;
    }

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string here = "") => here;
}
