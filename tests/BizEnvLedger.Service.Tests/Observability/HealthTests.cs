using System.Net;
using System.Text.Json;
using BizEnvLedger.Service.Store;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace BizEnvLedger.Service.Tests.Observability;

public sealed class HealthTests(TestServer server)
{
    [Fact]
    public async Task Ready_means_that_every_event_is_sealed()
    {
        var connections = await server.CreateDatabaseAsync();
        var builder = LedgerApp.CreateBuilder(connections.Runtime, TestEvents.All);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var app = LedgerApp.Build(builder);
        await app.StartAsync();
        using var http = new HttpClient
        {
            BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
        };

        (await AskAsync(http, "/health/live")).ShouldBe((HttpStatusCode.OK, "healthy", null));
        (await AskAsync(http, "/health/ready")).ShouldBe((HttpStatusCode.OK, "healthy", null));

        await using (var owner = await new LedgerDatabase(connections, TestEvents.All).OpenOwnerAsync())
        {
            await owner.RunAsync("alter table ledger.mt_events_150500 disable trigger seal_event_trigger");
        }

        var (status, word, description) = await AskAsync(http, "/health/ready");
        (status, word).ShouldBe((HttpStatusCode.ServiceUnavailable, "unhealthy"));
        description.ShouldNotBeNull().ShouldContain("mt_events_150500");
        (await AskAsync(http, "/health/live")).Status.ShouldBe(HttpStatusCode.OK);
        await app.StopAsync();
    }

    private static async Task<(HttpStatusCode Status, string? Word, string? Description)> AskAsync(HttpClient http, string path)
    {
        var response = await http.GetAsync(path);
        response.Headers.Server.ShouldBeEmpty();
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var check = body.RootElement.GetProperty("checks").EnumerateArray().FirstOrDefault(c => c.GetProperty("description").ValueKind == JsonValueKind.String);
        var description = check.ValueKind == JsonValueKind.Object ? check.GetProperty("description").GetString() : null;
        return (response.StatusCode, body.RootElement.GetProperty("status").GetString(), description);
    }
}
