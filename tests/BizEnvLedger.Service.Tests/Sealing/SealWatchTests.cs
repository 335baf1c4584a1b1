using BizEnvLedger.Service.Sealing;
using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Tests.Sealing;

public sealed class SealWatchTests(TestServer server)
{
    [Theory]
    [InlineData("drop trigger seal_event_trigger on ledger.mt_events", "missing")]
    [InlineData("drop function ledger.seal_event() cascade", "missing")]
    [InlineData("alter table ledger.mt_events disable trigger seal_event_trigger", "disabled")]
    [InlineData("alter table ledger.mt_events_150500 disable trigger seal_event_trigger", "mt_events_150500")]
    [InlineData("alter table ledger.mt_events_150400 enable trigger seal_event_trigger", "mt_events_150400")]
    [InlineData("create or replace function ledger.seal_event() returns trigger language plpgsql as $$ begin return null; end $$", "not the one")]
    public async Task A_seal_that_was_tampered_with_is_seen_and_schema_apply_repairs_it(string tampering, string named)
    {
        var (connections, owner) = await SealedAsync();
        await using var _ = owner;
        await owner.RunAsync(tampering);

        (await Should.ThrowAsync<LedgerRefusal>(() => SealWatch.RequireAsync(owner))).Message.ShouldContain(named);

        await new LedgerDatabase(connections, TestEvents.All).ApplyAsync(owner);
        await SealWatch.RequireAsync(owner);
    }

    [Theory]
    [InlineData("delete from ledger.mt_events where version = 2", "1 events, 2 leaves")]
    [InlineData("delete from ledger.seal_leaf where leaf_index = 1", "2 events, 1 leaves")]
    [InlineData("delete from ledger.seal_leaf where leaf_index = 0; delete from ledger.mt_events where version = 1", "1 leaves up to index 2")]
    [InlineData("update ledger.seal_head set next_index = 7", "head at 7")]
    [InlineData("truncate ledger.seal_leaf, ledger.seal_head", "0 leaves")]
    public async Task Events_and_leaves_that_do_not_match_are_seen(string tampering, string named)
    {
        var (_, owner) = await SealedAsync();
        await using var _1 = owner;
        await owner.RunAsync(tampering);

        (await Should.ThrowAsync<LedgerRefusal>(() => SealWatch.RequireAsync(owner))).Message.ShouldContain(named);
    }

    [Fact]
    public async Task An_event_slipped_in_past_the_trigger_is_seen()
    {
        var (_, owner) = await SealedAsync();
        await using var _1 = owner;
        await owner.RunAsync(
            """
            alter table ledger.mt_events disable trigger seal_event_trigger;
            insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, is_archived)
            values (99, gen_random_uuid(), 'watched:1', 3, '{}', 'test_noted', now(), '150500', false);
            alter table ledger.mt_events enable always trigger seal_event_trigger;
            """);

        (await SealWatch.TriggerFaultsAsync(owner)).ShouldBeEmpty();
        (await SealWatch.CountFaultsAsync(owner)).ShouldHaveSingleItem().ShouldContain("3 events, 2 leaves");
    }

    [Fact]
    public async Task Applying_the_schema_again_changes_nothing_and_keeps_the_trigger()
    {
        var (connections, owner) = await SealedAsync();
        await using var _ = owner;
        var database = new LedgerDatabase(connections, TestEvents.All);
        var before = await owner.ScalarAsync<uint>("select oid from pg_trigger where tgrelid = 'ledger.mt_events'::regclass and tgname = 'seal_event_trigger'");

        await database.ApplyAsync(owner);

        (await database.PrepareAsync()).ShouldBeFalse();
        (await owner.ScalarAsync<uint>("select oid from pg_trigger where tgrelid = 'ledger.mt_events'::regclass and tgname = 'seal_event_trigger'")).ShouldBe(before);
    }

    private async Task<(LedgerConnections, NpgsqlConnection)> SealedAsync()
    {
        var connections = await server.CreateDatabaseAsync();
        await using (var store = TestDatabase.StoreOn(connections.Runtime))
        {
            await using var session = store.LightweightSession("150500");
            session.Events.StartStream<TestStream>("watched:1", new TestNoted("一", 1), new TestNoted("二", 2));
            await session.SaveChangesAsync();
        }

        var owner = new NpgsqlConnection(connections.Owner);
        await owner.OpenAsync();
        return (connections, owner);
    }
}
