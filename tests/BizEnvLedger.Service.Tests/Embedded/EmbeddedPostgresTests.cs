using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using BizEnvLedger.Service.Embedded;
using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Tests.Embedded;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"bizenv 数据 {Guid.NewGuid():N}");

    [Fact]
    public async Task What_was_committed_survives_the_killing_of_the_server()
    {
        var folder = DataFolder.Open(path);
        var first = await EmbeddedPostgres.StartAsync(folder);
        await ExecuteAsync(first, "create table kept (n int); insert into kept values (42)");

        Kill(first);
        var second = await EmbeddedPostgres.StartAsync(folder);

        (await ScalarAsync<int>(second, "select n from kept")).ShouldBe(42);
        second.Port.ShouldBe(first.Port);
    }

    [Fact]
    public async Task A_server_that_outlived_its_service_is_adopted_not_doubled()
    {
        var folder = DataFolder.Open(path);
        var first = await EmbeddedPostgres.StartAsync(folder);

        var second = await EmbeddedPostgres.StartAsync(folder);

        Pid(second).ShouldBe(Pid(first));
        second.Port.ShouldBe(first.Port);
        EmbeddedPostgres.Running(folder)!.Port.ShouldBe(first.Port);
    }

    [Fact]
    public async Task The_file_of_a_dead_server_whose_number_another_program_has_does_not_stop_a_start()
    {
        var folder = DataFolder.Open(path);
        var first = await EmbeddedPostgres.StartAsync(folder);
        var file = Path.Combine(first.Cluster, "postmaster.pid");
        var lines = await File.ReadAllLinesAsync(file);
        first.Stop();
        lines[0] = Environment.ProcessId.ToString();
        await File.WriteAllLinesAsync(file, lines);

        EmbeddedPostgres.Running(folder).ShouldBeNull();
        var second = await EmbeddedPostgres.StartAsync(folder);

        (await ScalarAsync<int>(second, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_taken_port_is_left_to_its_owner()
    {
        var folder = DataFolder.Open(path);
        var first = await EmbeddedPostgres.StartAsync(folder);
        first.Stop();
        using var other = new TcpListener(IPAddress.Loopback, first.Port);
        other.Start();

        var second = await EmbeddedPostgres.StartAsync(folder);

        second.Port.ShouldNotBe(first.Port);
        (await ScalarAsync<int>(second, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task It_listens_on_loopback_only_asks_for_its_password_and_syncs()
    {
        var postgres = await EmbeddedPostgres.StartAsync(DataFolder.Open(path));

        (await ScalarAsync<string>(postgres, "select current_setting('listen_addresses') || '|' || current_setting('unix_socket_directories')")).ShouldBe("127.0.0.1|");
        (await ScalarAsync<string>(postgres, "select current_setting('fsync') || current_setting('synchronous_commit') || current_setting('password_encryption')")).ShouldBe("ononscram-sha-256");
        (await ScalarAsync<string>(postgres, "select datcollate || pg_encoding_to_char(encoding) from pg_database where datname = 'ledger'")).ShouldBe("CUTF8");
        var wrong = new NpgsqlConnectionStringBuilder(postgres.Connections().Owner) { Password = "wrong", Pooling = false };
        await using var connection = new NpgsqlConnection(wrong.ConnectionString);
        (await Should.ThrowAsync<PostgresException>(() => connection.OpenAsync())).SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
    }

    [Fact]
    public async Task Secrets_are_for_their_owner_only()
    {
        await EmbeddedPostgres.StartAsync(DataFolder.Open(path));

        foreach (var file in Directory.EnumerateFiles(path, "*.password"))
        {
            (OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.GetUnixFileMode(file)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        Directory.EnumerateFiles(path, "*.password").Count().ShouldBe(2);
    }

    [Fact]
    public void A_folder_is_held_by_one_process_at_a_time()
    {
        var folder = DataFolder.Open(path);

        using (folder.TryLock().ShouldNotBeNull())
        {
            folder.TryLock().ShouldBeNull();
        }

        folder.TryLock().ShouldNotBeNull().Dispose();
    }

    [Fact]
    public async Task Data_of_another_major_version_is_refused_with_what_to_do()
    {
        var folder = DataFolder.Open(path);
        var postgres = await EmbeddedPostgres.StartAsync(folder);
        postgres.Stop();
        await File.WriteAllTextAsync(Path.Combine(postgres.Cluster, "PG_VERSION"), "14\n");

        (await Should.ThrowAsync<LedgerRefusal>(() => EmbeddedPostgres.StartAsync(folder))).Message.ShouldContain("PostgreSQL 14");
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        EmbeddedPostgres.Running(DataFolder.Open(path))?.Stop();
        Directory.Delete(path, recursive: true);
    }

    private static int Pid(EmbeddedPostgres postgres) => int.Parse(File.ReadLines(Path.Combine(postgres.Cluster, "postmaster.pid")).First());

    private static void Kill(EmbeddedPostgres postgres)
    {
        using var server = Process.GetProcessById(Pid(postgres));
        server.Kill();
        NpgsqlConnection.ClearAllPools();
    }

    private static async Task ExecuteAsync(EmbeddedPostgres postgres, string sql)
    {
        await using var connection = new NpgsqlConnection(postgres.Connections().Owner);
        await connection.OpenAsync();
        await connection.RunAsync(sql);
    }

    private static async Task<T?> ScalarAsync<T>(EmbeddedPostgres postgres, string sql)
    {
        await using var connection = new NpgsqlConnection(postgres.Connections().Owner);
        await connection.OpenAsync();
        return await connection.ScalarAsync<T>(sql);
    }
}
