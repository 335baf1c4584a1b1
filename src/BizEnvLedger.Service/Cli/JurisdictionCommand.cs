using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Service.Administration;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Cli;

/// <summary><c>ledger jurisdiction add</c>.</summary>
internal static class JurisdictionCommand
{
    public static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        if (arguments.Words[0] != "add" || arguments.Value("--name") is not { } name)
        {
            throw new UsageError(
                "用法:ledger jurisdiction add ID --name NAME [--time-zone TZ]",
                "Usage: ledger jurisdiction add ID --name NAME [--time-zone TZ]");
        }

        await using var workplace = await Workplace.OpenAsync(LedgerApp.Configuration(), arguments.Value("--data"), exclusive: false, terminal, ct);
        var database = new LedgerDatabase(workplace.Connections, EventCatalogue.All);
        await database.PrepareAsync(ct);
        var jurisdiction = new Jurisdiction(arguments.Words[1], name, arguments.Value("--time-zone") ?? Jurisdictions.UsualTimeZone);
        await database.AddJurisdictionAsync(jurisdiction, ct);
        await using (var host = await OwnerHost.OpenAsync(workplace.Connections, arguments.As, ct))
        {
            await host.Ledger.BeginAsync(ct);
        }

        terminal.Say($"辖区 {jurisdiction.Id} {jurisdiction.Name} 已就绪。 / Jurisdiction {jurisdiction.Id} is ready.");
        return 0;
    }
}
