using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Administration;

/// <summary>What a command of the owner needs to write its event: the ledger's own way in, without serving anything. It appends as the runtime role, which may not rewrite.</summary>
public sealed class OwnerHost : IAsyncDisposable
{
    private readonly IHost host;
    private readonly NpgsqlConnection owner;

    private OwnerHost(IHost host, NpgsqlConnection owner, string? named) => (this.host, this.owner, Ledger) = (host, owner, new(host.Services, owner, OwnerLedger.Who(named)));

    public OwnerLedger Ledger { get; }

    public static async Task<OwnerHost> OpenAsync(LedgerConnections connections, string? named, CancellationToken ct)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.AddLedger(connections.Runtime, EventCatalogue.All);
        LedgerSlice.AddCore(builder.Services);
        return new(builder.Build(), await new LedgerDatabase(connections, EventCatalogue.All).OpenOwnerAsync(ct), named);
    }

    public async ValueTask DisposeAsync()
    {
        await owner.DisposeAsync();
        if (host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
    }
}
