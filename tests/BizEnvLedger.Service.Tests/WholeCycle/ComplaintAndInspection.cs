using System.Net;
using BizEnvLedger.Service.Tests.Http;
using static BizEnvLedger.Service.Tests.WholeCycle.MissedMilestone;

namespace BizEnvLedger.Service.Tests.WholeCycle;

/// <summary>What an enterprise says of the milestone, and what inspectors find of it.</summary>
internal static class ComplaintAndInspection
{
    private const string Public = "/api/v1/public/150500/complaints";
    private const string Round = "inspections/2021H2";

    public static async Task ComplainedOfAsync(this CycleRun run)
    {
        run.On("2021-10-11");
        var answered = await run.Api.PostAsync("", Public, new { kind = "complaint", text = "供热报装在平台上查不到本企业的供热单位", contact = "13800138000", milestone = Milestone });
        answered.StatusCode.ShouldBe(HttpStatusCode.Created);
        var receipt = await LedgerApi.JsonAsync(answered);
        run.Keep("complained", "", receipt);
        var (id, code) = (receipt.GetProperty("complaint").GetString()!, receipt.GetProperty("receiptCode").GetString()!);
        (await run.Api.GetAsync($"{Public}/{code}", "")).GetProperty("state").GetString().ShouldBe("received");
        await run.AnswerAsync("complaint dispatched", "office", "complaint-dispatch", id, $"complaints/{id}/dispatch", new { units = new[] { Lead }, brief = "请核实并答复" });
        await run.NotByAsync(OtherUnit, "not-your-complaint", $"complaints/{id}/answers", new { kind = "resolution", text = "x" });
        var answer = await run.AnswerAsync("complaint answered", LeadUnit, "complaint-answer", id, $"complaints/{id}/answers", new { kind = "resolution", text = "贵企业的供热单位将于近期接入" });
        await run.NotByAsync(LeadUnit, "role-not-allowed", $"complaints/{id}/answers/{answer}/release", new { });
        await run.AnswerAsync("answer released", LeadApprover, "answer-release", id, $"complaints/{id}/answers/{answer}/release", new { });
        var seen = await run.Api.GetAsync($"{Public}/{code}", "");
        (seen.GetProperty("state").GetString(), seen.GetProperty("answers")[0].GetProperty("text").GetString()).ShouldBe(("resolved", "贵企业的供热单位将于近期接入"));

        run.On("2021-10-13");
        await run.NotByAsync(LeadUnit, "role-not-allowed", $"complaints/{id}/satisfaction", new { satisfaction = "satisfied" });
        await run.AnswerAsync("satisfaction asked", "office", "satisfaction-ask", id, $"complaints/{id}/satisfaction", new { satisfaction = "unsatisfied", note = "仍查不到" });

        run.On("2021-10-18");
        var found = new { unit = Lead, milestones = new[] { Milestone }, deliverableAbsent = true, heardOn = "2021-10-18", heard = "正在协调两家企业", finding = "平台上确无该供热企业" };
        await run.Api.RefusedAsync(422, "unit-not-heard", "office/inspector", $"complaints/{id}/upheld", new { unit = Lead, milestones = new[] { Milestone }, deliverableAbsent = true, heard = "x", finding = "x" });
        await run.StepAsync("complaint upheld", "office/inspector", $"complaints/{id}/upheld", found);
        (await run.Api.GetAsync($"{Public}/{code}", "")).GetProperty("upheld").GetBoolean().ShouldBeTrue();
        await run.NotByAsync("office/inspector", "doer-never-verifies", $"complaints/{id}/upheld/confirmation", new { reason = "属实" });
        await run.AnswerAsync("complaint upheld by a second inspector", "office/second", "upheld-confirm", id, $"complaints/{id}/upheld/confirmation", new { reason = "复查平台，确无该企业" });
        var rate = (await run.Api.GetAsync("complaints/rates?by=unit&to=2021-12-31")).GetProperty("units").EnumerateArray()
            .Single(u => u.GetProperty("unit").GetProperty("id").GetString() == Lead).GetProperty("rates").GetProperty("responded");
        (rate.GetProperty("due").GetInt32(), rate.GetProperty("met").GetInt32()).ShouldBe((1, 1));
    }

    public static async Task InspectedAsync(this CycleRun run, Guid figure, Guid claim, Guid back)
    {
        run.On("2022-01-04");
        await OpenedAsync(run, "2021H2");

        run.On("2022-01-06");
        var proof = await run.FileAsync("office", "现场检查记录");
        await run.NotByAsync("office/stranger", "not-on-team", $"{Round}/verdicts", new { task = "9", verdict = "red", finding = "x" });
        await run.StepAsync("verdict", "office", $"{Round}/verdicts", new { task = "9", verdict = "red", finding = "供热企业接入滞后", evidence = new[] { proof } });
        var finding = await run.StepAsync("finding", "office", $"{Round}/findings",
            new { task = "9", milestones = new[] { Milestone }, unit = Lead, category = "hollow", facts = new[] { figure, claim }, finding = "申报办结与现场不符", evidence = new[] { proof } });
        await run.Api.RefusedAsync(422, "event-not-of-unit", "office", $"{Round}/findings",
            new { task = "9", milestones = new[] { Milestone }, unit = Lead, category = "hollow", facts = new[] { figure, claim, back }, finding = "x", evidence = new[] { proof } });
        await run.NotByAsync("office", "doer-never-verifies", $"{Round}/findings/{finding}/uphold", new { reason = "属实" });
        await run.NotByAsync("office/stranger", "not-on-team", $"{Round}/findings/{finding}/uphold", new { reason = "属实" });
        await run.StepAsync("finding upheld", "office/second", $"{Round}/findings/{finding}/uphold", new { reason = "复核属实" });
        (await run.Api.GetAsync($"{Round}/findings?category=hollow")).GetProperty("items")[0].GetProperty("reason").GetString().ShouldBe("复核属实");

        run.On("2022-01-10");
        await ClosedAsync(run, "2021H2");
    }

    /// <summary>The plan's first half-year, in which nothing of the milestone was due: rounds close in order.</summary>
    public static async Task TheFirstRoundIsClosedAsync(this CycleRun run)
    {
        run.On("2021-07-12");
        await OpenedAsync(run, "2021H1");
        await ClosedAsync(run, "2021H1");
    }

    private static async Task OpenedAsync(CycleRun run, string half)
    {
        await run.AnswerAsync("scheme drafted", "office", "round-proposed", half, $"inspections/{half}/scheme", OpeningRounds.Scheme("office", "office/second"));
        await run.NotByAsync("office", "role-not-allowed", $"inspections/{half}/scheme/approval", new { });
        await run.AnswerAsync("scheme approved", "leader", "scheme-waits", half, $"inspections/{half}/scheme/approval", OpeningRounds.Commitment(half));
        await run.AnswerAsync("round opened", "office", "round-to-open", half, "inspections", new { halfYear = half });
    }

    private static async Task ClosedAsync(CycleRun run, string half)
    {
        await run.NotByAsync("leader", "role-not-allowed", $"inspections/{half}/close", new { });
        await run.AnswerAsync("round closed", "office", "round-to-close", half, $"inspections/{half}/close", new { });
        await run.WaitsAsync("office", "notice-draft", half);
    }
}
