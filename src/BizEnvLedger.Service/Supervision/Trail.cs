using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Service.Store;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;

namespace BizEnvLedger.Service.Supervision;

/// <summary>问责留痕: one act or fact in a line, to be searched by unit, task and time. The event itself stays the evidence.</summary>
public sealed record TrailEntry
{
    /// <summary>The event's id.</summary>
    public required Guid Id { get; init; }
    public required string Plan { get; init; }

    /// <summary>Task number, <c>goals</c>, <c>mechanisms</c>, a half-year, or null for the plan itself.</summary>
    public string? Task { get; init; }

    /// <summary>The event's stored name.</summary>
    public required string Kind { get; init; }
    public string? Unit { get; init; }

    /// <summary>Measure, indicator, milestone, step or half-year that it is about.</summary>
    public string? Subject { get; init; }
    public DateOnly? EffectiveOn { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required string User { get; init; }
    public required bool Imported { get; init; }

    /// <summary>Its place in the stream.</summary>
    public required long Version { get; init; }
}

/// <summary>One entry for each event; ids and times are the event's own, so that a rebuild gives the same rows.</summary>
public sealed class TrailProjection : IProjection
{
    /// <summary>
    /// All entries of a batch in one statement: stored one by one they would be most of what a rebuild takes.
    /// What is stored is what the store itself would write; an event projected twice is the same row.
    /// </summary>
    private const string Store =
        $"""
        insert into {LedgerSchema.Name}.mt_doc_trailentry (tenant_id, id, data, mt_version, mt_dotnet_type, mt_last_modified)
        select ?, entry.id, entry.data::jsonb, entry.id, ?, transaction_timestamp() from unnest(?, ?) as entry (id, data)
        on conflict (tenant_id, id) do update set data = excluded.data, mt_last_modified = excluded.mt_last_modified
        """;

    public Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var serializer = operations.DocumentStore.Options.Serializer();
        foreach (var tenant in events.Where(e => Kinds.Contains(e.EventTypeName)).GroupBy(e => e.TenantId))
            operations.QueueSqlCommand(
                Store, tenant.Key, typeof(TrailEntry).FullName!, tenant.Select(e => e.Id).ToArray(), tenant.Select(e => serializer.ToJson(Of(e))).ToArray());
        return Task.CompletedTask;
    }

    // The store's own tombstones keep their place in the ledger and mean nothing.
    private static readonly HashSet<string> Kinds = [.. EventCatalogue.All.Select(e => e.Alias)];

    public static TrailEntry Of(IEvent e)
    {
        var key = StreamKey.Parse(e.StreamKey!);
        var (unit, subject, effectiveOn) = About(e.Data);
        return new()
        {
            Id = e.Id,
            Plan = key.Plan,
            Task = key.Kind is StreamKey.TaskKind or StreamKey.RoundKind ? key.Id : null,
            Kind = e.EventTypeName,
            Unit = unit,
            Subject = subject,
            EffectiveOn = effectiveOn,
            RecordedAt = e.Timestamp,
            User = e.UserName ?? "",
            Imported = e.Headers?.ContainsKey(LeafLine.ImportedHeader) == true,
            Version = e.Version,
        };
    }

    private static (string? Unit, string? Subject, DateOnly? EffectiveOn) About(object data) => data switch
    {
        PlanIssued x => (null, x.Plan.DocumentNumber, x.EffectiveOn),
        PlanAmended x => (null, x.Change.DocumentNumber, x.EffectiveOn),
        PlanClarified x => (null, x.Change.DocumentNumber, x.EffectiveOn),
        TaskAssigned x => (null, x.No, x.EffectiveOn),
        TaskChanged x => (null, x.DocumentNumber, x.EffectiveOn),
        LeadReassigned x => (x.Leads[0], x.Measure, x.EffectiveOn),
        _ => EventAbout.Of(data),
    };
}
