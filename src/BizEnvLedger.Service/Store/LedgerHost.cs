using JasperFx;
using JasperFx.CodeGeneration;
using Marten;
using Npgsql;
using Wolverine;
using Wolverine.Marten;

namespace BizEnvLedger.Service.Store;

/// <summary>Marten and Wolverine as the ledger uses them, for the running service and for the owner's acts alike.</summary>
public static class LedgerHost
{
    /// <summary>Adds store, durable messages and projection distribution to a service.</summary>
    public static void AddLedger(this IHostApplicationBuilder builder, string connectionString, IReadOnlyList<(Type Type, string Alias)> events)
    {
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        builder.Services.AddMarten(options => LedgerStore.Configure(options, events))
            .UseLightweightSessions()
            .UseNpgsqlDataSource()
            .IntegrateWithWolverine(wolverine =>
            {
                wolverine.MessageStorageSchemaName = LedgerSchema.Messages;
                wolverine.TransportSchemaName = LedgerSchema.Messages;
                wolverine.UseWolverineManagedEventSubscriptionDistribution = true;
            });
        builder.UseWolverine(options =>
        {
            options.ApplicationAssembly = typeof(LedgerHost).Assembly;
            options.AutoBuildMessageStorageOnStartup = AutoCreate.None;
            options.CodeGeneration.TypeLoadMode = TypeLoadMode.Static;
            options.Durability.Mode = DurabilityMode.Solo;
            options.EnableRelayOfUserName = true;
            // Handlers are named one by one and written by hand: no scan at start, and no generated code.
            options.Discovery.DisableConventionalDiscovery();
            options.AddMessageHandler(new Reminders.SweepOnSchedule());
            options.PublishMessage<Reminders.SweepReminders>().ToLocalQueue("reminders").UseDurableInbox();
            options.Policies.AutoApplyTransactions();
            options.Policies.UseDurableLocalQueues();
        });
    }

    internal static IHost OwnerHost(string connectionString, IReadOnlyList<(Type Type, string Alias)> events)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.AddLedger(connectionString, events);
        return builder.Build();
    }
}
