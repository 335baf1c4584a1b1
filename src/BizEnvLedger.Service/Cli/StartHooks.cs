using BizEnvLedger.Service.Embedded;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Cli;

/// <summary>What a start hook may work with. The schema stands, the seal is sound, nothing is served yet.</summary>
/// <param name="Services">The services of the application that is about to serve.</param>
/// <param name="Connections">The ways into the database.</param>
/// <param name="Folder">The data folder; null when the database is configured.</param>
/// <param name="Empty">The operator wants neither plan nor demonstration.</param>
/// <param name="Demonstration">Demonstration data and accounts are allowed: the embedded database, or <c>--demo</c>.</param>
/// <param name="Progress">Says a step to the operator.</param>
public sealed record StartContext(
    IServiceProvider Services, LedgerConnections Connections, DataFolder? Folder, bool Empty, bool Demonstration, Action<string> Progress)
{
    /// <summary>Who starts it, as the ledger puts it on record; null for the operating system's account.</summary>
    public string? As { get; init; }
}

/// <summary>What <c>up</c> does between a ready database and serving, and what it says when it serves. Add a line here, nothing else.</summary>
public static class StartHooks
{
    /// <summary>Run in this order before the first request, each start; each must see for itself whether it has been done.</summary>
    public static IReadOnlyList<Func<StartContext, CancellationToken, Task>> BeforeServing { get; } =
        [Administration.AdministrationHooks.PrepareAsync, Demonstration.DemonstrationHooks.PrepareAsync];

    /// <summary>Lines for the operator once the service answers on the port.</summary>
    public static IReadOnlyList<Func<StartContext, int, IEnumerable<string>>> Greeting { get; } =
        [Demonstration.DemonstrationHooks.Greet, (_, port) => [$"  健康状况 / health   http://127.0.0.1:{port}/health/ready"]];
}
