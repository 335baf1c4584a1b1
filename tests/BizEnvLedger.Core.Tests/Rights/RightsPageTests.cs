using System.Runtime.CompilerServices;
using System.Text.Json;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Tests.Rights;

/// <summary>docs/rights.md is the table, row for row: what an auditor reads there is what is asked.</summary>
public class RightsPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Here(), "../../../docs/rights.md"));

    [Fact]
    public void The_page_lists_every_row_and_no_other() =>
        Rows().Order().ShouldBe(RightsTable.All.Select(r => $"{r.Command}: {Word(r.Role)}, {Word(r.Relation)}").Order());

    [Fact]
    public void The_page_says_how_many_commands_there_are() =>
        Page.ShouldContain($"This page lists it: {RightsTable.All.Select(r => r.Command).Distinct().Count()} commands.");

    private static IEnumerable<string> Rows()
    {
        var (command, isTable) = ("", false);
        foreach (var cells in Page.Split('\n').Select(line => line.Split('|').Select(c => c.Trim()).ToArray()))
        {
            // Only tables that begin with Command are the table; the page has others.
            isTable = cells.Length == 5 && (isTable || cells[1] == "Command");
            if (!isTable || cells[1] == "Command" || cells[1].StartsWith("---", StringComparison.Ordinal))
                continue;
            command = cells[1].Length > 0 ? cells[1].Trim('`') : command;
            foreach (var role in cells[2].Split(", "))
                yield return $"{command}: {role}, {cells[3]}";
        }
    }

    private static string Word(Role role) => JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString());

    private static string Word(Relation relation) => relation == Relation.Owner ? "own" : JsonNamingPolicy.KebabCaseLower.ConvertName(relation.ToString()).Replace('-', ' ');

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
