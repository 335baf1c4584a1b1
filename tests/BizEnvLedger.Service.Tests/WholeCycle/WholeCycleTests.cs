using BizEnvLedger.Service.Tests.Http;

namespace BizEnvLedger.Service.Tests.WholeCycle;

/// <summary>
/// 全流程: the whole supervision cycle over HTTP alone, as an office, the group office, two units and their approvers, a leader, an auditor and an enterprise
/// would go through it. Days only go forward, so it is one run.
/// </summary>
public sealed class WholeCycleTests(LedgerApi api, ITestOutputHelper output) : IClassFixture<LedgerApi>
{
    [Fact]
    public async Task From_a_missed_milestone_to_the_years_score_every_figure_is_traced_to_its_events()
    {
        var run = new CycleRun(api);
        var request = await run.BeforeItIsDueAsync();
        await run.TheFirstRoundIsClosedAsync();
        await run.AdjudicatedAsync(request);
        await run.DoneOnTimeAsync();
        await run.MissedAsync(request);
        await run.DelayIsDividedAsync(request);
        var (figure, claim, back) = await run.ReturnedAsUntrueAsync();
        await run.ComplainedOfAsync();
        await run.TheOtherUnitClosesItsOwnAsync();
        await run.InspectedAsync(figure, claim, back);
        var entry = await run.DraftedAndFedBackAsync();
        await run.SignedAndReviewedAsync(entry);
        await run.MendedAsync(entry, figure);
        await run.ScoredAsync();

        var ledger = await CycleLedger.ReadAsync(run);
        ledger.List(run, output.WriteLine);
        var halfYear = await run.OfTheHalfYearAsync(ledger);
        await run.OfTheNoticeAsync(ledger, halfYear);
        await run.OfTheScoreAsync(ledger);
        await run.ReadsAllAndWritesNothingAsync();
    }
}
