using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Tests.Cli;

/// <summary>Two services on one database, as real processes and as sessions.</summary>
public sealed class OneServiceTests(TestServer server) : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"台账 {Guid.NewGuid():N}.zip");

    [Fact]
    public async Task A_second_service_is_refused_by_name_and_takes_over_at_once_when_the_first_was_killed()
    {
        var settings = Settings(await server.CreateDatabaseAsync());
        using var first = await LedgerProcess.UpAsync(LedgerProcess.FreePort(), settings);

        var (exit, _, error) = await LedgerProcess.RunAsync(settings, "up", "--port", $"{LedgerProcess.FreePort()}");

        exit.ShouldBe(1);
        error.ShouldContain($"主机 {Environment.MachineName},进程 {first.Id}。");
        error.ShouldContain($"host {Environment.MachineName}, process {first.Id}.");
        // The owner's commands are no service.
        (await LedgerProcess.RunAsync(settings, "backup", file)).Exit.ShouldBe(0);

        // One that is started meanwhile waits, and has it when the first is gone.
        var waiting = LedgerProcess.UpAsync(LedgerProcess.FreePort(), settings);
        await Task.Delay(TimeSpan.FromSeconds(3));
        waiting.IsCompleted.ShouldBeFalse();
        await first.KillAsync();
        using var second = await waiting;
        second.Said.ShouldContain("BizEnvLedger is up");
        await second.KillAsync();
        using var third = await LedgerProcess.UpAsync(LedgerProcess.FreePort(), settings);
        (await third.StopAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task The_lock_is_let_go_with_its_session_taken_again_and_lost_to_whoever_was_quicker()
    {
        var connections = await server.CreateDatabaseAsync();
        await using var held = await ServiceLock.TakeAsync(connections, TimeSpan.Zero);
        (await held.KeepAsync(default)).ShouldBeTrue();

        await EndSessionAsync(connections);
        (await held.KeepAsync(default)).ShouldBeTrue();
        (await Should.ThrowAsync<LedgerRefusal>(() => ServiceLock.TakeAsync(connections, TimeSpan.Zero))).Message.ShouldContain($"process {Environment.ProcessId}");

        await EndSessionAsync(connections);
        await using var other = await ServiceLock.TakeAsync(connections, TimeSpan.FromSeconds(5));
        (await held.KeepAsync(default)).ShouldBeFalse();
        (await other.KeepAsync(default)).ShouldBeTrue();
    }

    [Fact]
    public async Task Databases_of_one_server_have_a_service_each()
    {
        await using var one = await ServiceLock.TakeAsync(await server.CreateDatabaseAsync(), TimeSpan.Zero);
        await using var two = await ServiceLock.TakeAsync(await server.CreateDatabaseAsync(), TimeSpan.Zero);
        (await one.KeepAsync(default) && await two.KeepAsync(default)).ShouldBeTrue();
    }

    internal static Dictionary<string, string> Settings(LedgerConnections connections) => new()
    {
        ["ConnectionStrings__Ledger"] = connections.Runtime,
        ["ConnectionStrings__LedgerOwner"] = connections.Owner,
    };

    public void Dispose() => File.Delete(file);

    private async Task EndSessionAsync(LedgerConnections connections)
    {
        await using var admin = new Npgsql.NpgsqlConnection(server.Postgres.Connections("postgres").Owner);
        await admin.OpenAsync();
        (await admin.ScalarAsync<long>(
            "select count(pg_terminate_backend(a.pid, 5000)) from pg_stat_activity a join pg_locks l using (pid) where a.datname = $1 and a.application_name like 'bizenv-ledger-service %' and l.locktype = 'advisory' and l.granted",
            default, new Npgsql.NpgsqlConnectionStringBuilder(connections.Owner).Database!)).ShouldBe(1);
    }
}
