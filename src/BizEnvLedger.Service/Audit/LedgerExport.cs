using System.Data;
using System.Text;
using System.Text.Json;
using BizEnvLedger.Proof;
using BizEnvLedger.Reports.HalfYearReports;
using BizEnvLedger.Service.Store;
using Npgsql;
using NpgsqlTypes;

namespace BizEnvLedger.Service.Audit;

/// <summary>
/// The whole ledger of a jurisdiction as one verifiable file, up to a signed checkpoint and from one snapshot: leaves as they were sealed, plan files, evidence,
/// frozen data sets with the reports drawn from them, signed documents, texts with their salts but for protected ones (<see cref="Core.Reads.ProtectedTexts"/>). Rows pass through one at a time.
/// </summary>
public sealed class LedgerExport(NpgsqlDataSource database)
{
    private const string Ledger = LedgerSchema.Name;

    /// <param name="note">The checkpoint up to which it goes.</param>
    /// <param name="since">The first leaf of the package; files are always all of them, for they are named by leaves before.</param>
    /// <param name="peaks">Complete subtrees of the leaves before <paramref name="since"/>.</param>
    public async Task WriteAsync(Stream target, Jurisdiction jurisdiction, SignedNote note, long since, IReadOnlyList<byte[]> peaks, CancellationToken ct)
    {
        var head = Checkpoint.Parse(note.Text);
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await using var package = await PackageWriter.CreateAsync(target, ct);
        await package.AddAsync(PackageEntries.Checkpoint, Encoding.UTF8.GetBytes(note.ToString()), ct);
        await package.AddJsonAsync(PackageLedger.Entry, new PackageLedger(head.Origin, jurisdiction.Id, jurisdiction.Name, jurisdiction.TimeZone, since, [.. peaks.Select(Convert.ToBase64String)]), ct);
        await package.AddAsync(PackageEntries.Leaves, stream => LinesAsync(connection, stream,
            $"select bytes from {Ledger}.seal_leaf where tenant_id = $1 and leaf_index >= $2 and leaf_index < $3 order by leaf_index", [jurisdiction.Id, since, head.Size], ct), ct);
        await package.AddAsync(PackageEntries.Checkpoints, stream => LinesAsync(connection, stream,
            $"""
            select convert_to(json_build_object('size', c.tree_size, 'note', c.note || coalesce((select string_agg(s.line, '' order by s.witness) from {Ledger}.cosignature s
                where s.tenant_id = c.tenant_id and s.tree_size = c.tree_size), ''))::text, 'UTF8')
            from {Ledger}.checkpoint c where c.tenant_id = $1 and c.tree_size <= $2 order by c.tree_size
            """, [jurisdiction.Id, head.Size], ct), ct);
        await package.AddAsync(PackageEntries.Texts, stream => LinesAsync(connection, stream,
            $"""
            select convert_to(json_build_object('event', t.event_id, 'field', t.field, 'salt', encode(t.salt, 'hex'), 'value', t.value)::text, 'UTF8')
            from {Ledger}.texts t join {Ledger}.seal_leaf l on l.tenant_id = t.tenant_id and l.event_id = t.event_id
            join {Ledger}.mt_events e on e.tenant_id = t.tenant_id and e.id = t.event_id
            where t.tenant_id = $1 and l.leaf_index >= $2 and l.leaf_index < $3
              and not (e.type = 'complaint_received' and (t.field in ('contact', 'code') or (t.field = 'content' and e.data ->> 'kind' = 'tip')))
            order by l.leaf_index, t.field
            """, [jurisdiction.Id, since, head.Size], ct), ct);
        await package.AddAsync(PackageEntries.Erased, "[]\n"u8.ToArray(), ct);
        await FilesAsync(connection, package, jurisdiction.Id, "plan_files", PackageEntries.PlanFolder, ct);
        await DocumentsAsync(connection, package, jurisdiction.Id, head.Size, ct);
        await EvidenceAsync(connection, package, jurisdiction.Id, ct);
        await package.FinishAsync(ct);
    }

    private static async Task LinesAsync(NpgsqlConnection connection, Stream target, string sql, object[] values, CancellationToken ct)
    {
        await using var command = Command(connection, sql, values);
        await using var rows = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, ct);
        while (await rows.ReadAsync(ct))
        {
            await target.WriteAsync(rows.GetFieldValue<byte[]>(0), ct);
            await target.WriteAsync("\n"u8.ToArray(), ct);
        }
    }

    private static async Task FilesAsync(NpgsqlConnection connection, PackageWriter package, string jurisdiction, string table, string folder, CancellationToken ct)
    {
        foreach (var sha256 in await HashesAsync(connection, $"select sha256 from {Ledger}.{table} where tenant_id = $1 order by 1", jurisdiction, ct))
            await package.AddAsync(folder + Convert.ToHexStringLower(sha256), await ContentAsync(connection, table, jurisdiction, sha256, ct), ct);
    }

    /// <summary>A closed round's data set goes with the reports drawn from it; every other frozen document by its hash.</summary>
    private static async Task DocumentsAsync(NpgsqlConnection connection, PackageWriter package, string jurisdiction, long size, CancellationToken ct)
    {
        await using var closings = Command(connection,
            $"select bytes from {Ledger}.seal_leaf l where tenant_id = $1 and leaf_index < $2 and exists (select from {Ledger}.mt_events e where e.tenant_id = l.tenant_id and e.id = l.event_id and e.type = 'inspection_closed') order by leaf_index",
            [jurisdiction, size]);
        var rounds = new Dictionary<string, string>();
        await using (var rows = await closings.ExecuteReaderAsync(ct))
            while (await rows.ReadAsync(ct))
            {
                using var leaf = JsonDocument.Parse(rows.GetFieldValue<byte[]>(0));
                var data = leaf.RootElement.GetProperty("data");
                rounds[data.GetProperty("dataSetSha256").GetString()!] = $"{PackageEntries.InspectionFolder}{data.GetProperty("plan").GetString()}/{data.GetProperty("halfYear").GetString()}/";
            }

        foreach (var hash in await HashesAsync(connection, $"select sha256 from {Ledger}.data_sets where tenant_id = $1 order by 1", jurisdiction, ct))
        {
            var content = await ContentAsync(connection, "data_sets", jurisdiction, hash, ct);
            var sha256 = Convert.ToHexStringLower(hash);
            if (!rounds.TryGetValue(sha256, out var folder))
            {
                await package.AddAsync(PackageEntries.DocumentFolder + sha256, content, ct);
                continue;
            }

            var dataSet = HalfYearJson.Read(content);
            await package.AddAsync(folder + "data-set.json", content, ct);
            await package.AddAsync(folder + "data-set.sha256", Encoding.ASCII.GetBytes(sha256 + "\n"), ct);
            await package.AddAsync(folder + "report.docx", HalfYearNotice.Write(dataSet), ct);
            await package.AddAsync(folder + "report.xlsx", HalfYearWorkbook.Write(dataSet), ct);
        }
    }

    private static async Task EvidenceAsync(NpgsqlConnection connection, PackageWriter package, string jurisdiction, CancellationToken ct)
    {
        foreach (var sha256 in await HashesAsync(connection, $"select distinct sha256 from {Ledger}.evidence where tenant_id = $1 order by 1", jurisdiction, ct))
            await package.AddAsync(PackageEntries.EvidenceFolder + Convert.ToHexStringLower(sha256), async stream =>
            {
                await using var command = Command(connection, $"select content from {Ledger}.evidence where tenant_id = $1 and sha256 = $2 order by part", [jurisdiction, sha256]);
                await using var rows = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, ct);
                while (await rows.ReadAsync(ct))
                    await stream.WriteAsync(rows.GetFieldValue<byte[]>(0), ct);
            }, ct, compress: false);
    }

    private static async Task<byte[]> ContentAsync(NpgsqlConnection connection, string table, string jurisdiction, byte[] sha256, CancellationToken ct) =>
        await connection.ScalarAsync<byte[]>($"select content from {Ledger}.{table} where tenant_id = $1 and sha256 = $2", ct, jurisdiction, sha256) ?? throw new InvalidOperationException($"A file of {table} is gone.");

    private static async Task<IReadOnlyList<byte[]>> HashesAsync(NpgsqlConnection connection, string sql, string jurisdiction, CancellationToken ct) =>
        await connection.ListAsync(sql, r => r.GetFieldValue<byte[]>(0), ct, jurisdiction);

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
            command.Parameters.Add(value is long number ? new NpgsqlParameter { Value = number, NpgsqlDbType = NpgsqlDbType.Bigint } : new NpgsqlParameter { Value = value });
        return command;
    }
}
