using BizEnvLedger.Service.Embedded;
using BizEnvLedger.Service.Import;
using BizEnvLedger.Service.Plans;
using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Tests.Cli;

/// <summary>A real service is killed with -9 while it loads the demonstration, twice, and the third start has it whole.</summary>
public sealed class DemonstrationOverKillTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"bizenv 演示 {Guid.NewGuid():N}");
    private readonly int port = LedgerProcess.FreePort();

    [Fact]
    public async Task Every_line_of_the_demonstration_comes_in_once()
    {
        var whole = File.ReadLines(PlanLibrary.Beside("demo/history.ndjson")).Count();
        foreach (var moment in new[] { 40, whole / 2 })
        {
            using var killed = LedgerProcess.Begin(port, new Dictionary<string, string>(), "--data", path);
            await Until(async () => await LinesAsync() >= moment);
            await killed.KillAsync();
            (await LinesAsync()).ShouldBeInRange(moment, whole - 1);
        }

        using var up = await LedgerProcess.UpAsync(port, path);

        (await LinesAsync()).ShouldBe(whole);
        (await CountAsync($"select count(*) - count(distinct headers->>'{LinePlace.Header}') from ledger.mt_events where headers ? '{LinePlace.Header}'")).ShouldBe(0);
        (await CountAsync("select (data->>'lines')::bigint from ledger.mt_events where type = 'import_ended'")).ShouldBe(whole);
        await up.StopAsync();
    }

    public void Dispose()
    {
        EmbeddedPostgres.Running(DataFolder.Open(path))?.Stop();
        Directory.Delete(path, recursive: true);
    }

    private Task<long> LinesAsync() => CountAsync($"select count(distinct split_part(headers->>'{LinePlace.Header}', ':', 2)) from ledger.mt_events");

    /// <summary>Zero while there is no ledger yet.</summary>
    private async Task<long> CountAsync(string sql)
    {
        try
        {
            if (DataFolder.Existing(path) is not { } folder || EmbeddedPostgres.Running(folder) is not { } postgres)
                return 0;
            await using var connection = new NpgsqlConnection(postgres.Connections().Owner);
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            return await connection.ScalarAsync<long>(sql, TestContext.Current.CancellationToken);
        }
        catch (NpgsqlException)
        {
            return 0;
        }
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var waited = 0; waited < 600 && !await holds(); waited++)
            await Task.Delay(100);
    }
}
