using System.Security.Cryptography;
using BizEnvLedger.Core.EvidenceFiles;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Service.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace BizEnvLedger.Service.Tests.Http;

/// <summary>From the closed round to the accountability proposal's result, over HTTP.</summary>
public sealed class NoticesTests(LedgerApi api) : IClassFixture<LedgerApi>
{
    private const string Base = "inspections/2021H1/notices";
    private const string Housing = "housing-construction-bureau";
    private const string Milestone = "9.3.1-m1";

    [Fact]
    public async Task A_notice_goes_from_draft_to_result_and_its_signed_text_never_changes()
    {
        var proof = await HeldAsync();
        api.On("2021-06-10");
        await api.OpenRoundAsync("2021H1");
        var claim = await api.AcceptedAsync($"unit:{Housing}", $"milestones/{Milestone}/claims", new { narrative = "已完成", evidence = new[] { proof } });
        await api.AcceptedAsync($"approver:{Housing}", $"milestones/{Milestone}/claims/{claim}/release", new { });
        await api.AcceptedAsync("office", $"milestones/{Milestone}/returns", new { claim, ground = "untrue", reason = "未见成果" });
        await api.RefusedAsync(409, "round-not-closed", "office", Base, new { });
        await api.RefusedAsync(404, "unknown-notice", "office", $"{Base}/feedback", new { number = "通督函〔2021〕1号", signatory = "某处长", signedOn = "2021-06-10" });
        await api.RefusedAsync(404, "unknown-round", "office", "inspections/2021-1/notices", new { });
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "office", Base), 404, "unknown-notice");

        api.On("2021-07-12");
        await api.AcceptedAsync("office", "inspections/2021H1/close", new { });
        await api.RefusedAsync(403, "role-not-allowed", "leader", Base, new { });
        await api.AcceptedAsync("office", Base, new { });
        var notice = await api.GetAsync(Base);
        notice.GetProperty("state").GetString().ShouldBe("drafted");
        var entry = notice.GetProperty("entries").EnumerateArray().Single(e => e.GetProperty("category").GetString() == "hollow").GetProperty("id").GetString()!;

        // Added entries rest on facts: what was not overdue at the cut is refused. One that was proposed is struck and named again: each by two persons.
        await api.RefusedAsync(422, "slow-not-due", "office", $"{Base}/additions", new { unit = Housing, category = "slow", milestones = new[] { Milestone }, reason = "核查发现" });
        await StrikeAsync(entry);
        var added = await api.AcceptedAsync("office", $"{Base}/additions", new { unit = Housing, category = "hollow", milestones = new[] { Milestone }, reason = "核查发现" });
        await api.RefusedAsync(403, "proposer-never-confirms", "office", $"{Base}/confirmations", new { change = added, agreed = true });
        await api.AcceptedAsync("office/second", $"{Base}/confirmations", new { change = added, agreed = true });
        var extra = entry;
        entry = (await api.GetAsync(Base)).GetProperty("entries").EnumerateArray().Last().GetProperty("id").GetString()!;

        await api.AcceptedAsync("office", $"{Base}/wording", new { paragraph = $"entry-{entry}", text = "经核查，{unit}：{facts}" });
        await api.RefusedAsync(422, "figure-typed", "office", $"{Base}/wording", new { paragraph = $"entry-{entry}", text = "{unit}逾期99天：{facts}" });
        await api.RefusedAsync(422, "field-missing", "office", $"{Base}/feedback", new { });
        await api.AcceptedAsync("office", $"{Base}/feedback", new { number = "通督函〔2021〕1号", signatory = "某处长", signedOn = "2021-07-12" });

        api.On("2021-07-14");
        var objection = await api.AcceptedAsync($"unit:{Housing}", $"{Base}/entries/{entry}/objections", new { grounds = "已有初稿", evidence = new[] { proof } });
        await api.RefusedAsync(403, "not-your-matter", "unit:energy-bureau", $"{Base}/entries/{entry}/objections", new { grounds = "x" });
        await api.AcceptedAsync($"approver:{Housing}", $"{Base}/entries/{entry}/objections/release", new { objection });
        await api.AcceptedAsync("office/second", $"{Base}/entries/{entry}/objections/answer", new { objection, outcome = "rejected", reason = "初稿不是成果" });
        await api.RefusedAsync(409, "feedback-running", "office/second", $"{Base}/approval", new { });

        api.On("2021-07-21");
        await api.AcceptedAsync("office/second", $"{Base}/approval", new { });
        var draft = await BytesAsync($"{Base}/notice.docx");
        (await BytesAsync($"{Base}/notice.docx")).ShouldBe(draft);
        await api.RefusedAsync(422, "document-number-form", "leader", $"{Base}/signature", new { number = "￿", signatory = "某", signedOn = "2021-07-21" });
        await api.AcceptedAsync("leader", $"{Base}/signature", new { number = "通政办字〔2021〕70号", signatory = "某副市长", signedOn = "2021-07-21" });
        var signed = await BytesAsync($"{Base}/notice.docx");
        signed.ShouldNotBe(draft);
        notice = await api.GetAsync(Base);
        Convert.ToHexStringLower(SHA256.HashData(signed)).ShouldBe(notice.GetProperty("signed").GetProperty("documentSha256").GetString());

        // Open to the public only by an act of its own.
        (await api.GetAsync("/api/v1/public/150500/notices", "")).GetProperty("items").GetArrayLength().ShouldBe(0);
        await api.AcceptedAsync("group-office", $"{Base}/publication", new { visibility = "public" });
        var row = (await api.GetAsync("/api/v1/public/150500/notices", "")).GetProperty("items")[0];
        row.GetProperty("number").GetString().ShouldBe("通政办字〔2021〕70号");
        row.GetProperty("entries").EnumerateArray().ShouldContain(e => e.GetProperty("unit").GetProperty("id").GetString() == Housing);
        row.GetProperty("entries").EnumerateArray().ShouldNotContain(e => e.GetProperty("id").GetString() == extra);
        (await (await api.SendAsync(HttpMethod.Get, "", $"/api/v1/public/150500/notices/{LedgerApi.Plan}/2021H1/notice.docx")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(signed);

        // Rectification: reported and returned, past its limit, proposed for accountability.
        await api.AcceptedAsync("group-office", $"{Base}/entries/{entry}/rectification", new { measures = "补齐成果并重新申报", limit = "2021-08-20", number = "通督改〔2021〕1号", signatory = "某处长", signedOn = "2021-07-21" });
        api.On("2021-08-19");
        var report = await api.AcceptedAsync($"unit:{Housing}", $"{Base}/entries/{entry}/rectification/reports", new { narrative = "已补齐", evidence = new[] { proof } });
        await api.AcceptedAsync($"approver:{Housing}", $"{Base}/entries/{entry}/rectification/release", new { report });
        await api.AcceptedAsync("office", $"{Base}/entries/{entry}/rectification/return", new { report, reason = "成果仍缺" });
        await api.RefusedAsync(409, "not-overdue", "office", $"{Base}/entries/{entry}/proposal", new { reason = "逾期", number = "通督请〔2021〕1号", signatory = "某处长", signedOn = "2021-08-19" });
        await LedgerApi.ProblemAsync(await api.SendAsync(HttpMethod.Get, "office", $"{Base}/entries/{entry}/proposal.docx"), 409, "no-such-document");
        api.On("2021-08-25");
        var proposal = await api.AcceptedAsync("office", $"{Base}/entries/{entry}/proposal", new { reason = "整改逾期，责任不落实。", number = "通督请〔2021〕1号", signatory = "某处长", signedOn = "2021-08-25" });
        await api.AcceptedAsync("leader", $"{Base}/entries/{entry}/proposal/decision", new { proposal, approved = true, reason = "同意" });
        await api.AcceptedAsync("group-office", $"{Base}/entries/{entry}/proposal/handover", new { proposal, organ = "有权机关", number = "通政办函〔2021〕71号" });
        api.On("2021-09-30");
        await api.AcceptedAsync("group-office", $"{Base}/entries/{entry}/proposal/result", new { proposal, result = "已处理", evidence = new[] { proof } });

        var told = (await api.GetAsync(Base)).GetProperty("entries").EnumerateArray().Single(e => e.GetProperty("id").GetString() == entry);
        told.GetProperty("proposals")[0].GetProperty("days").GetInt32().ShouldBe(5);
        told.GetProperty("proposals")[0].GetProperty("chain").GetArrayLength().ShouldBeGreaterThan(12);
        told.GetProperty("proposals")[0].GetProperty("resultText").GetString().ShouldBe("已处理");
        told.GetProperty("rectifications")[0].GetProperty("overdue").GetBoolean().ShouldBeTrue();
        foreach (var document in new[] { "feedback", "rectification", "proposal" })
            (await BytesAsync($"{Base}/entries/{entry}/{document}.docx")).ShouldBe(await BytesAsync($"{Base}/entries/{entry}/{document}.docx"));
        (await BytesAsync($"{Base}/notice.docx")).ShouldBe(signed);

        // As it was known before: no proposal yet.
        (await api.GetAsync($"{Base}?recordedBy=2021-08-20")).GetProperty("entries").EnumerateArray().Single(e => e.GetProperty("id").GetString() == entry).GetProperty("proposals").GetArrayLength().ShouldBe(0);

        await ALetterAndTheNextRoundAsync(entry);
        if (Environment.GetEnvironmentVariable("REPORT_SAMPLES") is { } folder)
            foreach (var (name, path) in new[] { ("notice", $"{Base}/notice.docx"), ("feedback", $"{Base}/entries/{entry}/feedback.docx"), ("rectification", $"{Base}/entries/{entry}/rectification.docx"), ("proposal", $"{Base}/entries/{entry}/proposal.docx"), ("letter", $"{Base}/entries/{await LetterAsync()}/letter.docx"), ("half-year", "inspections/2021H2/report.docx") })
                await File.WriteAllBytesAsync(Path.Combine(folder, name + ".docx"), await BytesAsync(path), TestContext.Current.CancellationToken);
    }

    private async Task StrikeAsync(string entry)
    {
        var struck = await api.AcceptedAsync("office", $"{Base}/strikes", new { entry, reason = "表述待核" });
        await api.AcceptedAsync("office/second", $"{Base}/confirmations", new { change = struck, agreed = true });
    }

    /// <summary>A unit of other authority gets a signed letter; the next round says what was not mended.</summary>
    private async Task ALetterAndTheNextRoundAsync(string entry)
    {
        var letter = await LetterAsync();
        await api.RefusedAsync(409, "not-under-authority", "office", $"{Base}/entries/{letter}/rectification", new { measures = "x", limit = "2021-11-30", number = "通督改〔2021〕2号", signatory = "某处长", signedOn = "2021-09-30" });
        await api.AcceptedAsync("leader", $"{Base}/entries/{letter}/letter", new { number = "通政办函〔2021〕72号", signatory = "某副市长", superior = "自治区主管部门", signedOn = "2021-09-30" });
        var kept = await BytesAsync($"{Base}/entries/{letter}/letter.docx");
        (await BytesAsync($"{Base}/entries/{letter}/letter.docx")).ShouldBe(kept);
        api.On("2021-10-11");
        await api.AcceptedAsync("office", $"{Base}/entries/{letter}/letter/reply", new { reply = "正在推进", repliedOn = "2021-10-09" });

        await api.OpenRoundAsync("2021H2");
        api.On("2022-01-10");
        await api.AcceptedAsync("office", "inspections/2021H2/close", new { });
        var view = (await api.GetAsync("inspections/2021H2")).GetProperty("view");
        view.GetProperty("rectifications").GetProperty("overdue").GetInt32().ShouldBe(1);
        view.GetProperty("rectifications").GetProperty("entries").EnumerateArray().Single(l => l.GetProperty("entry").GetString() == entry).GetProperty("daysOver").GetInt32().ShouldBe(133);
        view.GetProperty("proposed").EnumerateArray().Single(p => p.GetProperty("rule").GetString() == "rectification-overdue").GetProperty("unit").GetProperty("id").GetString().ShouldBe(Housing);
        (await BytesAsync("inspections/2021H2/report.docx")).Length.ShouldBeGreaterThan(1000);
    }

    private async Task<string> LetterAsync() =>
        (await api.GetAsync(Base)).GetProperty("entries").EnumerateArray().First(e => e.GetProperty("kind").GetString() == "letter").GetProperty("id").GetString()!;

    private async Task<byte[]> BytesAsync(string path)
    {
        var answer = await api.SendAsync(HttpMethod.Get, "auditor", path);
        answer.IsSuccessStatusCode.ShouldBeTrue(path + " " + answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A file that the ledger holds, to be cited.</summary>
    private async Task<string> HeldAsync()
    {
        const string Sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        var outcome = await api.Services.GetRequiredService<LedgerWriter>().WriteAsync(new()
        {
            Jurisdiction = "150500",
            Who = new("unit:" + Housing, new HashSet<Role> { Role.Unit }, Housing, new HashSet<string> { Housing }),
            Plan = LedgerApi.Plan,
            Stream = EvidenceFile.StreamOf(Sha256),
            Scope = WriteScope.Stream,
            ImportMark = "demonstration",
            Decide = (_, _) => Decision.Of(new EvidenceUploaded(Sha256, 8, "application/pdf", Housing)),
        }, TestContext.Current.CancellationToken);
        outcome.ShouldBeOfType<Outcome.Accepted>();
        return Sha256;
    }
}
