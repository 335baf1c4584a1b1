using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Tests.Http;

public sealed class TombstoneTests(LedgerApi api) : IClassFixture<LedgerApi>
{
    [Fact]
    public async Task A_tombstone_of_a_failed_append_is_sealed_and_stops_nobody()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var connection = new NpgsqlConnection(api.Connections.Owner);
        await connection.OpenAsync(ct);
        // As the store leaves it behind: a time at minus infinity, no user, no headers.
        await connection.RunAsync(
            """
            insert into ledger.mt_streams (tenant_id, id, type, version) values ('150500', 'mt_tombstone', 'mt_tombstone', 0) on conflict do nothing;
            insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
            values (999999, gen_random_uuid(), 'mt_tombstone', 999999, '{}', 'tombstone', '-infinity', '150500', 'Marten.Events.Operations.Tombstone, Marten', false);
            """, ct);
        await api.AcceptedAsync("unit:finance-bureau", "tasks/20/progress", new { measure = "20.1", narrative = "照常填报" });
        (await api.GetAsync("tasks/20")).GetProperty("progress").GetArrayLength().ShouldBe(1);
        (await api.GetAsync("tasks/20")).GetProperty("position").GetInt64()
            .ShouldBe(await connection.ScalarAsync<long>("select count(*) from ledger.seal_leaf where tenant_id = '150500'", ct));
    }
}
