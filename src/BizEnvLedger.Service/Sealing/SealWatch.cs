using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Sealing;

/// <summary>
/// Says whether every event is sealed: the trigger stands as written and enabled on every partition, and each jurisdiction
/// has exactly as many events as leaves, numbered without a gap.
/// </summary>
public static class SealWatch
{
    private const string Counts =
        $"""
        with e as (select tenant_id, count(*) n from {LedgerSchema.Name}.mt_events group by 1),
             l as (select tenant_id, count(*) n, max(leaf_index) + 1 up_to from {LedgerSchema.Name}.seal_leaf group by 1),
             h as (select tenant_id, next_index n from {LedgerSchema.Name}.seal_head)
        select tenant_id, coalesce(e.n, 0), coalesce(l.n, 0), coalesce(l.up_to, 0), coalesce(h.n, 0)
        from e full join l using (tenant_id) full join h using (tenant_id)
        where coalesce(e.n, 0) <> coalesce(l.n, 0) or coalesce(l.n, 0) <> coalesce(l.up_to, 0) or coalesce(l.n, 0) <> coalesce(h.n, 0)
        order by 1
        """;

    private const string Contents =
        $"""
        select l.tenant_id, l.leaf_index
        from {LedgerSchema.Name}.seal_leaf l
        left join {LedgerSchema.Name}.mt_events new on new.tenant_id = l.tenant_id and new.id = l.event_id
        cross join lateral (select l.sealed_at as at) sealed
        where l.hash is distinct from sha256('\x00'::bytea || l.bytes)
           or l.bytes is distinct from {SealTrigger.LeafBytes}
           or (l.stream, l.version) is distinct from (new.stream_id, new.version)
        order by 1, 2 limit 10
        """;

    /// <summary>What is wrong with the trigger, a sentence each; empty when nothing is. Cheap.</summary>
    public static async Task<IReadOnlyList<string>> TriggerFaultsAsync(NpgsqlConnection connection, CancellationToken ct = default)
    {
        var faults = new List<string>();
        if (!await connection.ScalarAsync<bool>(SealTrigger.StandsAsWritten, ct))
        {
            faults.Add("封存触发器缺失或与程序不符 / the seal trigger is missing or is not the one of this program");
        }

        faults.AddRange(await connection.ListAsync(
            SealTrigger.OpenPartitions,
            row => $"分区 {row.GetString(0)} 的封存触发器缺失或已停用 / the seal trigger is missing or disabled on partition {row.GetString(0)}", ct));
        return faults;
    }

    /// <summary>Where events and leaves differ in number, a sentence for each jurisdiction; empty when nowhere. Reads both tables.</summary>
    public static Task<IReadOnlyList<string>> CountFaultsAsync(NpgsqlConnection connection, CancellationToken ct = default) =>
        connection.ListAsync(
            Counts,
            row => $"辖区 {row.GetString(0)}:事件 {row.GetInt64(1)},叶 {row.GetInt64(2)},末号后 {row.GetInt64(3)},应有 {row.GetInt64(4)}"
                + $" / jurisdiction {row.GetString(0)}: {row.GetInt64(1)} events, {row.GetInt64(2)} leaves up to index {row.GetInt64(3)}, head at {row.GetInt64(4)}",
            ct);

    /// <summary>The leaves whose bytes are not their event's, or whose hash is not their bytes'; at most ten. Reads everything.</summary>
    public static Task<IReadOnlyList<string>> ContentFaultsAsync(NpgsqlConnection connection, CancellationToken ct = default) =>
        connection.ListAsync(
            Contents,
            row => $"辖区 {row.GetString(0)} 第 {row.GetInt64(1)} 片叶与其事件不符 / leaf {row.GetInt64(1)} of jurisdiction {row.GetString(0)} is not its event's",
            ct);

    /// <summary>Refuses to go on unless every event is sealed.</summary>
    public static async Task RequireAsync(NpgsqlConnection connection, CancellationToken ct = default)
    {
        IReadOnlyList<string> faults = [.. await TriggerFaultsAsync(connection, ct), .. await CountFaultsAsync(connection, ct)];
        if (faults.Count > 0)
        {
            var lines = string.Join("\n  ", faults);
            throw new LedgerRefusal(
                $"台账封存不完整,拒绝启动。请保留现场并通知审计人员;可从备份恢复(ledger restore)。\n  {lines}",
                "The seal of this ledger is broken, so it will not serve. Keep it as it is and call the auditor; a backup can be restored with ledger restore.");
        }
    }
}
