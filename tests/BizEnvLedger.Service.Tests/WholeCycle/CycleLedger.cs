using System.Text.Json;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BizEnvLedger.Service.Tests.WholeCycle;

/// <summary>The ledger at the run's end: every event of the plan by the trail that an auditor reads, and every leaf as it was sealed.</summary>
internal sealed class CycleLedger
{
    private readonly IReadOnlyDictionary<Guid, string> trail;
    private readonly IReadOnlyDictionary<Guid, (string Kind, string Stream, long Leaf)> sealedEvents;

    private CycleLedger(IReadOnlyDictionary<Guid, string> trail, IReadOnlyDictionary<Guid, (string, string, long)> sealedEvents) => (this.trail, this.sealedEvents) = (trail, sealedEvents);

    public static async Task<CycleLedger> ReadAsync(CycleRun run)
    {
        var ct = TestContext.Current.CancellationToken;
        var size = (await run.Api.GetAsync("tasks?limit=1")).GetProperty("position").GetInt32();
        for (var i = 0; i < 200 && (await run.Api.GetAsync("trail?limit=1")).GetProperty("position").GetInt32() < size; i++)
            await Task.Delay(100, ct);
        var trail = (await run.AllAsync("trail")).ToDictionary(t => t.GetProperty("id").GetGuid(), t => t.GetProperty("kind").GetString()!);
        var names = EventCatalogue.All.ToDictionary(e => e.Type, e => e.Alias);
        var volume = await run.Api.Services.GetRequiredService<LedgerBook>().OpenAsync("150500", ct);
        var leaves = Enumerable.Range(0, volume.Timeline.Count).Select(i => volume.Timeline[i]).ToDictionary(e => e.Id, e => (names[e.Data.GetType()], e.Stream, e.Leaf));
        leaves.Values.Count(l => StreamKey.Parse(l.Stream).Plan == LedgerApi.Plan).ShouldBe(trail.Count);
        return new(trail, leaves);
    }

    /// <summary>The steps in order: day, name, who, and each event's id, stored name, stream and leaf.</summary>
    public void List(CycleRun run, Action<string> write)
    {
        var last = -1L;
        foreach (var step in run.Steps)
        {
            write($"{step.Day} {step.Name} — {step.Who}");
            foreach (var (id, stream, leaf) in step.Leaves)
            {
                var found = sealedEvents[id];
                (found.Stream, found.Leaf).ShouldBe((stream, leaf), step.Name);
                leaf.ShouldBeGreaterThan(last);
                last = leaf;
                write($"    {id} {found.Kind} {stream} #{leaf}");
            }
        }
    }

    /// <summary>Every id that an answer names is an event of the plan.</summary>
    /// <returns>The ids.</returns>
    public IReadOnlySet<Guid> Trace(JsonElement answer, string what)
    {
        var named = Ids(answer).ToHashSet();
        named.ShouldNotBeEmpty(what);
        foreach (var id in named)
        {
            trail.ShouldContainKey(id, $"{what} rests on an event that the plan's trail does not have.");
            sealedEvents[id].Kind.ShouldBe(trail[id]);
            StreamKey.Parse(sealedEvents[id].Stream).Plan.ShouldBe(LedgerApi.Plan);
        }

        return named;
    }

    /// <summary>Every id in <paramref name="answer"/> that is written as one.</summary>
    public static IEnumerable<Guid> Ids(JsonElement answer) => answer.ValueKind switch
    {
        JsonValueKind.Array => answer.EnumerateArray().SelectMany(Ids),
        JsonValueKind.Object => answer.EnumerateObject().SelectMany(p => Ids(p.Value)),
        JsonValueKind.String when Guid.TryParseExact(answer.GetString(), "D", out var id) => [id],
        _ => [],
    };
}
