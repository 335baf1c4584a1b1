using System.Security.Cryptography;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Ledger;

/// <summary>Free texts beside the ledger: the event holds a salted commitment, this holds text and salt, which a lawful order can erase.</summary>
public sealed class LedgerTexts(NpgsqlDataSource database)
{
    /// <summary>A text on its way in, with a fresh salt.</summary>
    public static DraftText? Draft(string? value) => value is null ? null : new(value, RandomNumberGenerator.GetBytes(32));

    /// <summary>The texts of some events, by event and field; what was erased is absent.</summary>
    public async Task<IReadOnlyDictionary<(Guid Event, string Field), string>> OfAsync(string jurisdiction, IReadOnlyCollection<Guid> events, CancellationToken ct)
    {
        if (events.Count == 0)
            return new Dictionary<(Guid, string), string>();
        await using var command = database.CreateCommand($"select event_id, field, value from {LedgerSchema.Name}.texts where tenant_id = $1 and event_id = any($2)");
        command.Parameters.Add(new NpgsqlParameter { Value = jurisdiction });
        command.Parameters.Add(new NpgsqlParameter { Value = events.ToArray() });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var texts = new Dictionary<(Guid, string), string>();
        while (await rows.ReadAsync(ct))
            texts[(rows.GetGuid(0), rows.GetString(1))] = rows.GetString(2);
        return texts;
    }
}
