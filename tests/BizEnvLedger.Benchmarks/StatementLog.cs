using System.Text.RegularExpressions;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Benchmarks;

/// <summary>A statement as the server logged it, with its parameters' values.</summary>
internal sealed record LoggedStatement(string Session, string Sql, IReadOnlyList<string?> Parameters);

/// <summary>What a server logs between two moments, statement by statement.</summary>
internal static partial class StatementLog
{
    private const string Mark = "@@";

    /// <summary>Logs every statement while <paramref name="act"/> runs, and reads what came.</summary>
    public static async Task<IReadOnlyList<LoggedStatement>> DuringAsync(Place place, Func<Task> act, CancellationToken ct)
    {
        var file = Path.Combine(Path.GetDirectoryName(place.Postgres.Cluster)!, "server.log");
        await SetAsync(place, [$"log_line_prefix = '{Mark}%p '", "log_min_messages = log", "log_statement = 'all'"], ct);
        var from = new FileInfo(file).Length;
        await act();
        await SetAsync(place, ["log_statement = default", "log_line_prefix = default"], ct);
        await using var log = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Seek(from, SeekOrigin.Begin);
        using var reader = new StreamReader(log);
        return Parse(await reader.ReadToEndAsync(ct));
    }

    private static async Task SetAsync(Place place, string[] settings, CancellationToken ct)
    {
        await using var owner = await place.OwnerAsync(ct);
        foreach (var setting in settings)
            await owner.RunAsync($"alter system set {setting}", ct);
        await owner.RunAsync("select pg_reload_conf()", ct);
        // Each session reads the file again before its next statement.
        await Task.Delay(300, ct);
    }

    private static List<LoggedStatement> Parse(string log)
    {
        var found = new List<LoggedStatement>();
        foreach (var record in log.Split('\n' + Mark))
        {
            var line = record.StartsWith(Mark, StringComparison.Ordinal) ? record[Mark.Length..] : record;
            if (Statement().Match(line) is { Success: true } statement)
                found.Add(new(statement.Groups[1].Value, statement.Groups[2].Value.Replace("\n\t", "\n", StringComparison.Ordinal).TrimEnd(), []));
            else if (Detail().Match(line) is { Success: true } detail && found.FindLastIndex(s => s.Session == detail.Groups[1].Value) is >= 0 and var last)
                found[last] = found[last] with { Parameters = Values(detail.Groups[2].Value) };
        }

        return found;
    }

    private static List<string?> Values(string text) =>
        [.. Value().Matches(text).Select(m => m.Groups[1].Success ? m.Groups[1].Value.Replace("''", "'", StringComparison.Ordinal) : null)];

    [GeneratedRegex(@"^(\d+) LOG:  (?:statement|execute [^:]+): (.*)$", RegexOptions.Singleline)]
    private static partial Regex Statement();

    [GeneratedRegex(@"^(\d+) DETAIL:  [Pp]arameters: (.*)$", RegexOptions.Singleline)]
    private static partial Regex Detail();

    [GeneratedRegex(@"\$\d+ = (?:'((?:[^']|'')*)'|NULL)", RegexOptions.Singleline)]
    private static partial Regex Value();
}
