using System.Globalization;
using BizEnvLedger.Service.Administration;
using BizEnvLedger.Service.Cli;
using BizEnvLedger.Service.Import;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Plans;
using BizEnvLedger.Service.Security;
using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Demonstration;

/// <summary>Loads the demonstration once, opens its accounts, and sets its clock: it starts on 2023-07-10 and runs, by an offset fixed with the data.</summary>
public static class DemonstrationHooks
{
    private const string Plan = "tongliao-2021-2023";
    private static readonly DateTimeOffset FirstDay = new(2023, 7, 10, 9, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Before the first request: accounts, clock, and the first contents where the ledger is empty.</summary>
    public static async Task PrepareAsync(StartContext start, CancellationToken ct)
    {
        if (!start.Demonstration)
            return;
        if (IsProduction())
            throw new LedgerRefusal("环境已声明为 Production，不提供演示账号和演示数据。请配置 ConnectionStrings__Ledger 与 Oidc__Authority。",
                "The environment is declared Production: no demonstration accounts or data. Set ConnectionStrings__Ledger and Oidc__Authority.");
        start.Services.GetRequiredService<DemoIssuer>().Open(Key(start));
        var clock = start.Services.GetRequiredService<LedgerClock>();
        await using var owner = new NpgsqlConnection(start.Connections.Owner);
        await owner.OpenAsync(ct);
        clock.DemonstrationOffset ??= await OwnerLedger.OffsetAsync(owner, ct);
        var volume = await start.Services.GetRequiredService<LedgerBook>().OpenAsync(Jurisdictions.Tongliao.Id, ct);
        // A load that was cut off goes on where it stopped; a ledger with contents of its own is left alone.
        if (start.Empty || volume.State.ImportEnded || (volume.State.HasContents && !clock.IsDemonstration))
            return;

        start.Progress("正在载入演示计划与演示历史 / loading the plan and the demonstration history");
        var loading = System.Diagnostics.Stopwatch.StartNew();
        var set = clock.DemonstrationOffset ?? FirstDay.ToUniversalTime() - start.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await owner.RunAsync($"insert into {LedgerSchema.Name}.installation (key, value) values ($1, $2) on conflict (key) do nothing", ct, LedgerClock.OffsetKey, set.TotalSeconds.ToString("R", CultureInfo.InvariantCulture));
        clock.DemonstrationOffset = set;
        var count = await start.Services.GetRequiredService<HistoryImport>().RunAsync(Jurisdictions.Tongliao.Id, Plan, PlanLibrary.Beside("demo/history.ndjson"), "demonstration", ct, start.As);
        // Loading leaves much behind that serving never needs again.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        start.Progress(string.Create(CultureInfo.InvariantCulture, $"已载入 {count} 项演示记录，用时 {loading.Elapsed.TotalSeconds:0.0} 秒 / {count} demonstration records loaded"));
    }

    /// <summary>What to look at, who to be, and three things to try.</summary>
    public static IEnumerable<string> Greet(StartContext start, int port)
    {
        var at = $"http://127.0.0.1:{port}";
        yield return $"  接口文档 / API docs    {at}/docs";
        if (!start.Demonstration)
            yield break;
        var clock = start.Services.GetRequiredService<LedgerClock>();
        if (clock.IsDemonstration)
            yield return string.Create(CultureInfo.InvariantCulture, $"  演示时钟 / demonstration clock  {clock.Now(TimeZoneInfo.FindSystemTimeZoneById(Jurisdictions.Tongliao.TimeZone)).On:yyyy-MM-dd}（演示数据，非真实记录 / demonstration data, not real）");
        yield return $"  演示账号 / accounts     office 督查室 · group-office 领导小组办公室 · leader · auditor · unit:energy-bureau · approver:energy-bureau … ({at}/api/v1/demo/accounts)";
        yield return "  试一试 / three things to try:";
        yield return $"    1. TOKEN=$(curl -s {at}/api/v1/demo/tokens -d '{{\"account\":\"office\"}}' -H 'Content-Type: application/json' | sed 's/.*\"accessToken\":\"\\([^\"]*\\).*/\\1/')";
        yield return $"       curl -s {at}/api/v1/plans/{Plan}/tasks/9 -H \"Authorization: Bearer $TOKEN\"";
        yield return $"    2. curl -s -o 2022H2.docx {at}/api/v1/plans/{Plan}/inspections/2022H2/report.docx -H \"Authorization: Bearer $TOKEN\"";
        yield return $"    3. curl -s -X POST {at}/api/v1/plans/{Plan}/inspections/2023H1/close -H \"Authorization: Bearer $TOKEN\"   # 关闭 2023 年上半年督查 / close 2023H1";
    }

    /// <summary>Only where somebody says so: the framework's own default is Production too.</summary>
    private static bool IsProduction() =>
        new[] { "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT" }.Any(name => string.Equals(Environment.GetEnvironmentVariable(name), "Production", StringComparison.OrdinalIgnoreCase));

    /// <summary>With a data folder, tokens outlive a restart; without one they end with the process.</summary>
    private static byte[]? Key(StartContext start)
    {
        if (start.Folder is not { } folder)
            return null;
        var file = Path.Combine(folder.Path, "demonstration-token.key");
        if (File.Exists(file))
            return File.ReadAllBytes(file);
        var key = System.Security.Cryptography.RandomNumberGenerator.GetBytes(32);
        using var stream = new FileStream(file, OperatingSystem.IsWindows()
            ? new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write }
            : new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
        stream.Write(key);
        return key;
    }
}
