using System.Text.Json;
using BizEnvLedger.Core.Administration;
using BizEnvLedger.Service.Cli;
using BizEnvLedger.Service.Deliveries;
using Npgsql;

namespace BizEnvLedger.Service.Administration;

/// <summary>At each start: what the owner did and is not on record yet, and the settings that this start makes effective.</summary>
public static class AdministrationHooks
{
    public static async Task PrepareAsync(StartContext start, CancellationToken ct)
    {
        await using var owner = new NpgsqlConnection(start.Connections.Owner);
        await owner.OpenAsync(ct);
        var ledger = new OwnerLedger(start.Services, owner, OwnerLedger.Who(start.As));
        await ledger.RestoredAsync(ct);
        await ledger.BeginAsync(ct);
        await ledger.AdoptAsync(Targets(start.Services.GetRequiredService<DeliverySettings>()), ct);
    }

    /// <summary>Without addresses and secrets; lists in order, so that the same settings are the same event.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<DeliveryTarget>> Targets(DeliverySettings settings) => settings.Subscriptions.GroupBy(s => s.Jurisdiction)
        .ToDictionary(g => g.Key, IReadOnlyList<DeliveryTarget> (g) => [.. g.OrderBy(s => s.Id, StringComparer.Ordinal).Select(s => new DeliveryTarget(
            s.Id, JsonNamingPolicy.CamelCase.ConvertName(s.Kind.ToString()), s.Url?.Host ?? s.Mail?.Host ?? "",
            [.. s.Units.Order(StringComparer.Ordinal)], [.. s.Roles.Select(r => JsonNamingPolicy.KebabCaseLower.ConvertName(r.ToString())).Order(StringComparer.Ordinal)], [.. s.Events.Order(StringComparer.Ordinal)]))]);
}
