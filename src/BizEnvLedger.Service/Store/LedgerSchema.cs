using JasperFx.Events;
using Marten;
using Weasel.Core;
using Weasel.Core.Migrations;
using Weasel.Postgresql;
using Weasel.Postgresql.Tables;

namespace BizEnvLedger.Service.Store;

/// <summary>The ledger's own tables, created beside Marten's in the same schema by the owner role.</summary>
public sealed class LedgerSchema(StoreOptions options)
    : FeatureSchemaBase("LedgerTables", options.Advanced.Migrator)
{
    /// <summary>The one schema that holds events, leaves and the ledger's own tables.</summary>
    public const string Name = "ledger";

    /// <summary>The schema of Wolverine's message storage: in-flight work, never evidence.</summary>
    public const string Messages = "ledger_messages";

    /// <inheritdoc />
    public override Type StorageType => typeof(LedgerSchema);

    /// <inheritdoc />
    public override IEnumerable<Type> DependentTypes() => [typeof(IEvent)];

    /// <summary>The name of an object in the ledger's schema.</summary>
    internal static PostgresqlObjectName Named(string name) => new(Name, name, SchemaUtils.IdentifierUsage.General);

    /// <summary>A table of the ledger's schema, without columns yet.</summary>
    public static Table Table(string name) => new(Named(name));

    /// <inheritdoc />
    protected override IEnumerable<ISchemaObject> schemaObjects() =>
        [Jurisdictions(), Idempotency(), Texts(), Files("plan_files", named: true), Files("data_sets", named: false), Evidence(), Installation(), .. Deliveries.DeliveryTables.All, .. Audit.AuditTables.All];

    private static Table Jurisdictions()
    {
        var table = Table("jurisdictions");
        table.AddColumn("id", "text").AsPrimaryKey();
        table.AddColumn("name", "text").NotNull();
        table.AddColumn("time_zone", "text").NotNull();
        table.AddColumn("added_at", "timestamptz").NotNull();
        return table;
    }

    private static Table Idempotency()
    {
        var table = Table("idempotency");
        table.AddColumn("tenant_id", "text").AsPrimaryKey();
        table.AddColumn("sub", "text").AsPrimaryKey();
        table.AddColumn("key", "text").AsPrimaryKey();
        table.AddColumn("content_hash", "bytea").NotNull();
        table.AddColumn("event_ids", "uuid[]").NotNull();
        table.AddColumn("status", "integer").NotNull();
        table.AddColumn("location", "text");
        table.AddColumn("at", "timestamptz").NotNull();
        return table;
    }

    private static Table Texts()
    {
        var table = Table("texts");
        table.AddColumn("tenant_id", "text").AsPrimaryKey();
        table.AddColumn("event_id", "uuid").AsPrimaryKey();
        table.AddColumn("field", "text").AsPrimaryKey();
        table.AddColumn("salt", "bytea").NotNull();
        table.AddColumn("value", "text").NotNull();
        return table;
    }

    private static Table Files(string name, bool named)
    {
        var table = Table(name);
        table.AddColumn("tenant_id", "text").AsPrimaryKey();
        table.AddColumn("sha256", "bytea").AsPrimaryKey();
        if (named)
        {
            table.AddColumn("name", "text").NotNull();
        }

        table.AddColumn("content", "bytea").NotNull();
        return table;
    }

    /// <summary>佐证材料 in parts, in order: a file of 200 MB never stands whole in memory.</summary>
    private static Table Evidence()
    {
        var table = Table("evidence");
        table.AddColumn("tenant_id", "text").AsPrimaryKey();
        table.AddColumn("sha256", "bytea").AsPrimaryKey();
        table.AddColumn("part", "integer").AsPrimaryKey();
        table.AddColumn("content", "bytea").NotNull();
        return table;
    }

    private static Table Installation()
    {
        var table = Table("installation");
        table.AddColumn("key", "text").AsPrimaryKey();
        table.AddColumn("value", "text").NotNull();
        return table;
    }
}
