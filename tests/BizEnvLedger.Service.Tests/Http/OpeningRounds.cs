namespace BizEnvLedger.Service.Tests.Http;

/// <summary>A round opens by an approved scheme: one team for all tasks.</summary>
internal static class OpeningRounds
{
    public static object Scheme(params string[] subs) => new
    {
        purpose = "核实任务节点和指标数据",
        teams = new[] { new { name = "team-1", members = subs.Select(sub => new { sub, homeUnit = "supervision-office" }), tasks = Enumerable.Range(1, 23).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)) } },
    };

    public static async Task AnnounceAsync(this LedgerApi api, string halfYear)
    {
        await api.AcceptedAsync("office", $"inspections/{halfYear}/scheme", Scheme("office", "office/second"));
        await api.AcceptedAsync("leader", $"inspections/{halfYear}/scheme/approval", new { });
    }

    public static async Task OpenRoundAsync(this LedgerApi api, string halfYear)
    {
        await api.AnnounceAsync(halfYear);
        await api.AcceptedAsync("office", "inspections", new { halfYear });
    }
}
