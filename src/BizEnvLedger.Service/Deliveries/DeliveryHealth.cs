using BizEnvLedger.Service.Store;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace BizEnvLedger.Service.Deliveries;

/// <summary>Degraded, not unhealthy, while deliveries of a configured subscription are stuck or set aside: a receiver that is away is no reason to stop serving.</summary>
public sealed class DeliveryHealth(NpgsqlDataSource database, DeliverySettings settings) : IHealthCheck
{
    private const string Stuck =
        $"""
        select subscription, count(*) filter (where state = 'waiting'), count(*) filter (where state = 'set-aside') from {DeliveryTables.Delivery}
        where subscription = any($1) and (state = 'set-aside' or (state = 'waiting' and since < clock_timestamp() - $2)) group by subscription order by subscription
        """;

    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (settings.Subscriptions.Count == 0)
            return HealthCheckResult.Healthy();
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            var stuck = await connection.ListAsync(Stuck, row => $"{row.GetString(0)}: {row.GetInt64(1)} 件积压、{row.GetInt64(2)} 件搁置 / {row.GetInt64(1)} waiting, {row.GetInt64(2)} set aside", cancellationToken,
                settings.Subscriptions.Select(s => s.Id).ToArray(), settings.StuckAfter);
            return stuck.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join("; ", stuck));
        }
        catch (NpgsqlException e)
        {
            return HealthCheckResult.Degraded($"数据库无应答 / the database does not answer: {e.Message}", e);
        }
    }
}
