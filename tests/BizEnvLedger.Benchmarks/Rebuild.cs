using System.Diagnostics;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Service.Embedded;
using BizEnvLedger.Service.Store;
using BizEnvLedger.Service.Supervision;
using JasperFx;
using JasperFx.Events;
using Marten;
using Marten.Events.Aggregation;

namespace BizEnvLedger.Benchmarks;

/// <summary>All of the ledger's projections rebuilt, beside a plain snapshot of the same streams rebuilt by Marten.</summary>
internal static class Rebuild
{
    private const int Rounds = 3;

    public static async Task MeasureAsync(Place place, Figures figures, CancellationToken ct)
    {
        var postgres = await EmbeddedPostgres.StartAsync(place.Data, ct: ct);
        var events = await place.CountAsync("select count(*) from ledger.mt_events", ct);
        using var ours = StoreOn(postgres.Connections().Owner, _ => { });
        using var plain = StoreOn(postgres.Connections().Owner, options =>
        {
            options.AutoCreateSchemaObjects = AutoCreate.CreateOrUpdate;
            options.Projections.Add(new PlainTaskProjection(), JasperFx.Events.Projections.ProjectionLifecycle.Async);
        });
        await plain.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
        var (all, snapshot) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            snapshot.Add(await TimeAsync(plain, "PlainTask", ct));
            all.Add(await TimeAsync(ours, SupervisionProjections.Name, ct));
        }

        var ratio = Figures.Median(snapshot.Zip(all, (s, a) => s / a));
        figures.Add($"rebuild of all projections / of a plain snapshot, {events} events", "全部投影重建与单个快照重建的速度之比", $"{ratio:0.00}", ">= 0.5", ratio >= 0.5);
        figures.Note("  all projections; plain snapshot (medians)", "  全部投影；单个快照（中位数）", $"{Figures.Median(all):0.0} s; {Figures.Median(snapshot):0.0} s");
    }

    private static DocumentStore StoreOn(string connection, Action<StoreOptions> more) => DocumentStore.For(options =>
    {
        options.Connection(connection);
        LedgerStore.Configure(options, EventCatalogue.All);
        more(options);
    });

    private static async Task<double> TimeAsync(DocumentStore store, string projection, CancellationToken ct)
    {
        using var daemon = await store.BuildProjectionDaemonAsync(Jurisdictions.Tongliao.Id);
        var watch = Stopwatch.StartNew();
        await daemon.RebuildProjectionAsync(projection, ct);
        return watch.Elapsed.TotalSeconds;
    }
}

/// <summary>The plainest snapshot of a stream: how many events it has.</summary>
internal sealed record PlainTask
{
    public required string Id { get; init; }
    public int Events { get; init; }
}

internal sealed partial class PlainTaskProjection : SingleStreamProjection<PlainTask, string>
{
    public PlainTaskProjection() => Name = "PlainTask";

    public override PlainTask? Evolve(PlainTask? snapshot, string id, IEvent e) => (snapshot ?? new() { Id = id }) with { Events = (snapshot?.Events ?? 0) + 1 };
}
