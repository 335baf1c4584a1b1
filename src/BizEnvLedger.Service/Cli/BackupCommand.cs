using System.Globalization;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Service.Administration;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Cli;

/// <summary><c>ledger backup</c> and <c>ledger restore</c>.</summary>
internal static class BackupCommand
{
    public static async Task<int> BackupAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        var file = Path.GetFullPath(arguments.Words[0]);
        if (!Directory.Exists(Path.GetDirectoryName(file)))
        {
            throw new LedgerRefusal($"目录 {Path.GetDirectoryName(file)} 不存在。", $"There is no folder {Path.GetDirectoryName(file)}.");
        }

        await using var workplace = await Workplace.OpenAsync(LedgerApp.Configuration(), arguments.Value("--data"), exclusive: false, terminal, ct);
        var database = new LedgerDatabase(workplace.Connections, EventCatalogue.All);
        await using var owner = await database.OpenOwnerAsync(ct);
        if (!await LedgerDatabase.HasSchemaAsync(owner, ct))
        {
            throw new LedgerRefusal("数据库中还没有台账,无可备份。", "There is no ledger in this database yet, so nothing to back up.");
        }

        var manifest = await LedgerBackup.WriteAsync(owner, file, ct);
        await using (var host = await OwnerHost.OpenAsync(workplace.Connections, arguments.As, ct))
        {
            // The file is whole before this: it cannot hold the event that names it.
            await host.Ledger.BackedUpAsync(manifest, await OwnerLedger.HashAsync(file, ct), ct);
        }

        Report(terminal, "已备份 / backed up", file, manifest);
        return 0;
    }

    public static async Task<int> RestoreAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        var file = Path.GetFullPath(arguments.Words[0]);
        if (!File.Exists(file))
        {
            throw new LedgerRefusal($"没有文件 {file}。", $"There is no file {file}.");
        }

        await using var workplace = await Workplace.OpenAsync(LedgerApp.Configuration(), arguments.Value("--data"), exclusive: true, terminal, ct);
        var manifest = await LedgerRestore.ReadAsync(new LedgerDatabase(workplace.Connections, EventCatalogue.All), file, ct, note: true);
        await using (var host = await OwnerHost.OpenAsync(workplace.Connections, arguments.As, ct))
        {
            await host.Ledger.RestoredAsync(ct);
        }

        Report(terminal, "已恢复并核对 / restored and checked", file, manifest);
        return 0;
    }

    private static void Report(Terminal terminal, string what, string file, BackupManifest manifest)
    {
        var events = manifest.Tables.Single(table => table.Name == "mt_events").Rows.ToString(CultureInfo.InvariantCulture);
        terminal.Say($"{what}: {file} – {string.Join(", ", manifest.Jurisdictions)}, {events} 件事件 / events");
    }
}
