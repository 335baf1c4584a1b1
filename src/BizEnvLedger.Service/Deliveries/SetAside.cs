using BizEnvLedger.Core.Deliveries;
using BizEnvLedger.Core.Duties;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Deliveries;

/// <summary>Deliveries of a jurisdiction that were set aside, as what waits for somebody.</summary>
internal static class SetAside
{
    private const string Query = $"select plan, id, event_id, since from {DeliveryTables.Delivery} where tenant_id = $1 and state = 'set-aside' order by leaf, id";

    public static async Task<ILookup<string, Duty>> DutiesAsync(NpgsqlDataSource database, string jurisdiction, TimeZoneInfo zone, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var found = await connection.ListAsync(Query, row => (Plan: row.GetString(0),
            Duty: DeliveryDuties.SetAside(row.GetGuid(1), row.GetGuid(2), LeafLine.DayOf(new(row.GetDateTime(3), TimeSpan.Zero), zone))), ct, jurisdiction);
        return found.ToLookup(f => f.Plan, f => f.Duty);
    }
}
