namespace BizEnvLedger.Service.Tests.WholeCycle;

/// <summary>From the assignment to the claim that was returned as untrue: 9.4.2-m1, due on Saturday 31 July 2021, led by 市住建局, with 市能源局 cooperating.</summary>
internal static class MissedMilestone
{
    public const string Milestone = "9.4.2-m1", Done = "9.3.1-m1", LedByOther = "9.2.1-m1";
    public const string Lead = "housing-construction-bureau", Other = "energy-bureau", Indicator = "9.4.2-i1";
    public const string LeadUnit = "unit:" + Lead, LeadApprover = "approver:" + Lead, OtherUnit = "unit:" + Other, OtherApprover = "approver:" + Other;

    public static async Task<Guid> BeforeItIsDueAsync(this CycleRun run)
    {
        run.On("2021-05-10");
        await run.StandsAsync(Milestone, "planned", "green");
        foreach (var unit in new[] { LeadUnit, OtherUnit })
            await run.AnswerAsync("acknowledged", unit, "acknowledge", "9", "tasks/9/acknowledgements", new { });

        run.On("2021-07-02");
        await run.WaitsAsync(LeadUnit, "claim", Milestone);
        await run.StepAsync("progress reported", LeadUnit, "tasks/9/progress", new { measure = "9.4.2", percent = 30, narrative = "两家供热企业已接入" });
        var ask = new { milestone = Milestone, to = Other, limit = "2021-07-30", text = "请提供供热企业的用能数据接口" };
        await run.NotByAsync(OtherUnit, "not-your-milestone", "tasks/9/cooperation-requests", ask with { to = Lead });
        var request = await run.StepAsync("cooperation asked", LeadUnit, "tasks/9/cooperation-requests", ask);

        run.On("2021-07-05");
        // Twenty working days ahead: by the next working day it is too late to shift any day.
        await run.Api.RefusedAsync(409, "asked-too-late", LeadUnit, "tasks/9/cooperation-requests", ask);

        run.On("2021-07-08");
        await run.AnswerAsync("cooperation refused", OtherUnit, "request-to-answer", request.ToString(), $"tasks/9/cooperation-requests/{request}/answers", new { accepted = false, reason = "接口不归本局管理" });
        await run.WaitsAsync("office", "request-to-adjudicate", request.ToString());
        return request;
    }

    public static async Task AdjudicatedAsync(this CycleRun run, Guid request)
    {
        run.On("2021-07-20");
        var ruling = new { binding = true, limit = "2021-08-20", reason = "属配合职责，应予提供" };
        await run.NotByAsync(LeadUnit, "role-not-allowed", $"tasks/9/cooperation-requests/{request}/adjudication", ruling);
        await run.AnswerAsync("cooperation adjudicated", "office", "request-to-adjudicate", request.ToString(), $"tasks/9/cooperation-requests/{request}/adjudication", ruling);
        await run.StepAsync("taken to the leader", OtherUnit, $"tasks/9/cooperation-requests/{request}/escalation", new { reason = "期限过紧" });

    }

    public static async Task DoneOnTimeAsync(this CycleRun run)
    {
        run.On("2021-07-28");
        var proof = await run.FileAsync(LeadUnit, "供气服务标准试行版");
        var claim = await ClaimedAsync(run, Done, LeadUnit, LeadApprover, "供气服务标准试行版已印发", proof);
        await run.AnswerAsync("verified", "office", "verify", Done, $"milestones/{Done}/verifications", new { claim, finding = "文件已印发" });
        var closed = await run.MilestoneAsync(Done);
        (closed.GetProperty("state").GetString(), closed.GetProperty("light").GetString(), closed.GetProperty("closedOn").GetString(), closed.GetProperty("daysLate").GetInt32())
            .ShouldBe(("closed", "blue", "2021-07-28", 0));
    }

    public static async Task MissedAsync(this CycleRun run, Guid request)
    {
        run.On("2021-08-02");
        await run.StandsAsync(Milestone, "inProgress", "red");
        (await run.MilestoneAsync(Milestone)).GetProperty("daysLate").GetInt32().ShouldBe(2);
        await run.NotByAsync(LeadUnit, "role-not-allowed", $"milestones/{Milestone}/reminders", new { });
        var reminder = await run.StepAsync("reminded", "office", $"milestones/{Milestone}/reminders", new { });
        (await run.Api.GetAsync($"reminders?milestone={Milestone}")).GetProperty("items").EnumerateArray().ShouldContain(r => r.GetProperty("event").GetGuid() == reminder);
        var urge = await run.StepAsync("urged", "office", "tasks/9/urges", new { units = new[] { Lead }, milestones = new[] { Milestone }, text = "请说明逾期原因并抓紧办理" });
        await run.NotByAsync(OtherUnit, "not-addressed-to-you", $"tasks/9/urges/{urge}/answers", new { text = "收到" });
        await run.AnswerAsync("urge answered", LeadUnit, "urge-to-answer", urge.ToString(), $"tasks/9/urges/{urge}/answers", new { text = "等待配合单位提供接口" });

        run.On("2021-08-03");
        var extension = await run.StepAsync("extension asked", LeadUnit, $"milestones/{Milestone}/extensions", new { newDue = "2021-12-31", reason = "接口未提供" });
        await run.NotByAsync(LeadUnit, "role-not-allowed", $"milestones/{Milestone}/extensions/{extension}/release", new { });
        await run.AnswerAsync("extension released", LeadApprover, "release-extension", Milestone, $"milestones/{Milestone}/extensions/{extension}/release", new { });

        run.On("2021-08-05");
        await run.NotByAsync("office", "role-not-allowed", $"milestones/{Milestone}/extensions/{extension}/decision", new { granted = false, reason = "理由不充分" });
        await run.AnswerAsync("extension refused", "leader", "decide-extension", Milestone, $"milestones/{Milestone}/extensions/{extension}/decision", new { granted = false, reason = "理由不充分" });
        var milestone = await run.MilestoneAsync(Milestone);
        (milestone.GetProperty("due").GetString(), milestone.GetProperty("extensions")[0].GetProperty("state").GetString()).ShouldBe(("2021-07-31", "refused"));
        var decision = new { binding = true, limit = "2021-08-31", reason = "限期提供" };
        await run.NotByAsync("office", "role-not-allowed", $"tasks/9/cooperation-requests/{request}/decision", decision);
        await run.AnswerAsync("cooperation decided", "leader", "request-to-decide", request.ToString(), $"tasks/9/cooperation-requests/{request}/decision", decision);
    }

    public static async Task DelayIsDividedAsync(this CycleRun run, Guid request)
    {
        run.On("2021-08-31");
        await run.StandsAsync(Milestone, "inProgress", "red");
        (await run.DelayAsync(Milestone)).ShouldBe([("leads", Lead, 31)]);
        await run.WaitsAsync(OtherUnit, "request-to-fulfil", request.ToString());

        run.On("2021-09-10");
        (await run.DelayAsync(Milestone)).ShouldBe([("leads", Lead, 31), ("cooperating", Other, 10)]);
        var proof = await run.FileAsync(OtherUnit, "接口交付单");
        await run.AnswerAsync("cooperation delivered", OtherUnit, "request-to-fulfil", request.ToString(), $"tasks/9/cooperation-requests/{request}/fulfilment", new { narrative = "接口已开通", evidence = new[] { proof } });
        await run.NotByAsync(OtherUnit, "not-your-request", $"tasks/9/cooperation-requests/{request}/confirmation", new { fulfilled = true });
        await run.AnswerAsync("delivery confirmed", LeadUnit, "fulfilment-to-confirm", request.ToString(), $"tasks/9/cooperation-requests/{request}/confirmation", new { fulfilled = true });
    }

    /// <summary>The figure, the claim and the return, by their ids: the facts on which everything after rests.</summary>
    public static async Task<(Guid Figure, Guid Claim, Guid Return)> ReturnedAsUntrueAsync(this CycleRun run)
    {
        run.On("2021-09-13");
        var figure = await run.FigureAsync(5);
        var proof = await run.FileAsync(LeadUnit, "五家供热企业接入清单");
        var claim = await ClaimedAsync(run, Milestone, LeadUnit, LeadApprover, "五家供热企业已全部接入一体化平台", proof);
        var claimed = await run.MilestoneAsync(Milestone);
        claimed.GetProperty("state").GetString().ShouldBe("claimed");
        claimed.GetProperty("claims")[0].GetProperty("readings")[0].GetGuid().ShouldBe(figure);
        var verdict = new { claim, finding = "属实" };
        foreach (var doer in new[] { LeadUnit, LeadApprover })
            await run.NotByAsync(doer, "role-not-allowed", $"milestones/{Milestone}/verifications", verdict);

        run.On("2021-09-22");
        var back = await run.AnswerAsync("returned as untrue", "office", "verify", Milestone, $"milestones/{Milestone}/returns", new { claim, ground = "untrue", reason = "现场抽查，仅三家企业接入" });
        await run.StandsAsync(Milestone, "returned", "red");
        await run.WaitsAsync(LeadUnit, "claim-again", Milestone);
        // An untrue claim never stopped the clock.
        (await run.DelayAsync(Milestone)).ShouldBe([("leads", Lead, 31), ("cooperating", Other, 10), ("leads", Lead, 12)]);
        return (figure, claim, back);
    }

    public static async Task TheOtherUnitClosesItsOwnAsync(this CycleRun run)
    {
        run.On("2021-12-20");
        var proof = await run.FileAsync(OtherUnit, "移动作业终端试点总结");
        var claim = await ClaimedAsync(run, LedByOther, OtherUnit, OtherApprover, "移动作业终端试点完成", proof);
        run.On("2021-12-23");
        await run.AnswerAsync("verified", "office", "verify", LedByOther, $"milestones/{LedByOther}/verifications", new { claim, finding = "资料齐全，现场属实" });
        await run.StandsAsync(LedByOther, "closed", "blue");
    }

    /// <summary>So many heating companies on the platform, typed by hand and released by the approver.</summary>
    internal static async Task<Guid> FigureAsync(this CycleRun run, int value)
    {
        var figure = await run.StepAsync("figure reported", LeadUnit, "tasks/9/metrics", new { indicator = Indicator, value, source = "平台后台统计" });
        await run.NotByAsync(OtherApprover, "not-your-unit", $"tasks/9/metrics/{figure}/release", new { });
        await run.AnswerAsync("figure released", LeadApprover, "release-figure", Indicator, $"tasks/9/metrics/{figure}/release", new { });
        return figure;
    }

    internal static async Task<Guid> ClaimedAsync(this CycleRun run, string milestone, string unit, string approver, string narrative, string proof, string waiting = "claim")
    {
        var claim = await run.AnswerAsync("claimed", unit, waiting, milestone, $"milestones/{milestone}/claims", new { narrative, evidence = new[] { proof } });
        await run.Api.RefusedAsync(409, "claim-not-released", "office", $"milestones/{milestone}/verifications", new { claim, finding = "属实" });
        await run.NotByAsync(unit, "role-not-allowed", $"milestones/{milestone}/claims/{claim}/release", new { });
        await run.AnswerAsync("claim released", approver, "release-claim", milestone, $"milestones/{milestone}/claims/{claim}/release", new { });
        return claim;
    }
}
