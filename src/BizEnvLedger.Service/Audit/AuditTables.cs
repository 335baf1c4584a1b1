using BizEnvLedger.Service.Store;
using Weasel.Postgresql.Tables;

namespace BizEnvLedger.Service.Audit;

/// <summary>Every checkpoint that was signed, and the witnesses' lines on them. The runtime role adds and never changes.</summary>
internal static class AuditTables
{
    public static IEnumerable<Table> All => [Checkpoints(), Cosignatures()];

    private static Table Checkpoints()
    {
        var table = LedgerSchema.Table("checkpoint");
        table.AddColumn("tenant_id", "text").AsPrimaryKey();
        table.AddColumn("tree_size", "bigint").AsPrimaryKey();
        table.AddColumn("note", "text").NotNull();
        table.AddColumn("signed_at", "timestamptz").NotNull();
        return table;
    }

    private static Table Cosignatures()
    {
        var table = LedgerSchema.Table("cosignature");
        table.AddColumn("tenant_id", "text").AsPrimaryKey();
        table.AddColumn("tree_size", "bigint").AsPrimaryKey();
        table.AddColumn("witness", "text").AsPrimaryKey();
        table.AddColumn("line", "text").NotNull();
        table.AddColumn("received_at", "timestamptz").NotNull();
        return table;
    }
}
