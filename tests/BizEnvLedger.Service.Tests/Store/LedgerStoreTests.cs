using BizEnvLedger.Service.Store;
using JasperFx.Events;
using Marten;
using Marten.Exceptions;
using Npgsql;

namespace BizEnvLedger.Service.Tests.Store;

public sealed class LedgerStoreTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task An_event_comes_back_with_everything_that_was_said_about_it()
    {
        await using var session = database.Store.LightweightSession("150500");
        session.LastModifiedBy = "office-1";
        session.CorrelationId = "c-1";
        session.CausationId = "k-1";
        session.SetHeader("说明", "补录");
        session.Events.StartStream<TestStream>("plan:09", new TestNoted("开办企业压缩至 0.5 个工作日", 0.5m));
        await session.SaveChangesAsync();

        var stored = (await session.Events.FetchStreamAsync("plan:09")).ShouldHaveSingleItem();
        stored.Data.ShouldBe(new TestNoted("开办企业压缩至 0.5 个工作日", 0.5m));
        (stored.EventTypeName, stored.UserName, stored.CorrelationId, stored.CausationId).ShouldBe(("test_noted", "office-1", "c-1", "k-1"));
        stored.Headers!["说明"].ToString().ShouldBe("补录");
        stored.Version.ShouldBe(1);
    }

    [Fact]
    public async Task Jurisdictions_hold_the_same_stream_apart()
    {
        await database.StartAsync("150500", "apart:1", "通辽");
        await database.StartAsync("150400", "apart:1", "赤峰");

        await using var session = database.Store.QuerySession("150400");
        (await session.Events.FetchStreamAsync("apart:1")).Single().Data.ShouldBeOfType<TestNoted>().Title.ShouldBe("赤峰");
    }

    [Fact]
    public async Task Writing_for_an_unknown_jurisdiction_is_refused() =>
        await Should.ThrowAsync<MartenCommandException>(() => database.StartAsync("999999", "x:1", "无"));

    [Fact]
    public async Task Writing_without_a_jurisdiction_is_refused() =>
        await Should.ThrowAsync<Marten.Exceptions.DefaultTenantUsageDisabledException>(async () =>
        {
            await using var session = database.Store.LightweightSession();
            session.Events.StartStream<TestStream>("x:2", new TestNoted("无", 1));
            await session.SaveChangesAsync();
        });

    [Fact]
    public async Task Waiting_writers_on_one_locked_stream_lose_nothing()
    {
        await database.StartAsync("150500", "busy:1", "开始");

        await Task.WhenAll(Enumerable.Range(0, 16).Select(async writer =>
        {
            for (var i = 0; i < 5; i++)
            {
                await using var session = database.Store.LightweightSession("150500");
                await session.BeginTransactionAsync(default);
                await LockAsync((NpgsqlConnection)session.Connection!, "busy:1");
                session.Events.Append("busy:1", new TestNoted($"{writer}-{i}", i));
                await session.SaveChangesAsync();
            }
        }));

        await using var reader = database.Store.QuerySession("150500");
        var events = await reader.Events.FetchStreamAsync("busy:1");
        events.Select(e => e.Version).ShouldBe(Enumerable.Range(1, 81).Select(v => (long)v));
    }

    [Theory]
    [InlineData("update ledger.mt_events set data = '{}'")]
    [InlineData("delete from ledger.mt_events")]
    [InlineData("truncate ledger.mt_events")]
    [InlineData("update ledger.mt_events_150500 set data = '{}'")]
    [InlineData("delete from ledger.mt_events_150500")]
    [InlineData("truncate ledger.mt_events_150500")]
    [InlineData("alter table ledger.mt_events disable trigger seal_event_trigger")]
    [InlineData("delete from ledger.mt_streams")]
    [InlineData("insert into ledger.seal_leaf select * from ledger.seal_leaf")]
    [InlineData("update ledger.seal_leaf set hash = ''")]
    [InlineData("delete from ledger.seal_leaf")]
    [InlineData("truncate ledger.seal_leaf")]
    [InlineData("update ledger.seal_head set next_index = 0")]
    [InlineData("delete from ledger.seal_head")]
    [InlineData("update ledger.texts set value = ''")]
    [InlineData("delete from ledger.texts")]
    [InlineData("update ledger.plan_files set content = ''")]
    [InlineData("delete from ledger.data_sets")]
    [InlineData("delete from ledger.idempotency")]
    [InlineData("update ledger.idempotency set status = 0")]
    [InlineData("insert into ledger.jurisdictions values ('1', '1', '1', now())")]
    [InlineData("update ledger.installation set value = ''")]
    [InlineData("select ledger.seal_event()")]
    [InlineData("set session_replication_role = replica")]
    [InlineData("drop table ledger.seal_leaf")]
    public async Task The_runtime_role_may_not(string statement)
    {
        await using var runtime = await database.OpenRuntimeAsync();

        var refused = await Should.ThrowAsync<PostgresException>(() => runtime.RunAsync(statement));

        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task The_runtime_role_keeps_evidence_and_idempotency_rows()
    {
        await using var runtime = await database.OpenRuntimeAsync();

        await runtime.RunAsync("insert into ledger.texts values ('150500', gen_random_uuid(), 'narrative', '\\x00', '文本')");
        await runtime.RunAsync("insert into ledger.plan_files values ('150500', '\\x00', 'plan.json', '\\x7b7d')");
        await runtime.RunAsync("insert into ledger.data_sets values ('150500', '\\x00', '\\x7b7d')");
        await runtime.RunAsync("insert into ledger.idempotency values ('150500', 'office-1', 'k', '\\x00', '{}', 201, null, now())");

        (await Jurisdictions.AllAsync(runtime)).ShouldBe([TestServer.Chifeng, Jurisdictions.Tongliao]);
    }

    private static Task LockAsync(NpgsqlConnection connection, string stream) =>
        connection.RunAsync("select version from ledger.mt_streams where tenant_id = '150500' and id = $1 for update", default, stream);
}
