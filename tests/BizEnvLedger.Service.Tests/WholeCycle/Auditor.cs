using BizEnvLedger.Service.Tests.Http;

namespace BizEnvLedger.Service.Tests.WholeCycle;

/// <summary>审计: reads everything and writes nothing.</summary>
internal static class Auditor
{
    private static readonly string[] Reads =
    [
        "", "/tasks", "/tasks/9", "/tasks/9/events", "/tasks/9/coordination", "/milestones", "/indicators", "/responsibility", "/units", "/coordination", "/reminders", "/silence", "/trail", "/activity",
        "/complaints", "/complaints/rates?by=unit", "/inspections", "/inspections/2021H2", "/inspections/2021H2/scheme", "/inspections/2021H2/verdicts", "/inspections/2021H2/findings", "/inspections/2021H2/restated",
        "/inspections/2021H2/report.docx", "/inspections/2021H2/report.xlsx", "/inspections/2021H2/notices", "/inspections/2021H2/notices/notice.docx",
        "/appraisals", "/appraisals/2021", "/appraisals/2021/rules", "/appraisals/2021/ballots", "/appraisals/2021/awards", "/appraisals/2021/sheet.xlsx",
    ];

    /// <summary>Every read is open to the auditor, who has no duties and brings no file; that no act was the auditor's to take, each step of the run has shown.</summary>
    public static async Task ReadsAllAndWritesNothingAsync(this CycleRun run)
    {
        var size = await SizeAsync(run);
        foreach (var path in Reads)
            (await run.BytesAsync($"/api/v1/plans/{LedgerApi.Plan}{path}")).ShouldNotBeEmpty(path);
        (await run.Api.GetAsync("/api/v1/me/duties")).GetProperty("total").GetInt32().ShouldBe(0);
        await LedgerApi.ProblemAsync(await run.Api.UploadAsync("auditor", LedgerApi.Sha, LedgerApi.SampleFile), 403, "role-not-allowed");
        (await SizeAsync(run)).ShouldBe(size);
    }

    private static async Task<int> SizeAsync(CycleRun run) => (await run.Api.GetAsync("tasks?limit=1")).GetProperty("position").GetInt32();
}
