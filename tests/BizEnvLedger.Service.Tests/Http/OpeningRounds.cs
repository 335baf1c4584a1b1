namespace BizEnvLedger.Service.Tests.Http;

/// <summary>A round opens by an approved scheme: one team for all tasks.</summary>
internal static class OpeningRounds
{
    public static object Scheme(params string[] subs) => new
    {
        purpose = "核实任务节点和指标数据",
        teams = new[] { new { name = "team-1", members = subs.Select(sub => new { sub, homeUnit = "supervision-office" }), tasks = Enumerable.Range(1, 23).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)) } },
    };

    /// <summary>The leader's secret of a round, as only tests may make one: known from the half-year.</summary>
    public static string Secret(string halfYear) => Sha("secret of " + halfYear);

    public static object Commitment(string halfYear) => new { commitment = Sha(Secret(halfYear)) };

    private static string Sha(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));

    public static async Task AnnounceAsync(this LedgerApi api, string halfYear)
    {
        await api.AcceptedAsync("office", $"inspections/{halfYear}/scheme", Scheme("office", "office/second"));
        await api.AcceptedAsync("leader", $"inspections/{halfYear}/scheme/approval", Commitment(halfYear));
    }

    public static async Task OpenRoundAsync(this LedgerApi api, string halfYear)
    {
        await api.AnnounceAsync(halfYear);
        await api.AcceptedAsync("office", "inspections", new { halfYear });
    }
}
