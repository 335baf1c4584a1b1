using BizEnvLedger.Service.Import;
using BizEnvLedger.Service.Store;
using BizEnvLedger.Service.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BizEnvLedger.Service.Tests.Import;

public sealed class AppraisalHistoryTests(BareLedgerApi api) : IClassFixture<BareLedgerApi>
{
    private const string Rules = """{"at":"2021-05-06T09:00:00+08:00","as":"group-office","act":"appraisal-rules","key":"2021"}""";

    [Fact]
    public async Task An_older_registers_year_comes_in_with_its_ballots_score_and_award()
    {
        var early = await Should.ThrowAsync<LedgerRefusal>(RunAsync(Rules, """{"at":"2021-05-07T09:00:00+08:00","as":"group-office","act":"appraisal-score","key":"2021"}"""));
        early.Message.ShouldContain("appraisal-not-open");
        await RunAsync(Rules,
            """{"at":"2021-12-01T09:00:00+08:00","as":"group-office","act":"appraisal-open","key":"2021"}""",
            """{"at":"2021-12-10T09:00:00+08:00","as":"deputies-office","act":"ballots","key":"2021","label":"b1","body":{"unit":"energy-bureau","body":"congress","ballots":40,"counts":[{"aspect":"quality","grade":"poor","count":40}]}}""",
            """{"at":"2021-12-11T09:00:00+08:00","as":"deputies-office","act":"ballots","key":"2021","body":{"unit":"energy-bureau","body":"congress","ballots":40,"counts":[{"aspect":"quality","grade":"satisfied","count":40}],"corrects":"@b1","reason":"计票有误"}}""",
            """{"at":"2021-12-20T09:00:00+08:00","as":"deputies-office","person":"second","act":"ballots-publish","key":"2021","body":{}}""",
            """{"at":"2022-01-20T09:00:00+08:00","as":"group-office","act":"appraisal-score","key":"2021"}""",
            """{"at":"2022-02-01T09:00:00+08:00","as":"leader","act":"appraisal-publish","key":"2021","body":{"effectiveOn":"2022-01-28"}}""",
            """{"at":"2022-03-01T09:00:00+08:00","as":"group-office","act":"award","key":"2021","body":{"unit":"energy-bureau","basis":"通政字〔2022〕9号"}}""");

        api.On("2022-03-02");
        var year = await api.GetAsync("appraisals/2021");
        year.GetProperty("appraisal").GetProperty("state").GetString().ShouldBe("published");
        year.GetProperty("appraisal").GetProperty("publishedOn").GetString().ShouldBe("2022-01-28");
        year.GetProperty("sheets").GetProperty("recordedBy").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2022, 1, 20, 1, 0, 0, TimeSpan.Zero));
        var energy = year.GetProperty("sheets").GetProperty("sheets").EnumerateArray().Single(s => s.GetProperty("id").GetString() == "energy-bureau");
        energy.GetProperty("deputies")[0].GetProperty("result").GetDecimal().ShouldBe(100);
        year.GetProperty("awards")[0].GetProperty("unit").GetProperty("id").GetString().ShouldBe("energy-bureau");
    }

    private async Task RunAsync(params string[] lines)
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
