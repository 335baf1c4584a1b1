using System.Text.Json;
using System.Text.RegularExpressions;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans.Reading;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Service.Import;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Plans;
using BizEnvLedger.Service.Store;
using BizEnvLedger.Service.Tests.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BizEnvLedger.Service.Tests.Import;

/// <summary>A load of history that was cut off, and goes on.</summary>
[Collection(nameof(WithDemonstration))]
public sealed partial class CutOffLoadTests(LoadedDemonstration demonstration, TestServer server)
{
    private static readonly string Whole = PlanLibrary.Beside("demo/history.ndjson");

    [Fact]
    public async Task Cut_after_every_line_that_makes_several_events_and_anywhere_else_it_becomes_the_same_ledger()
    {
        var ct = TestContext.Current.CancellationToken;
        var lines = await File.ReadAllLinesAsync(Whole, ct);
        var several = (await HeadersAsync(demonstration.Connections, ct)).GroupBy(h => h.Place.Number).Where(g => g.Count() > 1).Select(g => g.Key).ToList();
        several.Count.ShouldBeGreaterThan(1);
        var random = new Random(20230710);
        SortedSet<int> cuts = [.. several, .. Enumerable.Range(0, 24).Select(_ => random.Next(1, lines.Length)), lines.Length];

        var connections = await server.CreateDatabaseAsync();
        await using var app = LedgerApp.Build(LedgerApp.CreateBuilder(connections.Runtime));
        var import = app.Services.GetRequiredService<HistoryImport>();
        foreach (var cut in cuts)
            (await Should.ThrowAsync<LedgerRefusal>(RunAsync(import, [.. lines.Take(cut), "cut off"]))).Message.ShouldStartWith($"历史文件第 {cut + 1} 行");
        (await import.RunAsync("150500", LoadedDemonstration.Plan, Whole, "demonstration", ct)).ShouldBe(lines.Length);

        var volume = await app.Services.GetRequiredService<LedgerBook>().OpenAsync("150500", ct);
        foreach (var (told, whole) in Told(volume).Zip(Told(demonstration.Volume)))
            told.ShouldBe(whole);
        volume.Timeline.Count.ShouldBe(demonstration.Size);
        (await HeadersAsync(connections, ct)).ShouldBe(await HeadersAsync(demonstration.Connections, ct));
    }

    [Fact]
    public async Task Another_file_does_not_go_on_where_the_first_stopped_and_writes_nothing()
    {
        var ct = TestContext.Current.CancellationToken;
        var lines = await File.ReadAllLinesAsync(Whole, ct);
        await using var app = LedgerApp.Build(LedgerApp.CreateBuilder((await server.CreateDatabaseAsync()).Runtime));
        var import = app.Services.GetRequiredService<HistoryImport>();
        await Should.ThrowAsync<LedgerRefusal>(RunAsync(import, [.. lines.Take(40), "cut off"]));
        var book = app.Services.GetRequiredService<LedgerBook>();
        var size = (await book.OpenAsync("150500", ct)).State.Size;

        var changed = await Should.ThrowAsync<LedgerRefusal>(RunAsync(import, [.. lines.Take(9), lines[9].Replace("+08:00", "+09:00", StringComparison.Ordinal), .. lines.Skip(10)]));
        changed.Message.ShouldContain("第 10 行");
        var shorter = await Should.ThrowAsync<LedgerRefusal>(RunAsync(import, [.. lines.Take(30)]));
        shorter.Message.ShouldContain("第 40 行");

        (await book.OpenAsync("150500", ct)).State.ShouldSatisfyAllConditions(s => s.Size.ShouldBe(size), s => s.ImportEnded.ShouldBeFalse());
    }

    [Fact]
    public async Task A_lines_events_carry_the_hash_of_the_file_up_to_it()
    {
        var ct = TestContext.Current.CancellationToken;
        var last = (await HeadersAsync(demonstration.Connections, ct)).Select(h => h.Place).MaxBy(p => p.Number)!;
        last.Number.ShouldBe(File.ReadLines(Whole).Count());
        last.Sha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(Whole, ct))));
    }

    private static async Task RunAsync(HistoryImport import, string[] lines)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(file, lines, TestContext.Current.CancellationToken);
            await import.RunAsync("150500", LoadedDemonstration.Plan, file, "demonstration", TestContext.Current.CancellationToken);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>
    /// Every event in ledger order, with each id that it names told by the place of the event it means. Salted and derived hashes differ from load to load,
    /// and so does what a spot check falls on, which is drawn by the root: of it only that it happened.
    /// </summary>
    private static IReadOnlyList<string> Told(Volume volume)
    {
        var events = Enumerable.Range(0, volume.Timeline.Count).Select(i => volume.Timeline[i]).ToList();
        var places = events.ToDictionary(e => e.Id.ToString(), e => $"#{e.Leaf}");
        var drawn = events.Select((e, i) => IsCheck(e) || i > 0 && e.Data is MilestoneReopened && IsCheck(events[i - 1])).ToList();
        return [.. events.Select((e, i) => $"{e.Leaf} {e.RecordedAt:O} {e.User} {e.Data.GetType().Name} " + (drawn[i] ? "" : $"{e.Stream} {Plain(JsonSerializer.Serialize(e.Data, e.Data.GetType(), PlanJson.Options))}"))];

        static bool IsCheck(Recorded e) => e.Data is SpotCheckDrawn or SpotCheckRecorded;

        string Plain(string json) => Ids().Replace(Hashes().Replace(json, "…"), id => places.GetValueOrDefault(id.Value, id.Value));
    }

    private static async Task<IReadOnlyList<(LinePlace Place, int Part)>> HeadersAsync(LedgerConnections connections, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connections.Runtime);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand($"select headers->>'{LinePlace.Header}' from ledger.mt_events e join ledger.seal_leaf l on l.tenant_id = e.tenant_id and l.event_id = e.id where headers ? '{LinePlace.Header}' order by leaf_index", connection);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var found = new List<(LinePlace, int)>();
        while (await rows.ReadAsync(ct))
            found.Add(LinePlace.Read(rows.GetString(0)));
        return found;
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Ids();

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hashes();
}
