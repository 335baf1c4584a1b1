using BizEnvLedger.Service.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BizEnvLedger.Service.Audit;

/// <summary>Logs, their clock, and a health check that fails as soon as nothing may be signed any more.</summary>
[Services]
public static class AuditServices
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<LedgerLogs>();
        services.AddSingleton<LedgerExport>();
        services.AddHostedService<CheckpointClock>();
        services.AddHealthChecks().AddCheck<CheckpointHealth>("checkpoint", tags: ["ready"]);
    }
}

/// <summary>Unhealthy while the database contradicts a checkpoint that was signed, or a key is missing.</summary>
public sealed class CheckpointHealth(LedgerLogs logs) : IHealthCheck
{
    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(logs.Faults is { Count: > 0 } faults ? HealthCheckResult.Unhealthy(string.Join("; ", faults)) : HealthCheckResult.Healthy());
}
