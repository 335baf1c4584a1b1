using System.Security.Cryptography;
using BizEnvLedger.Core.EvidenceFiles.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Service.Import;
using BizEnvLedger.Service.Store;
using JasperFx.Events;
using Marten;
using Npgsql;

namespace BizEnvLedger.Service.Ledger;

/// <summary>
/// The one way into the ledger: locks, decides, appends and seals in one transaction. Writers to one task wait for each other and none
/// is refused for the race; the idempotency key is looked at before anything else; texts go beside the events in the same transaction.
/// </summary>
public sealed class LedgerWriter(IDocumentStore store, NpgsqlDataSource database, LedgerBook book, LedgerClock clock)
{
    public async Task<Outcome> WriteAsync(Write write, CancellationToken ct)
    {
        var volume = await book.VolumeAsync(write.Jurisdiction, ct);
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var locked = await WriteLocks.TakeAsync(connection, write, ct);
        if (locked.Seen is { } seen)
        {
            await transaction.RollbackAsync(ct);
            return seen.ContentHash.AsSpan().SequenceEqual(write.ContentHash)
                ? new Outcome.Accepted(await Receipt.ReadAsync(connection, write.Jurisdiction, seen.EventIds, ct), Repeated: true)
                : new Outcome.KeyReused();
        }

        if (write.IfMatch is { } expected && expected != locked.VersionOf(write.Stream))
            return new Outcome.Stale(locked.VersionOf(write.Stream));

        if (!IsCurrent(volume.State, write, locked))
            await volume.ReadOnAsync(connection, ct);
        // Read under the lock: within a stream, recording times follow the versions.
        var now = write.ClaimedAt is { } claimed ? LedgerClock.MomentOf(claimed, volume.Zone) : clock.Now(volume.Zone);
        var decision = write.Decide(volume.State.Plans.GetValueOrDefault(write.Plan), now);
        if (decision.Refusal is { } refusal)
            return new Outcome.Refused(refusal);
        if (decision.Events.Count == 0)
            return new Outcome.OnRecord();
        // Older registers cite files that lie elsewhere; a live act cites what the ledger holds and the caller may read.
        if (write.ClaimedAt is null && CiteEvidence.Check(volume.State, new(write.Evidence), write.Who, now) is { } uncited)
            return new Outcome.Refused(uncited);

        if (write.Beside is { } beside)
            await beside(connection, ct);
        var ids = await AppendAsync(connection, transaction, write, decision, locked, now, ct);
        var receipt = await Receipt.CommitAsync(connection, write.Jurisdiction, ids, volume.Take, ct);
        volume.Fold();
        return new Outcome.Accepted(receipt, Repeated: false);
    }

    /// <summary>The receipt of events that are in the ledger already.</summary>
    public async Task<Receipt> ReceiptAsync(string jurisdiction, IReadOnlyList<Guid> events, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return await Receipt.ReadAsync(connection, jurisdiction, events, ct);
    }

    /// <summary>What is in memory is enough when it knows the locked streams at their present versions.</summary>
    private static bool IsCurrent(LedgerState state, Write write, Locked locked) =>
        write.Scope == WriteScope.Task
        && state.Plans.GetValueOrDefault(write.Plan) is { } plan
        && plan.Plan.Version == locked.VersionOf(write.Plan)
        && plan.Tasks.GetValueOrDefault(StreamKey.Parse(write.Stream).Id) is { } task
        && task.Version == locked.VersionOf(write.Stream);

    /// <summary>Appends all that belongs to the decision, in one round trip, and does not commit yet.</summary>
    private async Task<IReadOnlyList<Guid>> AppendAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, Write write, Decision decision, Locked locked, Moment now, CancellationToken ct)
    {
        var options = Marten.Services.SessionOptions.ForTransaction(transaction, shouldAutoCommit: false);
        options.TenantId = write.Jurisdiction;
        await using var session = store.LightweightSession(options);
        session.LastModifiedBy = write.Who.Sub;
        var events = new List<(string Stream, IEvent Event)>();
        foreach (var data in decision.Events)
        {
            var (stream, fact) = data is Addressed addressed ? (addressed.Stream, addressed.Event) : (write.Stream, data);
            var e = session.Events.BuildEvent(fact);
            e.Id = Guid.CreateVersion7();
            e.Timestamp = now.At;
            if (write.ImportMark is { } mark)
                e.SetHeader(LeafLine.ImportedHeader, mark);
            if (write.Line is { } line)
                e.SetHeader(LinePlace.Header, line.Part(events.Count));
            events.Add((stream, e));
        }

        foreach (var group in events.GroupBy(e => e.Stream))
            if (locked.VersionOf(group.Key) > 0)
                session.Events.Append(group.Key, group.Select(e => e.Event).ToArray());
            else
                session.Events.StartStream(TypeOf(StreamKey.Parse(group.Key)), group.Key, group.Select(e => e.Event).ToArray());
        // Found by their seals, computed once: a workbook that comes in brings thousands.
        var drafts = write.Texts.Select(text => (Seal: TextSeal.Of(text), Text: text)).DistinctBy(d => d.Seal).ToDictionary(d => d.Seal, d => d.Text);
        foreach (var (_, e) in events)
            foreach (var (field, text) in Texts(e.Data, drafts))
                session.QueueSqlCommand($"insert into {LedgerSchema.Name}.texts (tenant_id, event_id, field, salt, value) values (?, ?, ?, ?, ?)", write.Jurisdiction, e.Id, field, text.Salt, text.Value);
        foreach (var (table, content, name) in write.Files)
            QueueFile(session, write.Jurisdiction, table, content, name);
        var ids = events.Select(e => e.Event.Id).ToArray();
        if (write.IdempotencyKey is { } key)
            session.QueueSqlCommand(
                $"insert into {LedgerSchema.Name}.idempotency (tenant_id, sub, key, content_hash, event_ids, status, at) values (?, ?, ?, ?, ?, ?, ?)",
                write.Jurisdiction, write.Who.Sub, key, write.ContentHash, ids, write.Status, now.At);
        await session.SaveChangesAsync(ct);
        return ids;
    }

    /// <summary>What a stream is of, as the store wants it declared.</summary>
    private static Type TypeOf(StreamKey key) => key.Kind switch
    {
        StreamKey.PlanKind => key.Plan == ImportEnded.Stream ? typeof(ImportEnded) : typeof(ActionPlan),
        StreamKey.TaskKind => typeof(PlanTask),
        StreamKey.RoundKind => typeof(Round),
        // Every other matter is told apart by its key.
        _ => typeof(StreamKey),
    };

    private static void QueueFile(IDocumentSession session, string jurisdiction, string table, byte[] content, string? name)
    {
        if (name is null)
            session.QueueSqlCommand($"insert into {LedgerSchema.Name}.{table} (tenant_id, sha256, content) values (?, ?, ?) on conflict do nothing", jurisdiction, SHA256.HashData(content), content);
        else
            session.QueueSqlCommand($"insert into {LedgerSchema.Name}.{table} (tenant_id, sha256, name, content) values (?, ?, ?, ?) on conflict do nothing", jurisdiction, SHA256.HashData(content), name, content);
    }

    /// <summary>The texts whose commitments an event carries, by the event's field.</summary>
    private static IEnumerable<(string Field, DraftText Text)> Texts(object data, Dictionary<TextSeal, DraftText> drafts)
    {
        if (drafts.Count == 0)
            yield break;
        foreach (var property in data.GetType().GetProperties())
            if (property.PropertyType == typeof(TextSeal) && property.GetValue(data) is TextSeal seal)
                yield return (char.ToLowerInvariant(property.Name[0]) + property.Name[1..], drafts[seal]);
    }
}
