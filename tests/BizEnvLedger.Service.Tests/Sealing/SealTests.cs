using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BizEnvLedger.Service.Sealing;
using BizEnvLedger.Service.Store;
using JasperFx.Events;
using Marten;
using Npgsql;

namespace BizEnvLedger.Service.Tests.Sealing;

public sealed class SealTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_leaf_says_everything_about_its_event_in_one_line_and_in_order()
    {
        await using var session = database.Store.LightweightSession("150500");
        session.LastModifiedBy = "unit-7";
        session.SetHeader("import", "补录");
        session.Events.StartStream<TestStream>("leaf:1", new TestNoted("第一行\n第二行 “引号”", 0.50m));
        await session.SaveChangesAsync();

        var leaf = (await Leaves.OfAsync(database, "150500", "leaf:1")).ShouldHaveSingleItem();
        var text = Encoding.UTF8.GetString(leaf.Bytes);
        text.ShouldNotContain('\n');
        using var json = JsonDocument.Parse(text);
        json.RootElement.EnumerateObject().Select(property => property.Name).ShouldBe(
            ["tenant", "stream", "version", "id", "type", "recordedAt", "sealedAt", "data", "headers", "user", "correlation", "causation"]);
        json.RootElement.GetProperty("type").GetString().ShouldBe("test_noted");
        json.RootElement.GetProperty("version").GetInt64().ShouldBe(1);
        json.RootElement.GetProperty("data").GetProperty("title").GetString().ShouldBe("第一行\n第二行 “引号”");
        json.RootElement.GetProperty("headers").GetProperty("import").GetString().ShouldBe("补录");
        json.RootElement.GetProperty("user").GetString().ShouldBe("unit-7");
        json.RootElement.GetProperty("causation").ValueKind.ShouldBe(JsonValueKind.Null);
        leaf.Hash.ShouldBe(SHA256.HashData([0, .. leaf.Bytes]));
    }

    [Fact]
    public async Task Times_are_utc_to_the_microsecond_whatever_the_connection_says()
    {
        await using var store = TestDatabase.StoreOn(database.Connections.Runtime + ";Timezone=Asia/Shanghai");
        await using var session = store.LightweightSession("150500");
        var noted = session.Events.BuildEvent(new TestNoted("补录", 1));
        noted.Timestamp = new DateTimeOffset(2021, 6, 30, 23, 59, 59, TimeSpan.Zero);
        session.Events.StartStream<TestStream>("utc:1", noted);
        await session.SaveChangesAsync();

        var leaf = (await Leaves.OfAsync(database, "150500", "utc:1")).Single();
        using var json = JsonDocument.Parse(leaf.Bytes);
        json.RootElement.GetProperty("recordedAt").GetString().ShouldBe("2021-06-30T23:59:59.000000Z");
        var sealedAt = json.RootElement.GetProperty("sealedAt").GetString()!;
        sealedAt.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$");
        DateTimeOffset.Parse(sealedAt, null).ShouldBe(leaf.SealedAt);
        (DateTimeOffset.UtcNow - leaf.SealedAt).Duration().ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Leaves_of_concurrent_writers_are_gapless_and_their_times_never_go_back()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(writer => database.StartAsync("150400", $"many:{writer}", "一", "二", "三")));

        await using var owner = await database.OpenOwnerAsync();
        var leaves = await owner.ListAsync(
            "select leaf_index, sealed_at from ledger.seal_leaf where tenant_id = '150400' order by 1",
            row => (Index: row.GetInt64(0), At: row.GetFieldValue<DateTimeOffset>(1)));
        leaves.Select(leaf => leaf.Index).ShouldBe(Enumerable.Range(0, leaves.Count).Select(i => (long)i));
        leaves.Select(leaf => leaf.At).ShouldBeInOrder();
        leaves.Count.ShouldBeGreaterThanOrEqualTo(36);
        await SealWatch.RequireAsync(owner);
    }

    [Fact]
    public async Task A_clock_that_was_set_back_does_not_take_the_leaves_with_it()
    {
        await database.StartAsync("150500", "clock:1", "一");
        await using var owner = await database.OpenOwnerAsync();
        await owner.RunAsync("update ledger.seal_head set last_sealed_at = now() + interval '1 hour' where tenant_id = '150500'");

        await database.StartAsync("150500", "clock:2", "二");

        (await Leaves.OfAsync(database, "150500", "clock:2")).Single().SealedAt.ShouldBeGreaterThan(DateTimeOffset.UtcNow.AddMinutes(50));
        await owner.RunAsync("update ledger.seal_head set last_sealed_at = now() where tenant_id = '150500'");
    }

    [Fact]
    public async Task A_transaction_that_is_rolled_back_takes_no_leaf()
    {
        await using var owner = await database.OpenOwnerAsync();
        var before = await Head(owner);

        await using (var transaction = await owner.BeginTransactionAsync())
        {
            await owner.RunAsync(Inserted("rolled:1", 3));
            await owner.RunAsync("set constraints all immediate");
            (await Head(owner)).ShouldBe(before + 3);
            await transaction.RollbackAsync();
        }

        (await Head(owner)).ShouldBe(before);
        await SealWatch.RequireAsync(owner);
    }

    [Fact]
    public async Task Rows_inserted_in_one_statement_are_sealed_in_their_order()
    {
        await using var owner = await database.OpenOwnerAsync();

        await owner.RunAsync(Inserted("rows:1", 5));

        (await Leaves.OfAsync(database, "150500", "rows:1")).Select(leaf => leaf.Version).ShouldBe([1, 2, 3, 4, 5]);
        await SealWatch.RequireAsync(owner);
    }

    [Fact]
    public async Task Copied_rows_are_sealed_too()
    {
        await using var owner = await database.OpenOwnerAsync();
        await using (var copy = await owner.BeginTextImportAsync(
            "copy ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, is_archived) from stdin"))
        {
            foreach (var version in Enumerable.Range(1, 4))
            {
                await copy.WriteLineAsync($"{900000 + version}\t{Guid.NewGuid()}\tcopied:1\t{version}\t{{}}\ttest_noted\t2021-01-01 00:00:00+00\t150500\tf");
            }
        }

        (await Leaves.OfAsync(database, "150500", "copied:1")).Count.ShouldBe(4);
        await SealWatch.RequireAsync(owner);
    }

    [Fact]
    public async Task The_partition_of_a_new_jurisdiction_is_sealed()
    {
        await new LedgerDatabase(database.Connections, TestEvents.All).AddJurisdictionAsync(new("150700", "呼伦贝尔市", "Asia/Shanghai"));

        await database.StartAsync("150700", "new:1", "一", "二");

        (await Leaves.OfAsync(database, "150700", "new:1")).Select(leaf => leaf.Index).ShouldBe([0, 1]);
    }

    [Fact]
    public async Task The_tombstone_of_a_failed_append_is_a_leaf_like_any_other()
    {
        await database.StartAsync("150500", "twice:1", "一");
        await Should.ThrowAsync<Exception>(() => database.StartAsync("150500", "twice:1", "再"));

        await using var owner = await database.OpenOwnerAsync();
        await SealWatch.RequireAsync(owner);
    }

    private static Task<long> Head(NpgsqlConnection owner) =>
        owner.ScalarAsync<long>("select next_index from ledger.seal_head where tenant_id = '150500'");

    private static string Inserted(string stream, int count) =>
        $$"""
        insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, is_archived)
        select 800000 + n + hashtext('{{stream}}') % 1000 * 100, gen_random_uuid(), '{{stream}}', n, '{}', 'test_noted', now(), '150500', false
        from generate_series(1, {{count}}) n
        """;
}
