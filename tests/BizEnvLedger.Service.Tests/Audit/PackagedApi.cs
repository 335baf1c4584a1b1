using System.Globalization;
using BizEnvLedger.Audit;
using BizEnvLedger.Proof;
using BizEnvLedger.Service.Tests.Http;

namespace BizEnvLedger.Service.Tests.Audit;

/// <summary>A small ledger with a closed half-year, evidence and texts, and what an auditor is handed of it.</summary>
public sealed class PackagedApi(TestServer server) : IAsyncLifetime
{
    public const string Milestone = "9.3.1-m1";
    public const string Housing = "housing-construction-bureau";

    public LedgerApi Api { get; private set; } = null!;
    public string Folder { get; } = Directory.CreateTempSubdirectory("ledger-audit-").FullName;

    /// <summary>The log's verifier key, in a file.</summary>
    public string Key => Path.Combine(Folder, "log.pub");

    /// <summary>A checkpoint that the auditor kept from before.</summary>
    public string Older => Path.Combine(Folder, "older.checkpoint");
    /// <summary>The log's own key, as whoever rules the machine can read it.</summary>
    public SigningKey LogKey => SigningKey.Parse(File.ReadAllText(Directory.EnumerateFiles(Environment.GetEnvironmentVariable("Audit__Keys")!, "150500.key", SearchOption.AllDirectories)
        .Single(f => SigningKey.Parse(File.ReadAllText(f)).Verifier.ToString() == File.ReadAllText(Key).Trim())));
    public byte[] Package { get; private set; } = [];
    public long Size { get; private set; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Api = new(server);
        await Api.InitializeAsync();
        await File.WriteAllTextAsync(Key, await TextAsync("key"), Ct);
        Api.On("2021-06-10");
        await Api.OpenRoundAsync("2021H1");
        await Api.AcceptedAsync($"unit:{Housing}", "tasks/9/progress", new { measure = "9.3.1", narrative = "标准已印发" });
        await File.WriteAllTextAsync(Older, await TextAsync("checkpoint"), Ct);
        var claim = await Api.AcceptedAsync($"unit:{Housing}", $"milestones/{Milestone}/claims", new { narrative = "已完成", evidence = new[] { LedgerApi.Sha } });
        await Api.AcceptedAsync($"approver:{Housing}", $"milestones/{Milestone}/claims/{claim}/release", new { });
        await Api.AcceptedAsync("office", $"milestones/{Milestone}/verifications", new { claim, finding = "属实" });
        Api.On("2021-07-12");
        await Api.AcceptedAsync("office", "inspections/2021H1/close", new { });
        for (var i = 0; i < 5; i++)
            await Api.AcceptedAsync("unit:finance-bureau", "tasks/20/progress", new { measure = "20.1", narrative = string.Create(CultureInfo.InvariantCulture, $"第{i}次") });
        await Api.AcceptedAsync("office", "complaints", new { kind = "complaint", channel = "hotline", text = "窗口推诿", contact = "13800000001", task = "9" });
        await Api.AcceptedAsync("office", "complaints", new { kind = "tip", channel = "letter", text = "举报内容甲", contact = "13800000002" });
        Package = await ExportAsync();
        Size = Checkpoint.Parse(SignedNote.Parse(await TextAsync("checkpoint")).Text).Size;
    }

    public async Task<byte[]> ExportAsync(string query = "")
    {
        using var answer = await Api.SendAsync(HttpMethod.Get, "auditor", "/api/v1/audit/export" + query);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync(Ct);
    }

    public async Task<string> TextAsync(string path)
    {
        using var answer = await Api.SendAsync(HttpMethod.Get, "auditor", "/api/v1/audit/" + path);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync(Ct);
    }

    /// <summary>Runs the tool as a user would; what it printed, and its exit status.</summary>
    public static async Task<(int Status, string Said)> ToolAsync(params string[] args)
    {
        using var said = new StringWriter(CultureInfo.InvariantCulture);
        var status = await Tool.RunAsync([.. args, "--en"], said, said, Ct);
        return (status, said.ToString());
    }

    public async Task<(int Status, string Said)> VerifyAsync(byte[] package, params string[] more)
    {
        var file = Path.Combine(Folder, Guid.NewGuid().ToString("N") + ".zip");
        await File.WriteAllBytesAsync(file, package, Ct);
        return await ToolAsync(["verify", file, "--key", Key, .. more]);
    }

    public async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
