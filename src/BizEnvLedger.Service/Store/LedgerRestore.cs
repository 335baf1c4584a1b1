using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using BizEnvLedger.Service.Administration;
using BizEnvLedger.Service.Sealing;
using Npgsql;

namespace BizEnvLedger.Service.Store;

/// <summary>
/// Brings a backup back, verbatim: events keep the leaves they were sealed with. Everything is checked before it counts,
/// and a restore that fails leaves the database as empty as it was.
/// </summary>
public static class LedgerRestore
{
    private const string Ledger = LedgerSchema.Name;

    /// <summary>Restores <paramref name="file"/> into an empty database; refused for any other. Answers the manifest.</summary>
    /// <param name="note">Leaves beside the ledger what it was restored from, for the event that the owner's command line records.</param>
    public static async Task<BackupManifest> ReadAsync(LedgerDatabase database, string file, CancellationToken ct = default, bool note = false)
    {
        await using var zip = Open(file);
        var manifest = await ManifestAsync(zip, ct);
        foreach (var table in manifest.Tables)
        {
            await CheckEntryAsync(zip, table, ct);
        }

        await using var owner = await database.OpenOwnerAsync(ct);
        if (await owner.ScalarAsync<bool>($"select to_regnamespace('{Ledger}') is not null", ct))
        {
            throw new LedgerRefusal(
                "数据库不是空的,恢复会覆盖现有台账。请用 --data 指定新目录,或使用新数据库。",
                "The database is not empty, and a restore never overwrites a ledger. Name a new folder with --data, or use a new database.");
        }

        try
        {
            await FillAsync(database, owner, zip, manifest, note ? await OwnerLedger.HashAsync(file, ct) : null, ct);
            return manifest;
        }
        catch
        {
            await owner.RunAsync($"drop schema if exists {Ledger} cascade; drop schema if exists {LedgerSchema.Messages} cascade", CancellationToken.None);
            throw;
        }
    }

    private static async Task FillAsync(LedgerDatabase database, NpgsqlConnection owner, ZipArchive zip, BackupManifest manifest, string? sha256, CancellationToken ct)
    {
        await database.ApplyAsync(owner, ct);
        await database.AddPartitionsAsync(owner, manifest.Jurisdictions, ct);
        await using var transaction = await owner.BeginTransactionAsync(ct);
        await owner.RunAsync($"truncate {string.Join(", ", manifest.Tables.Select(table => $"{Ledger}.\"{table.Name}\""))}", ct);
        // These events were sealed when they were recorded; sealing them again would be a forgery.
        await owner.RunAsync($"alter table {Ledger}.mt_events disable trigger {SealTrigger.Name}", ct);
        foreach (var table in manifest.Tables)
        {
            await CopyAsync(owner, zip, table, ct);
        }

        await owner.RunAsync($"alter table {Ledger}.mt_events enable always trigger {SealTrigger.Name}", ct);
        await SetSequencesAsync(owner, ct);
        await LedgerDatabase.RememberAppliedAsync(owner, ct);
        await SealWatch.RequireAsync(owner, ct);
        if (await SealWatch.ContentFaultsAsync(owner, ct) is { Count: > 0 } faults)
        {
            throw new LedgerRefusal($"备份中的叶与事件不符,未恢复。\n  {string.Join("\n  ", faults)}", "Leaves in the backup do not match its events; nothing was restored.");
        }

        if (sha256 is not null)
        {
            var note = JsonSerializer.Serialize(new RestoreNote(sha256, manifest.MadeAt, await LedgerBackup.TreeSizesAsync(owner, ct)), LedgerJson.Options);
            await owner.RunAsync($"insert into {Ledger}.installation values ('{RestoreNote.Key}', $1) on conflict (key) do update set value = excluded.value", ct, note);
        }

        await transaction.CommitAsync(ct);
    }

    private static async Task CopyAsync(NpgsqlConnection owner, ZipArchive zip, BackupTable table, CancellationToken ct)
    {
        await using (var entry = await zip.GetEntry(table.Entry())!.OpenAsync(ct))
        await using (var copy = await owner.BeginRawBinaryCopyAsync($"copy {Ledger}.\"{table.Name}\" ({table.ColumnList()}) from stdin (format binary)", ct))
        {
            await entry.CopyToAsync(copy, ct);
        }

        var rows = await owner.ScalarAsync<long>($"select count(*) from {Ledger}.\"{table.Name}\"", ct);
        if (rows != table.Rows)
        {
            throw new LedgerRefusal($"表 {table.Name} 应有 {table.Rows} 行,实有 {rows} 行。", $"Table {table.Name} should have {table.Rows} rows and has {rows}.");
        }
    }

    // Each jurisdiction's sequence goes on after its last event; one that has none starts at 1.
    private static Task SetSequencesAsync(NpgsqlConnection owner, CancellationToken ct) => owner.RunAsync(
        $$"""
        do $$ declare t record; last bigint; begin
          for t in select partition_value as tenant, partition_suffix as suffix from {{Ledger}}.mt_tenant_partitions loop
            select max(seq_id) into last from {{Ledger}}.mt_events where tenant_id = t.tenant;
            perform setval(format('{{Ledger}}.%I', 'mt_events_sequence_' || t.suffix), coalesce(last, 1), last is not null);
          end loop;
        end $$;
        """, ct);

    private static ZipArchive Open(string file)
    {
        try
        {
            return ZipFile.OpenRead(file);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new LedgerRefusal($"无法读取备份 {file}:{e.Message}", $"Cannot read the backup {file}.", e);
        }
    }

    private static async Task<BackupManifest> ManifestAsync(ZipArchive zip, CancellationToken ct)
    {
        try
        {
            await using var entry = await (zip.GetEntry(BackupManifest.Entry) ?? throw Damaged(BackupManifest.Entry)).OpenAsync(ct);
            var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(entry, LedgerJson.Options, ct);
            return manifest is { Format: BackupManifest.CurrentFormat } ? manifest : throw Damaged(BackupManifest.Entry);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            throw Damaged(BackupManifest.Entry);
        }
    }

    private static async Task CheckEntryAsync(ZipArchive zip, BackupTable table, CancellationToken ct)
    {
        try
        {
            await using var entry = await (zip.GetEntry(table.Entry()) ?? throw Damaged(table.Entry())).OpenAsync(ct);
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(entry, ct)) != table.Sha256)
            {
                throw Damaged(table.Entry());
            }
        }
        catch (InvalidDataException)
        {
            throw Damaged(table.Entry());
        }
    }

    private static LedgerRefusal Damaged(string entry) =>
        new($"备份文件损坏或不是台账备份:{entry}", $"The backup is damaged, or is no backup of a ledger: {entry}");
}
