using BizEnvLedger.Service.Embedded;

namespace BizEnvLedger.Service.Tests.Cli;

public sealed class UpTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"bizenv 启动 {Guid.NewGuid():N}");
    private readonly int port = LedgerProcess.FreePort();

    [Fact]
    public async Task A_service_that_was_killed_comes_back_with_everything_and_a_polite_stop_leaves_nothing_running()
    {
        using (var first = await LedgerProcess.UpAsync(port, path, "--empty"))
        {
            first.Said.ShouldContain($"http://127.0.0.1:{port}");
            await first.KillAsync();
        }

        DataFolder.Existing(path).ShouldNotBeNull();
        EmbeddedPostgres.Running(DataFolder.Open(path)).ShouldNotBeNull();
        using var second = await LedgerProcess.UpAsync(port, path, "--empty");

        (await second.StopAsync()).ShouldBe(0);
        EmbeddedPostgres.Running(DataFolder.Open(path)).ShouldBeNull();
    }

    [Fact]
    public async Task Beside_a_running_service_others_are_kept_out_but_backups_and_new_jurisdictions_are_not()
    {
        using var up = await LedgerProcess.UpAsync(port, path, "--empty");
        var file = Path.Combine(path, "备份.zip");

        (await LedgerProcess.RunAsync("jurisdiction", "add", "150400", "--name", "赤峰市", "--data", path)).Exit.ShouldBe(0);
        (await LedgerProcess.RunAsync("backup", file, "--data", path)).Exit.ShouldBe(0);
        var (exit, _, error) = await LedgerProcess.RunAsync("restore", file, "--data", path);

        exit.ShouldBe(1);
        error.ShouldContain("--data");
        await up.StopAsync();
        (await LedgerProcess.RunAsync("restore", file, "--data", path)).Error.ShouldContain("not empty");
    }

    [Fact]
    public async Task A_database_that_dies_under_the_service_is_started_again()
    {
        using var up = await LedgerProcess.UpAsync(port, path, "--empty");
        var pidFile = Directory.EnumerateFiles(path, "postmaster.pid", SearchOption.AllDirectories).Single();
        using (var server = System.Diagnostics.Process.GetProcessById(int.Parse(File.ReadLines(pidFile).First())))
        {
            server.Kill();
        }

        using var http = new HttpClient();
        var ready = false;
        for (var tries = 0; !ready && tries < 100; tries++)
        {
            await Task.Delay(200);
            ready = up.Said.Contains("PostgreSQL died", StringComparison.Ordinal)
                && (await http.GetAsync($"http://127.0.0.1:{port}/health/ready")).IsSuccessStatusCode;
        }

        ready.ShouldBeTrue();
        await up.StopAsync();
    }

    [Fact]
    public async Task Sweeping_stops_what_a_killed_service_left_and_nothing_that_is_in_use()
    {
        using var up = await LedgerProcess.UpAsync(port, path, "--empty");
        (await LedgerProcess.RunAsync("sweep", "--data", path)).Exit.ShouldBe(0);
        EmbeddedPostgres.Running(DataFolder.Open(path)).ShouldNotBeNull();

        await up.KillAsync();
        (await LedgerProcess.RunAsync("sweep", "--data", path)).Exit.ShouldBe(0);

        EmbeddedPostgres.Running(DataFolder.Open(path)).ShouldBeNull();
    }

    public void Dispose()
    {
        EmbeddedPostgres.Running(DataFolder.Open(path))?.Stop();
        Directory.Delete(path, recursive: true);
    }
}
