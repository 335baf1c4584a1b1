using BizEnvLedger.Service.Http;

namespace BizEnvLedger.Service.Ledger;

/// <summary>What reading and writing the ledger needs.</summary>
[Services]
public static class LedgerSlice
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        AddCore(services);
        services.AddSingleton<LedgerTexts>();
        services.AddSingleton<CommandDesk>();
        services.AddSingleton<Import.HistoryImport>();
    }

    /// <summary>What it takes to append an event, and nothing else.</summary>
    public static void AddCore(IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<LedgerBook>();
        services.AddSingleton<LedgerClock>();
        services.AddSingleton<LedgerWriter>();
    }
}
