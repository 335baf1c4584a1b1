using System.Security.Cryptography;
using BizEnvLedger.Core.Appraisals;
using BizEnvLedger.Core.Appraisals.Rules;
using BizEnvLedger.Core.Appraisals.Scoring;
using BizEnvLedger.Core.Inspections.View;
using BizEnvLedger.Reports.AppraisalReports;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Inspections;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Plans;

namespace BizEnvLedger.Service.Appraisals;

/// <summary>Draws a year's sheets from the leaves, and reads frozen ones back by their hash.</summary>
public sealed class AppraisalDesk(RoundDesk rounds, LedgerClock clock)
{
    /// <summary>The rule set that is delivered, with its file's hash.</summary>
    public static Lazy<(AppraisalRuleSet Rules, string FileSha256)> Delivered { get; } = new(() =>
    {
        var bytes = File.ReadAllBytes(PlanLibrary.Beside("appraisals/default.json"));
        return (AppraisalRuleFile.Read(bytes, "default.json").Rules ?? throw new InvalidOperationException("The default rule set of appraisals is not readable."), Convert.ToHexStringLower(SHA256.HashData(bytes)));
    });

    /// <summary>The year as it would be scored now, at a tree size: computed from leaves 0 … n−1, never from projections.</summary>
    public async Task<Drawn> DrawAsync(Volume volume, string plan, int year, int size, AppraisalRuleSet rules, CancellationToken ct)
    {
        var now = clock.Now(volume.Zone);
        return Draw(volume, plan, rules, new(year, now.At, now.On, size, await rounds.RootAsync(volume.Jurisdiction.Id, size, ct)));
    }

    /// <summary>The same for a given cut: a scored year by another rule set, or an imported one at the moment that its register claims.</summary>
    public Drawn Draw(Volume volume, string plan, AppraisalRuleSet rules, YearCut cut)
    {
        var state = volume.At(plan, (int)cut.TreeSize) ?? throw new InvalidOperationException($"Plan {plan} is not in leaves 0 … {cut.TreeSize - 1}.");
        var sheets = AppraisalView.Of(state, rules, cut, new Place(volume.Jurisdiction.Id, volume.Jurisdiction.Name, clock.IsDemonstration));
        var bytes = AppraisalJson.Write(sheets);
        return new(sheets, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    /// <summary>A scored year's exact bytes.</summary>
    public Task<byte[]> FrozenAsync(string jurisdiction, AppraisalScored scored, CancellationToken ct) =>
        rounds.FrozenAsync(jurisdiction, scored.SheetsSha256, Appraisal.IdOf(scored.Year), ct);
}

/// <summary>Sheets with their canonical bytes and hash.</summary>
public sealed record Drawn(AppraisalSheets Sheets, byte[] Bytes, string Sha256);

/// <summary>What appraisals need.</summary>
[Services]
public static class AppraisalSlice
{
    public static void Add(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<AppraisalDesk>();
}
