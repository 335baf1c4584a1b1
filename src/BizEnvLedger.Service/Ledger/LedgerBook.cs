using System.Collections.Concurrent;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Service.Store;
using Npgsql;
using NpgsqlTypes;

namespace BizEnvLedger.Service.Ledger;

/// <summary>
/// The ledger in memory, read from its sealed leaves and from nothing else. Leaves never change, so what was read stays right;
/// each question first reads on to the end, so that every node answers with its own and others' latest writes.
/// </summary>
public sealed class LedgerBook(NpgsqlDataSource database)
{
    private readonly ConcurrentDictionary<string, Volume> volumes = new();

    /// <summary>The jurisdiction's ledger up to its present end.</summary>
    public async Task<Volume> OpenAsync(string jurisdiction, CancellationToken ct)
    {
        var volume = await VolumeAsync(jurisdiction, ct);
        await using var connection = await database.OpenConnectionAsync(ct);
        await volume.ReadOnAsync(connection, ct);
        return volume;
    }

    /// <summary>As last read; for writers, who know by the stream's version whether that is enough.</summary>
    public async Task<Volume> VolumeAsync(string jurisdiction, CancellationToken ct)
    {
        if (volumes.TryGetValue(jurisdiction, out var known))
            return known;
        await using var connection = await database.OpenConnectionAsync(ct);
        var found = (await Jurisdictions.AllAsync(connection, ct)).FirstOrDefault(j => j.Id == jurisdiction)
            ?? throw new KeyNotFoundException($"Jurisdiction {jurisdiction} is not in this ledger.");
        return volumes.GetOrAdd(jurisdiction, _ => new Volume(found));
    }

    public async Task<bool> KnowsAsync(string jurisdiction, CancellationToken ct)
    {
        if (volumes.ContainsKey(jurisdiction))
            return true;
        await using var connection = await database.OpenConnectionAsync(ct);
        return (await Jurisdictions.AllAsync(connection, ct)).Any(j => j.Id == jurisdiction);
    }
}

/// <summary>One jurisdiction's timeline and its folded state.</summary>
public sealed class Volume(Jurisdiction jurisdiction)
{
    private const string NextLeaves = $"select leaf_index, bytes from {LedgerSchema.Name}.seal_leaf where tenant_id = $1 and leaf_index >= $2 order by leaf_index";

    // A handful: one for each writer that has just committed.
    private const int MostWaiting = 256;

    private readonly SemaphoreSlim reading = new(1);
    private readonly ConcurrentDictionary<long, byte[]> waiting = new();
    private readonly ConcurrentDictionary<(string Plan, int Size), PlanState> replays = new();

    public Jurisdiction Jurisdiction { get; } = jurisdiction;

    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(jurisdiction.TimeZone);

    public Timeline Timeline { get; } = new();

    /// <summary>The state at the end of what was read.</summary>
    public LedgerState State { get; private set; } = LedgerState.Empty;

    /// <summary>Reads the leaves that have come since, on the caller's connection: whoever holds one never waits for a second.</summary>
    public async Task ReadOnAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await reading.WaitAsync(ct);
        try
        {
            await using var command = new NpgsqlCommand(NextLeaves, connection);
            command.Parameters.Add(new NpgsqlParameter { Value = Jurisdiction.Id });
            command.Parameters.Add(new NpgsqlParameter { Value = (long)Timeline.Count, NpgsqlDbType = NpgsqlDbType.Bigint });
            await using var rows = await command.ExecuteReaderAsync(ct);
            while (await rows.ReadAsync(ct))
                Add(rows.GetInt64(0), rows.GetFieldValue<byte[]>(1));
        }
        finally
        {
            reading.Release();
        }

        Fold();
    }

    /// <summary>Takes in a leaf that a writer of this process has committed and read back, as soon as those before it are here.</summary>
    public void Take(long leaf, byte[] bytes)
    {
        // What is not kept will be read when it is needed.
        if (waiting.Count < MostWaiting)
            waiting[leaf] = bytes;
    }

    /// <summary>Folds what was taken in. Whoever folds already takes the others' along.</summary>
    public void Fold()
    {
        while (waiting.ContainsKey(Timeline.Count) && reading.Wait(0))
            try
            {
                while (waiting.TryRemove(Timeline.Count, out var bytes))
                    Add(Timeline.Count, bytes);
                foreach (var leaf in waiting.Keys.Where(l => l < Timeline.Count))
                    waiting.TryRemove(leaf, out _);
            }
            finally
            {
                reading.Release();
            }
    }

    /// <summary>Published leaf by leaf: should a later one not be readable, what came before it stays folded once.</summary>
    private void Add(long leaf, byte[] bytes)
    {
        var e = LeafLine.Read(bytes, leaf, Zone);
        Timeline.Add(e);
        State = State.Apply(e);
    }

    /// <summary>A plan as recorded by a moment; null where it was not issued by then. The present end where no moment is given.</summary>
    public (PlanState? Plan, int Size) AsOf(string plan, DateTimeOffset? recordedBy)
    {
        var now = State;
        var size = recordedBy is { } moment ? Timeline.SizeAt(moment) : (int)now.Size;
        if (size >= now.Size)
            return (now.Plans.GetValueOrDefault(plan), (int)now.Size);
        return (At(plan, size), size);
    }

    /// <summary>A plan folded from leaves 0 … size−1.</summary>
    public PlanState? At(string plan, int size)
    {
        if (replays.TryGetValue((plan, size), out var kept))
            return kept;
        var replayed = Timeline.Replay(size, plan).Plans.GetValueOrDefault(plan);
        if (replayed is not null)
        {
            // A handful of past positions is asked about again and again (a slider, a closed round); more are not kept.
            if (replays.Count >= 8)
                replays.Clear();
            replays[(plan, size)] = replayed;
        }

        return replayed;
    }
}
