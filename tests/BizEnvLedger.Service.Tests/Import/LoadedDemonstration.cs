using BizEnvLedger.Service.Import;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Plans;
using BizEnvLedger.Service.Store;
using Microsoft.Extensions.DependencyInjection;

namespace BizEnvLedger.Service.Tests.Import;

/// <summary>The demonstration history, loaded once as <c>ledger up</c> loads it.</summary>
public sealed class LoadedDemonstration(TestServer server) : IAsyncLifetime
{
    public const string Plan = "tongliao-2021-2023";

    public Microsoft.AspNetCore.Builder.WebApplication App { get; private set; } = null!;
    public LedgerConnections Connections { get; private set; } = null!;
    public Volume Volume { get; private set; } = null!;

    /// <summary>How many events the load made; tests that read put readings on record after them.</summary>
    public int Size { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Connections = await server.CreateDatabaseAsync();
        App = LedgerApp.Build(LedgerApp.CreateBuilder(Connections.Runtime));
        App.Services.GetRequiredService<LedgerClock>().DemonstrationOffset = TimeSpan.FromDays(-1000);
        await App.Services.GetRequiredService<HistoryImport>().RunAsync("150500", Plan, PlanLibrary.Beside("demo/history.ndjson"), "demonstration", TestContext.Current.CancellationToken);
        Volume = await App.Services.GetRequiredService<LedgerBook>().OpenAsync("150500", TestContext.Current.CancellationToken);
        Size = Volume.Timeline.Count;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

/// <summary>Tests that share the loaded demonstration.</summary>
[CollectionDefinition(nameof(WithDemonstration))]
public sealed class WithDemonstration : ICollectionFixture<LoadedDemonstration>;
