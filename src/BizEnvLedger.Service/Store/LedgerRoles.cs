using Npgsql;

namespace BizEnvLedger.Service.Store;

/// <summary>
/// The runtime role and exactly what it may do. It appends events and evidence and reads everything;
/// it never changes or removes an event, a leaf, evidence or a text. The owner role is for the schema only.
/// </summary>
public static class LedgerRoles
{
    /// <summary>The role that the service acts as. It cannot log in; the service's login is a member.</summary>
    public const string Runtime = "ledger_app";

    private const string Ledger = LedgerSchema.Name;

    private const string CreateRole =
        $"""
        do $$ begin
          if not exists (select from pg_roles where rolname = '{Runtime}') then
            create role {Runtime} nologin;
            -- Whoever made the role may act as it: the one login of a small installation needs that.
            if not pg_has_role(current_user, '{Runtime}', 'member') then
              execute format('grant {Runtime} to %I', current_user);
            end if;
          end if;
        exception when duplicate_object or unique_violation then null; -- another database of this server was quicker
        end $$;
        """;

    private const string Grants =
        $$"""
        select pg_advisory_xact_lock(hashtext('{{Ledger}} grants')); -- two at once would fail on the same catalogue row
        grant usage on schema {{Ledger}}, {{LedgerSchema.Messages}} to {{Runtime}};
        revoke all on all tables in schema {{Ledger}} from public, {{Runtime}};
        grant select on all tables in schema {{Ledger}} to {{Runtime}};
        grant insert on {{Ledger}}.mt_events, {{Ledger}}.idempotency, {{Ledger}}.texts, {{Ledger}}.plan_files, {{Ledger}}.data_sets, {{Ledger}}.evidence, {{Ledger}}.checkpoint, {{Ledger}}.cosignature to {{Runtime}};
        grant insert, update on {{Ledger}}.mt_streams, {{Ledger}}.delivery, {{Ledger}}.delivery_cursor to {{Runtime}};
        grant insert on {{Ledger}}.delivery_attempt to {{Runtime}};
        do $$ declare t regclass; begin
          for t in select c.oid from pg_class c where c.relnamespace = '{{Ledger}}'::regnamespace and c.relkind in ('r', 'p')
            and (c.relname like 'mt\_doc\_%' or c.relname in ('mt_event_progression', 'mt_event_projection_floors', 'mt_high_water_skips'))
          loop execute format('grant insert, update, delete on %s to {{Runtime}}', t); end loop;
        end $$;
        grant usage on all sequences in schema {{Ledger}} to {{Runtime}};
        grant select, insert, update, delete on all tables in schema {{LedgerSchema.Messages}} to {{Runtime}};
        grant usage on all sequences in schema {{LedgerSchema.Messages}} to {{Runtime}};
        alter default privileges in schema {{Ledger}} grant select on tables to {{Runtime}};
        alter default privileges in schema {{Ledger}} grant usage on sequences to {{Runtime}};
        """;

    /// <summary>Creates the runtime role if the server lacks it. Needs CREATEROLE unless an administrator has created it.</summary>
    public static async Task CreateAsync(NpgsqlConnection owner, CancellationToken ct = default)
    {
        try
        {
            await owner.RunAsync(CreateRole, ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new LedgerRefusal(
                $"数据库登录没有创建角色的权限。请管理员执行:CREATE ROLE {Runtime} NOLOGIN;",
                $"The database login may not create roles. Ask an administrator to run: CREATE ROLE {Runtime} NOLOGIN;", e);
        }
    }

    /// <summary>Gives the runtime role its privileges on what exists now, and on the sequences of later jurisdictions.</summary>
    public static Task GrantAsync(NpgsqlConnection owner, CancellationToken ct = default) => owner.RunAsync(Grants, ct);

    /// <summary>A connection string whose sessions act as the runtime role, whatever the login could do itself.</summary>
    public static string ActAsRuntime(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        builder.Options = $"{builder.Options} -c role={Runtime}".Trim();
        return builder.ConnectionString;
    }
}
