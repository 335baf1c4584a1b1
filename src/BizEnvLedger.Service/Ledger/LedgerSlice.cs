using BizEnvLedger.Service.Http;

namespace BizEnvLedger.Service.Ledger;

/// <summary>What reading and writing the ledger needs.</summary>
[Services]
public static class LedgerSlice
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<LedgerBook>();
        services.AddSingleton<LedgerClock>();
        services.AddSingleton<LedgerTexts>();
        services.AddSingleton<LedgerWriter>();
        services.AddSingleton<CommandDesk>();
        services.AddSingleton<Import.HistoryImport>();
    }
}
