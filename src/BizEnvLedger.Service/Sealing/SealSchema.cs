using BizEnvLedger.Service.Store;
using JasperFx.Events;
using Marten;
using Weasel.Core;
using Weasel.Core.Migrations;
using Weasel.Postgresql.Tables;

namespace BizEnvLedger.Service.Sealing;

/// <summary>
/// The tables of leaves and the trigger that fills them in the transaction that appends an event.
/// A leaf's hash is SHA-256(0x00 ‖ its bytes); its index is gapless from 0 within the jurisdiction.
/// </summary>
public sealed class SealSchema(StoreOptions options) : FeatureSchemaBase("Seal", options.Advanced.Migrator)
{
    /// <inheritdoc />
    public override Type StorageType => typeof(SealSchema);

    /// <inheritdoc />
    public override IEnumerable<Type> DependentTypes() => [typeof(IEvent)];

    /// <inheritdoc />
    protected override IEnumerable<ISchemaObject> schemaObjects() => [Head(), Leaf(), new SealTrigger()];

    private static Table Head()
    {
        var table = LedgerSchema.Table("seal_head");
        table.AddColumn("tenant_id", "text").AsPrimaryKey();
        table.AddColumn("next_index", "bigint").NotNull();
        table.AddColumn("last_sealed_at", "timestamptz").NotNull();
        return table;
    }

    private static Table Leaf()
    {
        var table = LedgerSchema.Table("seal_leaf");
        table.AddColumn("tenant_id", "text").AsPrimaryKey();
        table.AddColumn("leaf_index", "bigint").AsPrimaryKey();
        table.AddColumn("event_id", "uuid").NotNull();
        table.AddColumn("stream", "text").NotNull();
        table.AddColumn("version", "bigint").NotNull();
        table.AddColumn("sealed_at", "timestamptz").NotNull();
        table.AddColumn("hash", "bytea").NotNull();
        table.AddColumn("bytes", "bytea").NotNull();
        table.Indexes.Add(new IndexDefinition("seal_leaf_event") { Columns = ["tenant_id", "event_id"], IsUnique = true });
        return table;
    }
}
