using System.Text.Json;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Plans.Checking;
using BizEnvLedger.Core.Plans.Reading;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Cli;

/// <summary><c>ledger plan check</c>: every mistake of every file, with line, path and remedy; nothing is loaded.</summary>
internal static class PlanCommand
{
    public static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        if (arguments.Words[0] != "check")
        {
            throw new UsageError("用法:ledger plan check FILE...", "Usage: ledger plan check FILE...");
        }

        var mistakes = 0;
        var plans = new Dictionary<string, PlanDocument>();
        foreach (var file in arguments.Words.Skip(1))
        {
            mistakes += Check(await ReadAsync(file, ct), file, plans, terminal);
        }

        return mistakes == 0 ? 0 : 1;
    }

    /// <summary>A change is checked against the plan that stands before it on the command line, with the changes between.</summary>
    private static int Check(byte[] bytes, string file, Dictionary<string, PlanDocument> plans, Terminal terminal)
    {
        if (IsChange(bytes))
        {
            var reading = PlanChangeFile.Read(bytes, file);
            var found = reading.Change is { } change && plans.TryGetValue(change.Plan, out var current)
                ? PlanChangeCheck.Of(change, current, change.EffectiveOn, reading.Positions)
                : reading.Mistakes;
            Tell(found, file, terminal);
            if (reading.Change is { } right && found.Count == 0)
            {
                var known = plans.TryGetValue(right.Plan, out var before);
                if (known)
                {
                    plans[right.Plan] = PlanChanges.Apply(before!, right);
                }

                terminal.Say(known
                    ? $"{file}:正确 / correct – {right.Id} → {right.Plan}"
                    : $"{file}:格式正确;请把计划文件列在前面以核对内容 / well-formed; name the plan file before it to check it against the plan – {right.Id} → {right.Plan}");
            }

            return found.Count;
        }

        var plan = PlanFile.Read(bytes, file);
        Tell(plan.Mistakes, file, terminal);
        if (plan.Plan is { } document)
        {
            plans[document.Id] = document;
            terminal.Say($"{file}:正确 / correct – {document.Id}, {document.Tasks.Count} 项任务 / tasks");
        }

        return plan.Mistakes.Count;
    }

    private static void Tell(IReadOnlyList<PlanMistake> mistakes, string file, Terminal terminal)
    {
        foreach (var mistake in mistakes)
        {
            terminal.Say($"{file}:{mistake.Line}:{mistake.Column} {mistake.Path} [{mistake.Code}]");
            terminal.Say($"    {mistake.Zh} {mistake.RemedyZh}");
            terminal.Say($"    {mistake.En} {mistake.RemedyEn}");
        }
    }

    /// <summary>By the format that the file names; what cannot be read is told by the plan reader.</summary>
    private static bool IsChange(byte[] bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("format", out var format)
                && format.ValueKind == JsonValueKind.String && format.GetString() is PlanChange.AmendmentFormat or PlanChange.ClarificationFormat;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static async Task<byte[]> ReadAsync(string file, CancellationToken ct)
    {
        try
        {
            return await File.ReadAllBytesAsync(file, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LedgerRefusal($"无法读取 {file}:{e.Message}", $"Cannot read {file}.", e);
        }
    }
}
