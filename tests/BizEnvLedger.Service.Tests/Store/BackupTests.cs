using System.IO.Compression;
using BizEnvLedger.Service.Sealing;
using BizEnvLedger.Service.Store;
using BizEnvLedger.Service.Tests.Sealing;
using Marten;

namespace BizEnvLedger.Service.Tests.Store;

public sealed class BackupTests(TestServer server, TestDatabase database) : IClassFixture<TestDatabase>, IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"台账 backup {Guid.NewGuid():N}.zip");

    [Fact]
    public async Task What_comes_back_is_what_was_there_leaf_for_leaf_and_the_ledger_goes_on()
    {
        await FillAsync();
        await BackUpAsync();

        var restored = await server.CreateDatabaseAsync(empty: true);
        var manifest = await LedgerRestore.ReadAsync(new LedgerDatabase(restored, TestEvents.All), file);

        manifest.Jurisdictions.ShouldBe(["150400", "150500"]);
        (await DumpAsync(restored)).ShouldBe(await DumpAsync(database.Connections));
        await using var store = TestDatabase.StoreOn(restored.Runtime);
        await using var session = store.LightweightSession("150500");
        (await session.Events.FetchStreamAsync("kept:1")).Select(e => e.Version).ShouldBe([1, 2]);
        session.Events.Append("kept:1", new TestNoted("恢复之后", 3));
        await session.SaveChangesAsync();
        await using var owner = await new LedgerDatabase(restored, TestEvents.All).OpenOwnerAsync();
        await SealWatch.RequireAsync(owner);
        (await SealWatch.ContentFaultsAsync(owner)).ShouldBeEmpty();
        (await new LedgerDatabase(restored, TestEvents.All).PrepareAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Events_written_meanwhile_are_wholly_in_the_backup_or_not_at_all()
    {
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                await database.StartAsync("150500", $"meanwhile:{i}", "一", "二");
            }
        });
        await BackUpAsync();
        await stop.CancelAsync();
        await writing;

        // A restore checks that events and leaves match.
        await LedgerRestore.ReadAsync(new LedgerDatabase(await server.CreateDatabaseAsync(empty: true), TestEvents.All), file);
    }

    [Fact]
    public async Task A_database_that_holds_a_ledger_is_never_overwritten()
    {
        await BackUpAsync();

        (await Should.ThrowAsync<LedgerRefusal>(() => LedgerRestore.ReadAsync(new LedgerDatabase(database.Connections, TestEvents.All), file)))
            .Message.ShouldContain("not empty");
    }

    [Theory]
    [InlineData("tables/mt_events")]
    [InlineData("tables/seal_leaf")]
    [InlineData("manifest.json")]
    public async Task A_backup_that_lost_a_part_is_refused_and_leaves_the_database_empty(string entry)
    {
        await FillAsync();
        await BackUpAsync();
        using (var zip = ZipFile.Open(file, ZipArchiveMode.Update))
        {
            zip.GetEntry(entry)!.Delete();
        }

        var target = new LedgerDatabase(await server.CreateDatabaseAsync(empty: true), TestEvents.All);
        (await Should.ThrowAsync<LedgerRefusal>(() => LedgerRestore.ReadAsync(target, file))).Message.ShouldContain(entry);

        await using var owner = await target.OpenOwnerAsync();
        (await LedgerDatabase.HasSchemaAsync(owner)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_backup_of_a_tampered_ledger_is_refused_and_leaves_the_database_empty()
    {
        var tampered = await server.CreateDatabaseAsync();
        await using (var store = TestDatabase.StoreOn(tampered.Runtime))
        {
            await using var session = store.LightweightSession("150500");
            session.Events.StartStream<TestStream>("tampered:1", new TestNoted("原文", 1));
            await session.SaveChangesAsync();
        }

        await using (var owner = await new LedgerDatabase(tampered, TestEvents.All).OpenOwnerAsync())
        {
            await owner.RunAsync("update ledger.mt_events set data = '{\"title\": \"改过\", \"figure\": 1}'");
            await LedgerBackup.WriteAsync(owner, file);
        }

        var target = new LedgerDatabase(await server.CreateDatabaseAsync(empty: true), TestEvents.All);
        (await Should.ThrowAsync<LedgerRefusal>(() => LedgerRestore.ReadAsync(target, file))).Message.ShouldContain("leaf 0");

        await using var after = await target.OpenOwnerAsync();
        (await LedgerDatabase.HasSchemaAsync(after)).ShouldBeFalse();
    }

    [Fact]
    public async Task Something_that_is_no_backup_is_refused()
    {
        await File.WriteAllTextAsync(file, "no zip");

        await Should.ThrowAsync<LedgerRefusal>(() => LedgerRestore.ReadAsync(new LedgerDatabase(database.Connections, TestEvents.All), file));
    }

    public void Dispose() => File.Delete(file);

    private async Task FillAsync()
    {
        await using (var session = database.Store.LightweightSession("150500"))
        {
            if (await session.Events.FetchStreamStateAsync("kept:1") is not null)
            {
                return;
            }
        }

        await database.StartAsync("150500", "kept:1", "一", "二\t制表\n换行\\反斜线");
        await database.StartAsync("150400", "kept:1", "赤峰");
        await using var owner = await database.OpenOwnerAsync();
        await owner.RunAsync("insert into ledger.texts values ('150500', gen_random_uuid(), 'narrative', '\\x00ff', E'多行\\n文本')");
        await owner.RunAsync("insert into ledger.installation values ('clock', '-P1200D')");
    }

    private async Task BackUpAsync()
    {
        await using var owner = await database.OpenOwnerAsync();
        await LedgerBackup.WriteAsync(owner, file);
        File.Exists(file + ".part").ShouldBeFalse();
    }

    private static async Task<IReadOnlyList<string>> DumpAsync(LedgerConnections connections)
    {
        await using var owner = await new LedgerDatabase(connections, TestEvents.All).OpenOwnerAsync();
        var rows = new List<string>();
        foreach (var table in new[] { "mt_events", "mt_streams", "seal_leaf", "seal_head", "texts", "jurisdictions", "installation", "mt_tenant_partitions" })
        {
            rows.AddRange(await owner.ListAsync($"select '{table} ' || t::text from ledger.{table} t order by 1", row => row.GetString(0)));
        }

        return rows;
    }
}
