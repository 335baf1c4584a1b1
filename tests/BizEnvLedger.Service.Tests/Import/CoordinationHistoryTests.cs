using BizEnvLedger.Service.Import;
using BizEnvLedger.Service.Store;
using BizEnvLedger.Service.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BizEnvLedger.Service.Tests.Import;

public sealed class CoordinationHistoryTests(BareLedgerApi api) : IClassFixture<BareLedgerApi>
{
    private static readonly string[] Begun =
    [
        """{"at":"2021-04-27T09:00:00+08:00","as":"unit:housing-construction-bureau","act":"dispute","task":"9","label":"d1","body":{"measure":"9.4.2","reason":"不属本单位职责"}}""",
        """{"at":"2021-04-27T10:00:00+08:00","as":"approver:housing-construction-bureau","act":"dispute-release","body":{"of":"@d1"}}""",
        """{"at":"2021-04-28T09:00:00+08:00","as":"leader","act":"dispute-decide","body":{"of":"@d1","body":{"upheld":true,"leads":["energy-bureau"],"reason":"改由能源局牵头","basis":"三定方案"}}}""",
        """{"at":"2021-06-01T09:00:00+08:00","as":"unit:energy-bureau","act":"request","task":"9","label":"r1","body":{"milestone":"9.4.2-m1","to":"development-reform-commission","limit":"2021-07-30","text":"请提供资料"}}""",
    ];

    [Fact]
    public async Task An_older_registers_coordination_comes_in_and_a_load_that_was_cut_off_is_taken_up()
    {
        var early = await Should.ThrowAsync<LedgerRefusal>(RunAsync([.. Begun, """{"at":"2021-06-02T09:00:00+08:00","as":"office","act":"request-adjudicate","body":{"of":"@r1","body":{"binding":true,"limit":"2021-08-10","reason":"应予配合"}}}"""]));
        early.Message.ShouldContain("request-not-with-office");
        await RunAsync(
        [
            .. Begun,
            """{"at":"2021-06-03T09:00:00+08:00","as":"unit:development-reform-commission","act":"request-answer","body":{"of":"@r1","body":{"accepted":true}}}""",
            """{"at":"2021-06-10T09:00:00+08:00","as":"office","act":"order","task":"9","label":"o1","body":{"units":["water-bureau"],"limit":"2021-06-30","text":"限期整改"}}""",
            """{"at":"2021-06-11T09:00:00+08:00","as":"leader","act":"order-sign","body":{"of":"@o1"}}""",
            """{"at":"2021-06-20T09:00:00+08:00","as":"unit:water-bureau","act":"order-reply","body":{"of":"@o1","body":{"text":"已整改"}}}""",
        ]);

        api.On("2021-08-05");
        var rows = (await api.GetAsync("coordination")).GetProperty("items").EnumerateArray().ToList();
        rows.Select(r => (r.GetProperty("kind").GetString(), r.GetProperty("state").GetString(), r.GetProperty("daysLate").GetInt32()))
            .ShouldBe([("dispute", "upheld", 0), ("request", "accepted", 6), ("order", "answered", 34)]);
        rows.SelectMany(r => r.GetProperty("steps").EnumerateArray()).ShouldAllBe(s => s.GetProperty("imported").GetBoolean());
    }

    private async Task RunAsync(string[] lines)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(file, lines, TestContext.Current.CancellationToken);
            await api.Services.GetRequiredService<HistoryImport>().RunAsync(Jurisdictions.Tongliao.Id, LedgerApi.Plan, file, "demonstration", TestContext.Current.CancellationToken);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
