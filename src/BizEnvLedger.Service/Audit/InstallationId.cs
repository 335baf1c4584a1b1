using System.Security.Cryptography;
using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Audit;

/// <summary>Twelve hex digits drawn once for a ledger: they tell its logs' origins from those of every other. A restored backup keeps them.</summary>
public static class InstallationId
{
    private const string Key = "id";

    public static async Task<string> OfAsync(NpgsqlConnection connection, CancellationToken ct) =>
        await connection.ScalarAsync<string>($"select value from {LedgerSchema.Name}.installation where key = '{Key}'", ct)
        ?? throw new InvalidOperationException("This ledger was not prepared: it has no id.");

    /// <summary>As the owner, when the schema is applied.</summary>
    public static Task DrawAsync(NpgsqlConnection owner, CancellationToken ct) => owner.RunAsync(
        $"insert into {LedgerSchema.Name}.installation values ('{Key}', $1) on conflict do nothing", ct, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)));
}
