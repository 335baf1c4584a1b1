using BizEnvLedger.Service.Embedded;
using BizEnvLedger.Service.Sealing;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Tests.Sealing;

public sealed class EveryServerTests
{
    public static TheoryData<string> Servers => [.. PostgresBinaries.All().Select(found => found.Bin).Distinct()];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Every_PostgreSQL_on_this_machine_seals_alike(string bin)
    {
        var path = Path.Combine(Path.GetTempPath(), $"bizenv-ledger-{Guid.NewGuid():N}");
        var postgres = await EmbeddedPostgres.StartAsync(DataFolder.Open(path), binaries: PostgresBinaries.All().First(found => found.Bin == bin));
        try
        {
            var connections = postgres.Connections();
            var database = new LedgerDatabase(connections, TestEvents.All);
            await database.PrepareAsync();
            await database.AddJurisdictionAsync(Jurisdictions.Tongliao);
            await using var store = TestDatabase.StoreOn(connections.Runtime);
            await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
            {
                await using var session = store.LightweightSession("150500");
                session.Events.StartStream<TestStream>($"s:{writer}", new TestNoted("一", 1), new TestNoted("二", 2));
                await session.SaveChangesAsync();
            }));

            await using var owner = await database.OpenOwnerAsync();
            (await owner.ScalarAsync<long>("select next_index from ledger.seal_head")).ShouldBe(16);
            (await owner.ScalarAsync<long>("select count(*) from ledger.seal_leaf where hash = sha256('\\x00'::bytea || bytes)")).ShouldBe(16);
            await SealWatch.RequireAsync(owner);
        }
        finally
        {
            Npgsql.NpgsqlConnection.ClearAllPools();
            postgres.Stop();
            Directory.Delete(path, recursive: true);
        }
    }
}
