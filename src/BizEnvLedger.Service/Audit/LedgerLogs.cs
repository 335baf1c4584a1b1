using System.Collections.Concurrent;
using BizEnvLedger.Proof;
using BizEnvLedger.Service.Store;
using Npgsql;
using NpgsqlTypes;

namespace BizEnvLedger.Service.Audit;

/// <summary>The logs of all jurisdictions, their origins and keys, and the witnesses' lines.</summary>
/// <remarks>
/// Settings: <c>Audit:Keys</c>, the folder with one for each ledger's keys in it; <c>Audit:Origin</c>, the installation's name within every origin; <c>Audit:KeyFiles:{jurisdiction}</c>,
/// a key kept elsewhere; <c>Audit:Witnesses:{n}</c>, the verifier keys of the witnesses whose lines are taken.
/// </remarks>
public sealed class LedgerLogs(NpgsqlDataSource database, IConfiguration configuration)
{
    private readonly ConcurrentDictionary<string, LedgerLog> logs = new();

    /// <summary>Of a jurisdiction that the caller has seen to exist.</summary>
    public async Task<LedgerLog> OfAsync(string jurisdiction, CancellationToken ct)
    {
        if (logs.TryGetValue(jurisdiction, out var known))
            return known;
        await using var connection = await database.OpenConnectionAsync(ct);
        var installation = await InstallationId.OfAsync(connection, ct);
        var name = configuration["Audit:Origin"] is { Length: > 0 } given ? given : $"ledger-{installation}.local";
        var folder = Path.Combine(configuration["Audit:Keys"] is { Length: > 0 } path ? path : Path.Combine(Embedded.DataFolder.Home, "keys"), installation);
        return logs.GetOrAdd(jurisdiction, id => new(database, new(folder), id, $"{name}/ledger/{id}", configuration[$"Audit:KeyFiles:{id}"]));
    }

    public async Task<IReadOnlyList<LedgerLog>> AllAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var all = new List<LedgerLog>();
        foreach (var jurisdiction in await Jurisdictions.AllAsync(connection, ct))
            all.Add(await OfAsync(jurisdiction.Id, ct));
        return all;
    }

    /// <summary>Why logs that have been opened sign nothing.</summary>
    public IReadOnlyList<string> Faults => [.. logs.Values.Select(l => l.Fault).OfType<string>()];

    public IReadOnlyList<VerifierKey> Witnesses => [.. configuration.GetSection("Audit:Witnesses").GetChildren().Select(w => VerifierKey.Parse(w.Value!))];

    /// <summary>The checkpoint of a size with its witnesses' lines; null where none was signed over it.</summary>
    public async Task<SignedNote?> CheckpointAsync(string jurisdiction, long size, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var note = await connection.ScalarAsync<string>($"select note from {LedgerSchema.Name}.checkpoint where tenant_id = $1 and tree_size = $2", ct, jurisdiction, size);
        if (note is null)
            return null;
        var lines = await connection.ListAsync($"select line from {LedgerSchema.Name}.cosignature where tenant_id = $1 and tree_size = $2 order by witness", r => r.GetString(0), ct, jurisdiction, size);
        return SignedNote.Parse(note + string.Concat(lines));
    }

    /// <summary>Keeps a witness's line; the same witness's first line over a size stays.</summary>
    public async Task KeepAsync(string jurisdiction, long size, NoteSignature line, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"insert into {LedgerSchema.Name}.cosignature values ($1, $2, $3, $4, clock_timestamp()) on conflict do nothing");
        command.Parameters.Add(new NpgsqlParameter { Value = jurisdiction });
        command.Parameters.Add(new NpgsqlParameter { Value = size, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new NpgsqlParameter { Value = line.Name });
        command.Parameters.Add(new NpgsqlParameter { Value = line.ToString() });
        await command.ExecuteNonQueryAsync(ct);
    }
}
