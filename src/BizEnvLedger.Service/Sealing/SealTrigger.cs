using System.Data.Common;
using BizEnvLedger.Service.Store;
using Weasel.Core;
using Weasel.Postgresql;

namespace BizEnvLedger.Service.Sealing;

/// <summary>
/// The seal: function and trigger as one schema object. Apart, a changed function would be replaced by
/// <c>DROP … CASCADE</c>, which takes the trigger with it and lets events in unsealed without a word.
/// </summary>
internal sealed class SealTrigger : ISchemaObject
{
    public const string Name = "seal_event_trigger";

    private const string Events = $"{LedgerSchema.Name}.mt_events";

    private const string Function = $"{LedgerSchema.Name}.seal_event";

    /// <summary>One boolean: function and trigger on the parent table are exactly the ones written here.</summary>
    public const string StandsAsWritten =
        $"""
        select exists (select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
          where t.tgrelid = '{Events}'::regclass and t.tgname = '{Name}' and p.prosecdef and {PinnedPath}
          and lower(pg_get_triggerdef(t.oid)) = lower('{Definition}') and p.prosrc = $body${Body}$body$)
        """;

    /// <summary>The partitions, parent included, where a new event would go in unsealed.</summary>
    public const string OpenPartitions =
        $"""
        select pt.relid::regclass::text from pg_partition_tree('{Events}') pt
        left join pg_trigger x on x.tgrelid = pt.relid and x.tgname = '{Name}'
        where x.tgenabled is distinct from 'A' order by 1
        """;

    private const string PinnedPath = "p.proconfig = array['search_path=pg_catalog, pg_temp']";

    public DbObjectName Identifier { get; } = LedgerSchema.Named(Name);

    public IEnumerable<DbObjectName> AllNames() => [Identifier, LedgerSchema.Named("seal_event")];

    public void WriteCreateStatement(Migrator migrator, TextWriter writer) => writer.WriteLine(
        $"""
        create or replace function {Function}() returns trigger language plpgsql security definer
        set search_path = pg_catalog, pg_temp as $seal${Body}$seal$;
        revoke all on function {Function}() from public;
        drop trigger if exists {Name} on {Events};
        create constraint trigger {Name} after insert on {Events} deferrable initially deferred
        for each row execute function {Function}();
        alter table {Events} enable always trigger {Name};
        """);

    public void WriteDropStatement(Migrator rules, TextWriter writer) => writer.WriteLine(
        $"""
        drop trigger if exists {Name} on {Events};
        drop function if exists {Function}();
        """);

    public void ConfigureQueryCommand(Weasel.Core.DbCommandBuilder builder)
    {
        var table = builder.AddParameter(Events);
        builder.Append(
            $"""
            select p.prosrc, p.prosecdef and {PinnedPath}, pg_get_triggerdef(t.oid),
              (select bool_and(coalesce(x.tgenabled = 'A', false)) from pg_partition_tree(t.tgrelid) pt
               left join pg_trigger x on x.tgrelid = pt.relid and x.tgname = t.tgname)
            from pg_trigger t join pg_proc p on p.oid = t.tgfoid
            where t.tgrelid = to_regclass(:{table.ParameterName}) and t.tgname = '{Name}';

            """);
    }

    public async Task<ISchemaObjectDelta> CreateDeltaAsync(DbDataReader reader, CancellationToken ct = default)
    {
        if (!await reader.ReadAsync(ct))
        {
            return new SealDelta(this, SchemaPatchDifference.Create);
        }

        var same = reader.GetString(0) == Body
            && reader.GetBoolean(1)
            && string.Equals(reader.GetString(2), Definition, StringComparison.OrdinalIgnoreCase)
            && !await reader.IsDBNullAsync(3, ct)
            && reader.GetBoolean(3);
        return new SealDelta(this, same ? SchemaPatchDifference.None : SchemaPatchDifference.Update);
    }

    private const string Definition =
        $"CREATE CONSTRAINT TRIGGER {Name} AFTER INSERT ON {Events} DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION {Function}()";

    /// <summary>The bytes of a leaf, from an event row <c>new</c> and the time <c>at</c> of its sealing.</summary>
    public const string LeafBytes =
        """
        convert_to(json_build_object(
            'tenant', new.tenant_id, 'stream', new.stream_id, 'version', new.version, 'id', new.id, 'type', new.type,
            'recordedAt', to_char(new."timestamp" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            'sealedAt', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            'data', new.data, 'headers', new.headers, 'user', new.user_name,
            'correlation', new.correlation_id, 'causation', new.causation_id)::text, 'UTF8')
        """;

    // The head row is locked by the insert, and only then is the clock read: sealedAt follows the order of the leaves.
    private const string Body =
        $$"""

        declare
          at timestamptz;
          idx bigint;
          leaf bytea;
        begin
          insert into {{LedgerSchema.Name}}.seal_head as h (tenant_id, next_index, last_sealed_at)
          values (new.tenant_id, 1, clock_timestamp())
          on conflict (tenant_id) do update
            set next_index = h.next_index + 1, last_sealed_at = greatest(clock_timestamp(), h.last_sealed_at)
          returning h.next_index - 1, h.last_sealed_at into idx, at;
          leaf := {{LeafBytes}};
          insert into {{LedgerSchema.Name}}.seal_leaf (tenant_id, leaf_index, event_id, stream, version, sealed_at, hash, bytes)
          values (new.tenant_id, idx, new.id, new.stream_id, new.version, at, sha256('\x00'::bytea || leaf), leaf);
          return null;
        end;

        """;

    // Creating is idempotent and never leaves the table without its trigger, so it is also the repair.
    private sealed class SealDelta(SealTrigger seal, SchemaPatchDifference difference) : ISchemaObjectDelta
    {
        public ISchemaObject SchemaObject => seal;

        public SchemaPatchDifference Difference => difference;

        public void WriteUpdate(Migrator rules, TextWriter writer) => seal.WriteCreateStatement(rules, writer);

        public void WriteRollback(Migrator rules, TextWriter writer)
        {
            // Nothing to go back to: the state before was an unsealed or differently sealed table.
        }

        public void WriteRestorationOfPreviousState(Migrator rules, TextWriter writer)
        {
            // As above.
        }
    }
}
