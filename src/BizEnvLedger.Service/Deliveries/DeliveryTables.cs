using BizEnvLedger.Service.Store;
using Weasel.Core;
using Weasel.Postgresql.Tables;

namespace BizEnvLedger.Service.Deliveries;

/// <summary>What is to be sent, what came of it, and how far the ledger has been walked. Derived from the leaves, never evidence.</summary>
internal static class DeliveryTables
{
    public const string Cursor = $"{LedgerSchema.Name}.delivery_cursor", Delivery = $"{LedgerSchema.Name}.delivery", Attempt = $"{LedgerSchema.Name}.delivery_attempt";

    public static IReadOnlyList<ISchemaObject> All => [Cursors(), Deliveries(), Attempts()];

    private static Table Cursors()
    {
        var table = LedgerSchema.Table("delivery_cursor");
        table.AddColumn("tenant_id", "text").AsPrimaryKey();
        table.AddColumn("position", "bigint").NotNull();
        return table;
    }

    private static Table Deliveries()
    {
        var table = LedgerSchema.Table("delivery");
        table.AddColumn("id", "uuid").AsPrimaryKey();
        table.AddColumn("tenant_id", "text").NotNull();
        table.AddColumn("plan", "text").NotNull();
        table.AddColumn("stream", "text").NotNull();
        table.AddColumn("leaf", "bigint").NotNull();
        table.AddColumn("event_id", "uuid").NotNull();
        table.AddColumn("type", "text").NotNull();
        table.AddColumn("subscription", "text").NotNull();
        table.AddColumn("units", "text[]").NotNull();
        table.AddColumn("body", "text").NotNull();
        table.AddColumn("state", "text").NotNull();
        table.AddColumn("attempts", "integer").NotNull();
        table.AddColumn("last_outcome", "text");
        table.AddColumn("created_at", "timestamptz").NotNull();
        table.AddColumn("since", "timestamptz").NotNull();
        table.AddColumn("next_at", "timestamptz").NotNull();
        table.AddColumn("delivered_at", "timestamptz");
        table.Indexes.Add(new IndexDefinition("delivery_once") { Columns = ["tenant_id", "event_id", "subscription"], IsUnique = true });
        table.Indexes.Add(new IndexDefinition("delivery_lane") { Columns = ["state", "subscription", "tenant_id", "stream", "leaf"] });
        return table;
    }

    private static Table Attempts()
    {
        var table = LedgerSchema.Table("delivery_attempt");
        table.AddColumn("delivery_id", "uuid").AsPrimaryKey();
        table.AddColumn("number", "integer").AsPrimaryKey();
        table.AddColumn("at", "timestamptz").NotNull();
        table.AddColumn("outcome", "text").NotNull();
        table.AddColumn("code", "integer");
        table.AddColumn("milliseconds", "integer").NotNull();
        return table;
    }
}
