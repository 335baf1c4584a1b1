using System.Security.Cryptography;
using System.Text.Json;
using static BizEnvLedger.Service.Tests.WholeCycle.MissedMilestone;

namespace BizEnvLedger.Service.Tests.WholeCycle;

/// <summary>From the draft of the notice to the follow-up of what was mended.</summary>
internal static class NoticeAndRectification
{
    public const string Notice = "inspections/2021H2/notices";

    /// <summary>What the unit's facts propose: a false claim, a founded complaint and slow progress, by rule; the inspectors' own finding says the first once more.</summary>
    public static async Task<string> DraftedAndFedBackAsync(this CycleRun run)
    {
        run.On("2022-01-11");
        await run.AnswerAsync("notice drafted", "office", "notice-draft", "2021H2", Notice, new { });
        var (untrue, complained, found, slow) = (await EntryAsync(run, "returned-untrue"), await EntryAsync(run, "complaint-upheld"), await EntryAsync(run, "falsehood-found"), await EntryAsync(run, "overdue-days"));
        untrue.GetProperty("ownDays").EnumerateArray().Select(d => d.GetInt32()).ShouldBe([143]);
        slow.GetProperty("days").GetInt32().ShouldBe(153);
        slow.GetProperty("milestones").EnumerateArray().Select(m => m.GetString()).ShouldContain(Milestone);
        slow.GetProperty("milestones").EnumerateArray().Select(m => m.GetString()).ShouldNotContain(Done);

        var struck = await run.StepAsync("strike proposed", "office", $"{Notice}/strikes", new { entry = Id(found), reason = "与不实退回的条目重复" });
        await run.NotByAsync("office", "proposer-never-confirms", $"{Notice}/confirmations", new { change = struck, agreed = true });
        await run.AnswerAsync("strike confirmed", "office/second", "notice-change", Id(found), $"{Notice}/confirmations", new { change = struck, agreed = true });
        await run.AnswerAsync("fed back", "office", "notice-feedback", "2021H2", $"{Notice}/feedback", new { number = "通督函〔2022〕1号", signatory = "某处长", signedOn = "2022-01-11" });

        run.On("2022-01-13");
        await run.NotByAsync(OtherUnit, "not-your-matter", $"{Notice}/entries/{Id(untrue)}/objections", new { grounds = "x" });
        await ObjectedAsync(run, Id(untrue), new { outcome = "rejected", reason = "现场记录清楚" });
        var amended = await ObjectedAsync(run, Id(slow), new { outcome = "amended", dropped = new[] { "9.4.2-m3" }, reason = "平台已由企业自建上线，不再点名" });
        (await EntryAsync(run, "overdue-days")).GetProperty("milestones").EnumerateArray().Select(m => m.GetString()).ShouldContain("9.4.2-m3");
        await run.NotByAsync("office/second", "proposer-never-confirms", $"{Notice}/confirmations", new { change = amended, agreed = true });
        await run.AnswerAsync("amendment confirmed", "office/fourth", "notice-change", Id(slow), $"{Notice}/confirmations", new { change = amended, agreed = true });
        (await EntryAsync(run, "overdue-days")).GetProperty("milestones").EnumerateArray().Select(m => m.GetString()).ShouldNotContain("9.4.2-m3");

        run.On("2022-01-19");
        await run.RestsAsync(LeadUnit, "notice-objection", Id(complained));
        await run.Api.RefusedAsync(409, "objection-late", LeadUnit, $"{Notice}/entries/{Id(complained)}/objections", new { grounds = "企业已接入" });
        return Id(untrue);
    }

    public static async Task SignedAndReviewedAsync(this CycleRun run, string entry)
    {
        await run.NotByAsync("office", "proposer-never-approves", $"{Notice}/approval", new { });
        await run.AnswerAsync("notice approved", "office/third", "notice-approval", "2021H2", $"{Notice}/approval", new { });
        var signature = new { number = "通政办字〔2022〕7号", signatory = "某副市长", signedOn = "2022-01-19" };
        foreach (var office in new[] { "office", "office/third", "group-office" })
            await run.NotByAsync(office, "role-not-allowed", $"{Notice}/signature", signature);
        await run.AnswerAsync("notice signed", "leader", "notice-signature", "2021H2", $"{Notice}/signature", signature);
        var signed = await run.BytesAsync($"{Notice}/notice.docx");
        var notice = await run.Api.GetAsync(Notice);
        notice.GetProperty("state").GetString().ShouldBe("signed");
        Convert.ToHexStringLower(SHA256.HashData(signed)).ShouldBe(notice.GetProperty("signed").GetProperty("documentSha256").GetString());

        run.On("2022-01-25");
        var review = await run.StepAsync("review asked", LeadUnit, $"{Notice}/entries/{entry}/reviews", new { grounds = "两家企业系系统迁移暂停" });
        await run.AnswerAsync("review released", LeadApprover, "review-release", entry, $"{Notice}/entries/{entry}/reviews/release", new { review });

        run.On("2022-02-10");
        var decision = new { review, upheld = false, reason = "迁移发生在申报之后" };
        foreach (var involved in new[] { "office", "office/second", "office/third" })
            await run.NotByAsync(involved, "reviewer-is-another", $"{Notice}/entries/{entry}/reviews/decision", decision);
        await run.AnswerAsync("review decided", "office/reviewer", "review-decision", entry, $"{Notice}/entries/{entry}/reviews/decision", decision);
        (await run.BytesAsync($"{Notice}/notice.docx")).ShouldBe(signed);
    }

    public static async Task MendedAsync(this CycleRun run, string entry, Guid figure)
    {
        run.On("2022-02-14");
        var rectification = $"{Notice}/entries/{entry}/rectification";
        await run.AnswerAsync("rectification ordered", "group-office", "rectification-order", entry, rectification, new { measures = "更正数据，全部接入后重新申报", limit = "2022-04-15", number = "通督改〔2022〕1号", signatory = "某处长", signedOn = "2022-02-14" });
        await run.WaitsAsync(LeadUnit, "rectification-report", entry);

        run.On("2022-03-08");
        var correction = await run.StepAsync("figure corrected", LeadUnit, "tasks/9/corrections", new { entry = figure, value = 3, reason = "当时仅三家企业接入" });
        await run.AnswerAsync("correction released", LeadApprover, "release-correction", Indicator, $"tasks/9/metrics/{correction}/release", new { });
        await run.FigureAsync(5);
        var proof = await run.FileAsync(LeadUnit, "五家供热企业接入联调记录");
        var claim = await run.ClaimedAsync(Milestone, LeadUnit, LeadApprover, "五家供热企业已全部接入", proof, "claim-again");
        run.On("2022-03-15");
        await run.AnswerAsync("verified", "office", "verify", Milestone, $"milestones/{Milestone}/verifications", new { claim, finding = "逐家核对，属实" });
        await run.StandsAsync(Milestone, "closed", "blue");
        (await run.MilestoneAsync(Milestone)).GetProperty("daysLate").GetInt32().ShouldBe(220);

        run.On("2022-03-17");
        var report = await run.AnswerAsync("rectification reported", LeadUnit, "rectification-report", entry, rectification + "/reports", new { narrative = "数据已更正，五家企业已接入", evidence = new[] { proof } });
        await run.Api.RefusedAsync(409, "not-released", "office", rectification + "/discharge", new { report, finding = "x" });
        await run.AnswerAsync("report released", LeadApprover, "rectification-release", entry, rectification + "/release", new { report });
        foreach (var own in new[] { LeadUnit, LeadApprover })
            await run.NotByAsync(own, "role-not-allowed", rectification + "/discharge", new { report, finding = "已整改" });

        run.On("2022-03-21");
        await run.AnswerAsync("discharged", "office", "rectification-discharge", entry, rectification + "/discharge", new { report, finding = "整改到位" });

        run.On("2022-04-19");
        await run.Api.RefusedAsync(409, "follow-up-too-soon", "office/second", rectification + "/follow-ups", new { outcome = "holds", finding = "x" });
        run.On("2022-04-20");
        await run.NotByAsync("office", "discharger-never-follows-up", rectification + "/follow-ups", new { outcome = "holds", finding = "x" });
        await run.AnswerAsync("followed up", "office/second", "rectification-follow-up", entry, rectification + "/follow-ups", new { outcome = "holds", finding = "五家企业均可在平台办理" });
        (await run.Api.GetAsync(Notice)).GetProperty("entries").EnumerateArray().Single(e => Id(e) == entry).GetProperty("rectifications")[0].GetProperty("overdue").GetBoolean().ShouldBeFalse();
    }

    private static async Task<Guid> ObjectedAsync(CycleRun run, string entry, object answer)
    {
        var path = $"{Notice}/entries/{entry}/objections";
        var objection = await run.AnswerAsync("objected", LeadUnit, "notice-objection", entry, path, new { grounds = "已作实质性工作" });
        var body = JsonSerializer.SerializeToNode(answer)!.AsObject();
        body["objection"] = objection;
        await run.Api.RefusedAsync(409, "not-released", "office/second", path + "/answer", body);
        await run.NotByAsync(LeadUnit, "role-not-allowed", path + "/release", new { objection });
        await run.AnswerAsync("objection released", LeadApprover, "notice-objection-release", entry, path + "/release", new { objection });
        await run.NotByAsync("office", "proposer-never-answers", path + "/answer", body);
        return await run.AnswerAsync("objection answered", "office/second", "notice-objection-answer", entry, path + "/answer", body);
    }

    private static async Task<JsonElement> EntryAsync(CycleRun run, string rule) => (await run.Api.GetAsync(Notice)).GetProperty("entries").EnumerateArray()
        .Single(e => e.GetProperty("rule").GetString() == rule && e.GetProperty("unit").GetProperty("id").GetString() == Lead);

    private static string Id(JsonElement entry) => entry.GetProperty("id").GetString()!;
}
