using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Store;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BizEnvLedger.Service.Observability;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: the database answers and every event is sealed; a stuck outbox shows there as degraded.</summary>
[Endpoints]
[Services]
public static class HealthEndpoints
{
    private const string Ready = "ready";

    /// <summary>Registers the checks.</summary>
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<SealHealth>();
        services.AddHealthChecks().AddCheck<SealHealth>("seal", tags: [Ready]).AddCheck<Deliveries.DeliveryHealth>("delivery", tags: [Ready]);
    }

    /// <summary>Maps the two paths, open to everyone.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", Options(_ => false)).AllowAnonymous();
        routes.MapHealthChecks("/health/ready", Options(check => check.Tags.Contains(Ready))).AllowAnonymous();
    }

    private static HealthCheckOptions Options(Func<HealthCheckRegistration, bool> which) => new()
    {
        Predicate = which,
        ResponseWriter = (http, report) => http.Response.WriteAsJsonAsync(
            new
            {
                Status = report.Status,
                Checks = report.Entries.Select(entry => new { Name = entry.Key, entry.Value.Status, entry.Value.Description }),
            },
            LedgerJson.Options),
    };
}
