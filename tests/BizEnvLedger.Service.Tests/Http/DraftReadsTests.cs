using System.Net;
using System.Text.Json;

namespace BizEnvLedger.Service.Tests.Http;

/// <summary>Drafts of notices, letters and reports, and proposals of accountability.</summary>
public sealed class DraftReadsTests(LedgerApi api) : ProtectedReads(api), IClassFixture<LedgerApi>
{
    private const string Base = "inspections/2021H1/notices";
    private const string Housing = "housing-construction-bureau";
    private const string Milestone = "9.3.1-m1";
    private static readonly string[] Others = [$"unit:{Housing}", $"approver:{Housing}", "unit:energy-bureau", "deputies-office", "admin"];

    [Fact]
    public async Task A_draft_is_for_those_who_judge_and_each_entry_fed_back_for_its_unit_until_it_is_signed()
    {
        var entry = await DraftAsync();
        await MayAsync(Judging, Base, $"{Base}/notice.docx", $"{Base}/entries/{entry}/feedback.docx", "inspections/2021H1/report.docx");
        await MayNotAsync(Others, Base, $"{Base}/notice.docx", $"{Base}/entries/{entry}/feedback.docx", "inspections/2021H1/report.docx");
        (await ViewAsync("office")).GetProperty("proposed").GetArrayLength().ShouldBeGreaterThan(0);
        (await ViewAsync("unit:energy-bureau")).GetProperty("proposed").GetArrayLength().ShouldBe(0);
        (await ViewAsync("unit:energy-bureau")).GetProperty("letters").GetArrayLength().ShouldBe(0);

        // Fed back: the unit reads its own entries and nothing of the others'.
        await Api.AcceptedAsync("office", $"{Base}/feedback", new { number = "通督函〔2021〕1号", signatory = "某处长", signedOn = "2021-07-12" });
        await MayAsync([$"unit:{Housing}", $"approver:{Housing}"], Base, $"{Base}/entries/{entry}/feedback.docx");
        await MayNotAsync([$"unit:{Housing}", "deputies-office", "admin"], $"{Base}/notice.docx", "inspections/2021H1/report.docx");
        await MayNotAsync(["deputies-office", "admin"], Base, $"{Base}/entries/{entry}/feedback.docx");
        var whole = await Api.GetAsync(Base);
        var own = await Api.GetAsync(Base, $"unit:{Housing}");
        own.GetProperty("entries").EnumerateArray().ShouldAllBe(e => e.GetProperty("unit").GetProperty("id").GetString() == Housing);
        own.GetProperty("entries").GetArrayLength().ShouldBeInRange(1, whole.GetProperty("entries").GetArrayLength() - 1);
        var ids = own.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("id").GetString()!).ToList();
        own.GetProperty("wording").EnumerateArray().Select(w => w.GetProperty("paragraph").GetString()!).ShouldAllBe(p => ids.Any(p.EndsWith));
        own.GetProperty("overruns").GetArrayLength().ShouldBe(0);
        var letter = whole.GetProperty("entries").EnumerateArray().First(e => e.GetProperty("kind").GetString() == "letter");
        var lettered = letter.GetProperty("unit").GetProperty("id").GetString();
        await MayNotAsync([$"unit:{lettered}"], $"{Base}/entries/{letter.GetProperty("id").GetString()}/letter.docx");

        // Signed: for everybody inside, and no reading of it is recorded. As it was before the signature it stays a draft.
        await SignAsync();
        var before = (await ReadingsAsync()).Count;
        await MayAsync([.. Judging, .. Others], Base, $"{Base}/notice.docx", "inspections/2021H1/report.docx");
        (await ReadingsAsync()).Count.ShouldBe(before);
        await MayNotAsync(["deputies-office"], $"{Base}?recordedBy=2021-07-13", $"{Base}/notice.docx?recordedBy=2021-07-13");
        (await Api.GetAsync(Base, "deputies-office")).GetProperty("entries").GetArrayLength().ShouldBe(whole.GetProperty("entries").GetArrayLength());

        // A proposal of accountability stays with those who propose, decide and audit.
        await Api.AcceptedAsync("group-office", $"{Base}/entries/{entry}/rectification", new { measures = "补齐成果", limit = "2021-08-20", number = "通督改〔2021〕1号", signatory = "某处长", signedOn = "2021-07-21" });
        Api.On("2021-08-25");
        await MayAsync(Others, $"{Base}/entries/{entry}/rectification.docx");
        await Api.AcceptedAsync("office", $"{Base}/entries/{entry}/proposal", new { reason = "整改逾期", number = "通督请〔2021〕1号", signatory = "某处长", signedOn = "2021-08-25" });
        await MayNotAsync(Others, $"{Base}/entries/{entry}/proposal.docx");
        await MayAsync(Judging, $"{Base}/entries/{entry}/proposal.docx");
        Proposals(await Api.GetAsync(Base, $"unit:{Housing}"), entry).ShouldBe(0);
        Proposals(await Api.GetAsync(Base, "leader"), entry).ShouldBe(1);
    }

    private async Task<string> DraftAsync()
    {
        Api.On("2021-06-10");
        await Api.OpenRoundAsync("2021H1");
        var claim = await Api.AcceptedAsync($"unit:{Housing}", $"milestones/{Milestone}/claims", new { narrative = "已完成", evidence = new[] { LedgerApi.Sha } });
        await Api.AcceptedAsync($"approver:{Housing}", $"milestones/{Milestone}/claims/{claim}/release", new { });
        await Api.AcceptedAsync("office", $"milestones/{Milestone}/returns", new { claim, ground = "untrue", reason = "未见成果" });
        Api.On("2021-07-12");
        await Api.AcceptedAsync("office", "inspections/2021H1/close", new { });
        await Api.AcceptedAsync("office", Base, new { });
        return (await Api.GetAsync(Base)).GetProperty("entries").EnumerateArray().Single(e => e.GetProperty("category").GetString() == "hollow").GetProperty("id").GetString()!;
    }

    private async Task SignAsync()
    {
        Api.On("2021-07-21");
        await Api.AcceptedAsync("office/second", $"{Base}/approval", new { });
        await Api.AcceptedAsync("leader", $"{Base}/signature", new { number = "通政办字〔2021〕70号", signatory = "某副市长", signedOn = "2021-07-21" });
    }

    private async Task<JsonElement> ViewAsync(string account) => (await Api.GetAsync("inspections/2021H1", account)).GetProperty("view");

    private static int Proposals(JsonElement notice, string entry) =>
        notice.GetProperty("entries").EnumerateArray().Single(e => e.GetProperty("id").GetString() == entry).GetProperty("proposals").GetArrayLength();
}
