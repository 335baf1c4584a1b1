using System.Data;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;

namespace BizEnvLedger.Service.Store;

/// <summary>
/// Writes the whole ledger into one zip, from a single snapshot, while the service may run. Message queues are not part of it:
/// they hold work in flight, and what is recorded is in the ledger.
/// </summary>
public static class LedgerBackup
{
    // Partitions are read through their parents. Referred-to tables come first, so that a restore meets every key.
    private const string Tables =
        $"""
        with recursive own as (
          select c.oid, c.relname::text as name from pg_class c
          where c.relnamespace = '{LedgerSchema.Name}'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition),
        refers as (
          select distinct k.conrelid, k.confrelid from pg_constraint k
          where k.contype = 'f' and k.conrelid <> k.confrelid and k.conrelid in (select oid from own) and k.confrelid in (select oid from own)),
        depth as (
          select oid, 0 as n from own
          union all
          select r.conrelid, d.n + 1 from depth d join refers r on r.confrelid = d.oid where d.n < 50)
        select o.name, array(select a.attname::text from pg_attribute a
            where a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum)
        from own o join depth d using (oid) group by o.oid, o.name order by max(d.n), o.name
        """;

    /// <summary>Writes <paramref name="file"/>; it appears under its name only when it is whole. Answers its manifest.</summary>
    public static async Task<BackupManifest> WriteAsync(NpgsqlConnection owner, string file, CancellationToken ct = default)
    {
        var part = file + ".part";
        await using (var target = new FileStream(part, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            var manifest = await WriteAsync(owner, target, ct);
            target.Flush(flushToDisk: true);
            target.Close();
            File.Move(part, file, overwrite: true);
            return manifest;
        }
    }

    private static async Task<BackupManifest> WriteAsync(NpgsqlConnection owner, Stream target, CancellationToken ct)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        await using var snapshot = await owner.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await owner.RunAsync("set transaction read only", ct);
        var tables = new List<BackupTable>();
        foreach (var (name, columns) in await owner.ListAsync(Tables, row => (row.GetString(0), row.GetFieldValue<string[]>(1)), ct))
        {
            var rows = await owner.ScalarAsync<long>($"select count(*) from {LedgerSchema.Name}.\"{name}\"", ct);
            tables.Add(await CopyAsync(owner, zip, new BackupTable(name, columns, rows, ""), ct));
        }

        var manifest = new BackupManifest(
            BackupManifest.CurrentFormat,
            await owner.ScalarAsync<DateTime>("select transaction_timestamp()", ct),
            owner.PostgreSqlVersion.ToString(),
            [.. (await Jurisdictions.AllAsync(owner, ct)).Select(jurisdiction => jurisdiction.Id)],
            tables) { TreeSizes = await TreeSizesAsync(owner, ct) };
        await using var entry = zip.CreateEntry(BackupManifest.Entry).Open();
        await JsonSerializer.SerializeAsync(entry, manifest, LedgerJson.Options, ct);
        return manifest;
    }

    /// <summary>How many leaves each jurisdiction's ledger has, on the connection's snapshot.</summary>
    internal static async Task<IReadOnlyDictionary<string, long>> TreeSizesAsync(NpgsqlConnection owner, CancellationToken ct) =>
        (await owner.ListAsync(
            $"select j.id, (select count(*) from {LedgerSchema.Name}.seal_leaf l where l.tenant_id = j.id) from {LedgerSchema.Name}.jurisdictions j",
            row => (Id: row.GetString(0), Size: row.GetInt64(1)), ct)).ToDictionary(row => row.Id, row => row.Size);

    private static async Task<BackupTable> CopyAsync(NpgsqlConnection owner, ZipArchive zip, BackupTable table, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var entry = zip.CreateEntry(table.Entry(), CompressionLevel.Fastest).Open();
        await using var copy = await owner.BeginRawBinaryCopyAsync(
            $"copy (select {table.ColumnList()} from {LedgerSchema.Name}.\"{table.Name}\") to stdout (format binary)", ct);
        var buffer = new byte[81920];
        for (int read; (read = await copy.ReadAsync(buffer, ct)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            await entry.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        return table with { Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset()) };
    }
}
