using System.Text;
using System.Text.RegularExpressions;

namespace BizEnvLedger.Benchmarks;

/// <summary>
/// A command's logged statements as a pgbench script: every value as it was logged, but event ids and keys are new in each run.
/// </summary>
internal static partial class PgbenchScript
{
    // Thirteen digits at random, twice, make a new id and a new key each time.
    private const string Draw = "\\set high random(10000, 99999)\n\\set low random(1000000000000, 9999999999999)\n";
    private const string NewId = "{0}00' || :high || '-{0}000-7000-8' || substr(:low::text, 1, 3) || '-00' || substr(:low::text, 4) || '";
    private const string NewKey = "' || :high || :low || '";

    /// <param name="statements">The session's statements, in order.</param>
    /// <param name="eventId">The command's event id, as logged.</param>
    /// <param name="key">Its idempotency key, as logged.</param>
    public static string Of(IEnumerable<LoggedStatement> statements, string eventId, string key)
    {
        var script = new StringBuilder(Draw);
        foreach (var statement in statements)
            script.Append(Place().Replace(statement.Sql, m => Literal(statement.Parameters[int.Parse(m.Groups[1].ValueSpan) - 1], eventId, key)).TrimEnd(';')).Append(";\n");
        return script.ToString();
    }

    /// <summary>A value in SQL. pgbench takes a colon for a variable, so it is written by its code.</summary>
    private static string Literal(string? value, string eventId, string key)
    {
        if (value is null)
            return "null";
        var sql = value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal).Replace(":", "\\x3a", StringComparison.Ordinal);
        if (value == eventId || value == $"{{{eventId}}}")
            return $"(E'{sql.Replace(eventId, string.Format(NewId, "0"), StringComparison.Ordinal)}')::{(value[0] == '{' ? "uuid[]" : "uuid")}";
        return value.Contains(key, StringComparison.Ordinal) ? $"(E'{sql.Replace(key, NewKey, StringComparison.Ordinal)}')" : $"E'{sql}'";
    }

    [GeneratedRegex(@"\$(\d+)\b")]
    private static partial Regex Place();
}
