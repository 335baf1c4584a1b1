using BizEnvLedger.Proof;
using BizEnvLedger.Service.Audit;
using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Tests.Audit;

/// <summary>The log against a database that its administrators have laid hands on: nothing inconsistent with a signed checkpoint is ever signed.</summary>
public sealed class LedgerLogTests(TestServer server) : IAsyncLifetime
{
    private readonly string keys = Path.Combine(Path.GetTempPath(), "ledger-keys-" + Guid.NewGuid().ToString("N"));
    private NpgsqlDataSource database = null!;
    private NpgsqlConnection owner = null!;
    private LedgerConnections connections = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        connections = await server.CreateDatabaseAsync();
        database = NpgsqlDataSource.Create(connections.Runtime);
        owner = new(connections.Owner);
        await owner.OpenAsync(Ct);
        await AddAsync(5);
    }

    public async ValueTask DisposeAsync()
    {
        await owner.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(keys, recursive: true);
    }

    [Fact]
    public async Task It_signs_what_is_new_and_nothing_twice()
    {
        var log = Log();
        var first = await log.SignAsync(Ct);
        (await log.SignAsync(Ct)).ShouldBeSameAs(first);
        await AddAsync(2);
        Head(await log.SignAsync(Ct)).Size.ShouldBe(7);
        (await owner.ScalarAsync<long>("select count(*) from ledger.checkpoint", Ct)).ShouldBe(2);
    }

    [Fact]
    public async Task After_a_restart_it_goes_on_with_key_and_checkpoint_of_before()
    {
        var first = await Log().SignAsync(Ct);
        await AddAsync(1);
        var again = Log();
        var second = await again.SignAsync(Ct);
        (await again.VerifierAsync(Ct))!.ShouldBe(await Log().VerifierAsync(Ct));
        Head(second).Size.ShouldBe(Head(first).Size + 1);
        again.Fault.ShouldBeNull();
    }

    [Fact]
    public async Task A_checkpoint_that_was_kept_but_not_stored_is_stored_at_the_next_start()
    {
        await Log().SignAsync(Ct);
        await owner.RunAsync("delete from ledger.checkpoint", Ct);
        await Log().SignAsync(Ct);
        (await owner.ScalarAsync<long>("select count(*) from ledger.checkpoint", Ct)).ShouldBe(1);
    }

    [Theory]
    [InlineData("delete from ledger.seal_leaf where leaf_index = 4; delete from ledger.checkpoint", "备份")]
    [InlineData("update ledger.seal_leaf set hash = sha256('x') where leaf_index = 2", "history was changed")]
    [InlineData("update ledger.seal_leaf set leaf_index = -1 where leaf_index = 1; update ledger.seal_leaf set leaf_index = 1 where leaf_index = 2; update ledger.seal_leaf set leaf_index = 2 where leaf_index = -1", "history was changed")]
    public async Task A_database_that_contradicts_the_last_checkpoint_gets_no_other(string attack, string says)
    {
        var kept = await Log().SignAsync(Ct);
        await owner.RunAsync(attack, Ct);
        await AddAsync(attack.Contains("delete", StringComparison.Ordinal) ? 0 : 1);
        var log = Log();
        await log.SignAsync(Ct);
        log.Fault.ShouldNotBeNull().ShouldContain(says);
        await AddAsync(3);
        await log.SignAsync(Ct);
        File.ReadAllText(new KeyFolder(keys).CheckpointFile("150500")).ShouldBe(kept!.ToString());
    }

    [Fact]
    public async Task A_lost_key_is_not_quietly_replaced()
    {
        await Log().SignAsync(Ct);
        File.Delete(new KeyFolder(keys).KeyFile("150500"));
        var log = Log();
        await log.SignAsync(Ct);
        log.Fault.ShouldNotBeNull().ShouldContain("the signing key");
        File.Exists(new KeyFolder(keys).KeyFile("150500")).ShouldBeFalse();
    }

    [Fact]
    public async Task Keys_are_their_owners_alone()
    {
        // File modes are Unix's.
        if (OperatingSystem.IsWindows())
            return;
        await Log().SignAsync(Ct);
        var file = new KeyFolder(keys).KeyFile("150500");
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Should.Throw<LedgerRefusal>(() => new KeyFolder(keys).Key("150500", null)).Message.ShouldContain("chmod 600");
    }

    private LedgerLog Log() => new(database, new(keys), "150500", "test.example/ledger/150500", null);

    private static Checkpoint Head(SignedNote? note) => Checkpoint.Parse(note.ShouldNotBeNull().Text);

    /// <summary>Events by plain SQL, sealed by the trigger.</summary>
    private Task AddAsync(int count) => owner.RunAsync(
        $"""
        insert into ledger.mt_streams (tenant_id, id, type, version) values ('150500', 'log', 'log', 0) on conflict do nothing;
        insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
        select 100 + n, gen_random_uuid(), 'log', n, '{"{}"}', 'test', now(), '150500', 'x', false
        from generate_series((select coalesce(max(version), 0) + 1 from ledger.mt_events where stream_id = 'log'), (select coalesce(max(version), 0) + {count} from ledger.mt_events where stream_id = 'log')) n;
        """, Ct);
}
