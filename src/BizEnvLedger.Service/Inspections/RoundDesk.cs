using System.Security.Cryptography;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.Acts;
using BizEnvLedger.Core.Inspections.View;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Proof;
using BizEnvLedger.Reports.HalfYearReports;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Store;
using Npgsql;
using NpgsqlTypes;

namespace BizEnvLedger.Service.Inspections;

/// <summary>Cuts a half-year from the leaves, and keeps the frozen data sets by their hash.</summary>
public sealed class RoundDesk(NpgsqlDataSource database, LedgerClock clock)
{
    /// <summary>The half-year as it would freeze at a tree size: computed from leaves 0 … n−1, never from projections.</summary>
    public async Task<CutResult> CutAsync(Volume volume, string plan, HalfYear halfYear, int size, CancellationToken ct)
    {
        var now = clock.Now(volume.Zone);
        return Cut(volume, plan, halfYear, size, await RootAsync(volume.Jurisdiction.Id, size, ct), now.At, now.On, await PreviousAsync(volume, plan, halfYear, size, ct));
    }

    /// <summary>The same for a given moment and root; import closes rounds at claimed moments.</summary>
    public CutResult Cut(Volume volume, string plan, HalfYear halfYear, int size, string root, DateTimeOffset recordedBy, DateOnly recordedOn, byte[]? previous)
    {
        var state = volume.At(plan, size) ?? throw new InvalidOperationException($"Plan {plan} is not in leaves 0 … {size - 1}.");
        var place = new Place(volume.Jurisdiction.Id, volume.Jurisdiction.Name, clock.IsDemonstration);
        var dataSet = HalfYearView.Of(state, state.HeldBy(halfYear.LastDay), new(halfYear, recordedBy, recordedOn, size, root), place, previous is null ? null : HalfYearJson.Read(previous));
        var bytes = HalfYearJson.Write(dataSet);
        return new(dataSet, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), previous is null ? null : Convert.ToHexStringLower(SHA256.HashData(previous)));
    }

    /// <summary>A frozen data set's exact bytes.</summary>
    public Task<byte[]> FrozenAsync(string jurisdiction, InspectionClosed closed, CancellationToken ct) => FrozenAsync(jurisdiction, closed.DataSetSha256, closed.HalfYear, ct);

    /// <summary>The exact bytes that an event froze by their hash.</summary>
    public async Task<byte[]> FrozenAsync(string jurisdiction, string sha256, string what, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"select content from {LedgerSchema.Name}.data_sets where tenant_id = $1 and sha256 = $2");
        command.Parameters.Add(new NpgsqlParameter { Value = jurisdiction });
        command.Parameters.Add(new NpgsqlParameter { Value = Convert.FromHexString(sha256) });
        var bytes = await command.ExecuteScalarAsync(ct) as byte[] ?? throw new InvalidOperationException($"The data set of {what} is missing.");
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == sha256
            ? bytes
            : throw new InvalidOperationException($"The data set of {what} does not match the hash in its closing event.");
    }

    /// <summary>What a draw rests on; null while the round is not closed, or, where its scheme committed to no secret, no leaf lies beyond its checkpoint.</summary>
    public async Task<DrawBasis?> DrawBasisAsync(Volume volume, ActionPlan plan, HalfYear halfYear, CancellationToken ct)
    {
        if (plan.FindRound(halfYear) is not { Closed: { } closed } round)
            return null;
        if (plan.InspectionOf(halfYear).InForce?.Commitment is not null)
            return await BasisAsync(volume, closed, (int)round.ClosedLeaf!.Value + 1, ct);
        var size = volume.Timeline.SizeAt(LeafLine.EndOf(DrawSpotCheck.CheckpointOf(plan, round), volume.Zone));
        // A leaf beyond it has been sealed: leaves follow each other without gap and in time, so none before it can still arrive.
        return size == volume.Timeline.Count
            ? null
            : await BasisAsync(volume, closed, size, ct);
    }

    private async Task<DrawBasis> BasisAsync(Volume volume, InspectionClosed closed, int size, CancellationToken ct) =>
        new(Drawing.PopulationOf(HalfYearJson.Read(await FrozenAsync(volume.Jurisdiction.Id, closed, ct))), size, await RootAsync(volume.Jurisdiction.Id, size, ct));

    /// <summary>RFC 6962 root of leaves 0 … size−1, lower-case hex.</summary>
    public async Task<string> RootAsync(string jurisdiction, int size, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"select hash from {LedgerSchema.Name}.seal_leaf where tenant_id = $1 and leaf_index < $2 order by leaf_index");
        command.Parameters.Add(new NpgsqlParameter { Value = jurisdiction });
        command.Parameters.Add(new NpgsqlParameter { Value = (long)size, NpgsqlDbType = NpgsqlDbType.Bigint });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var hashes = new List<byte[]>(size);
        while (await rows.ReadAsync(ct))
            hashes.Add(rows.GetFieldValue<byte[]>(0));
        return Convert.ToHexStringLower(MerkleRoot.Of(hashes));
    }

    /// <summary>The data set of the round before, where it was closed within the leaves.</summary>
    public async Task<byte[]?> PreviousAsync(Volume volume, string plan, HalfYear halfYear, int size, CancellationToken ct) =>
        volume.At(plan, size)?.Plan.LastClosedBefore(halfYear)?.Closed is { } closed
            ? await FrozenAsync(volume.Jurisdiction.Id, closed, ct)
            : null;
}

/// <summary>A cut with its canonical bytes and their hash.</summary>
public sealed record CutResult(HalfYearDataSet DataSet, byte[] Bytes, string Sha256, string? PreviousSha256);
