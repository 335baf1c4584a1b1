using BizEnvLedger.Service.Sealing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace BizEnvLedger.Service.Observability;

/// <summary>Unhealthy while the database does not answer, the trigger is not as written, or events and leaves differ in number.</summary>
public sealed class SealHealth(NpgsqlDataSource database, TimeProvider? clock = null) : IHealthCheck
{
    private static readonly TimeSpan CountEvery = TimeSpan.FromSeconds(30);

    private readonly TimeProvider time = clock ?? TimeProvider.System;
    private readonly SemaphoreSlim counting = new(1);
    private IReadOnlyList<string> countFaults = [];
    private long? counted;

    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            IReadOnlyList<string> faults =
                [.. await SealWatch.TriggerFaultsAsync(connection, cancellationToken), .. await CountsAsync(connection, cancellationToken)];
            return faults.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(string.Join("; ", faults));
        }
        catch (NpgsqlException e)
        {
            return HealthCheckResult.Unhealthy($"数据库无应答 / the database does not answer: {e.Message}", e);
        }
    }

    // Counting reads both tables, so a probe every second must not mean a count every second.
    private async Task<IReadOnlyList<string>> CountsAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await counting.WaitAsync(ct);
        try
        {
            if (counted is not { } at || time.GetElapsedTime(at) >= CountEvery)
            {
                countFaults = await SealWatch.CountFaultsAsync(connection, ct);
                counted = time.GetTimestamp();
            }

            return countFaults;
        }
        finally
        {
            counting.Release();
        }
    }
}
