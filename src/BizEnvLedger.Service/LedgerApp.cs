using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service;

/// <summary>The web application, as <c>ledger up</c> runs it and as tests start it.</summary>
public static class LedgerApp
{
    /// <summary>Largest body of all, in bytes: a plan file's.</summary>
    public const int LargestBody = 8 * 1024 * 1024;

    /// <summary>The configuration that commands read: settings file beside the program, then the environment.</summary>
    public static IConfiguration Configuration() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .Build();

    /// <summary>A builder with store, slices and limits; the caller says where it listens.</summary>
    public static WebApplicationBuilder CreateBuilder(string runtimeConnection, IReadOnlyList<(Type Type, string Alias)>? events = null)
    {
        // The caller's folder is not ours: neither its settings nor its files are read.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(LedgerApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // No cookie is issued: the framework's key ring protects nothing here.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // Handlers are named one by one; that none was found by scanning is as it should be.
        builder.Logging.AddFilter("Wolverine.Configuration.HandlerDiscovery", LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Services.ConfigureHttpJsonOptions(json => LedgerJson.Apply(json.SerializerOptions));
        builder.AddLedger(runtimeConnection, events ?? EventCatalogue.All);
        Slices.Call<ServicesAttribute>("Add", builder.Services, builder.Configuration);
        return builder;
    }

    /// <summary>The application with every slice's routes.</summary>
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        app.Use(next => http => ProblemGuard.InvokeAsync(http, next));
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(next => http => QueryKeys.GuardAsync(http, next));
        Slices.Call<EndpointsAttribute>("Map", app);
        return app;
    }
}
