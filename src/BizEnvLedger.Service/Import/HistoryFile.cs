using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Import;

/// <summary>
/// One act of an older register, a line of NDJSON: when it was recorded there, by which account, and the act's body as the API takes it.
/// </summary>
/// <param name="At">Recording time that the register claims; never decreasing.</param>
/// <param name="As">Account: <c>office</c>, <c>group-office</c>, <c>leader</c>, <c>unit:ID</c>, <c>approver:ID</c>, <c>system:ID</c>.</param>
/// <param name="Act">evidence (a file, by its <c>text</c>), acknowledge, progress, metric, lead, leader, correct, step, step-report, confirm, claim, release, verify, return, figure-release, attach, extension(-release, -decision), suspension(-release, -decision, -end), open, close, issue, appraisal-score; and every word that a slice adds to <see cref="HistoryActs"/>.</param>
/// <param name="Claim">Label of the claim, figure or request that a release or a decision is about.</param>
/// <param name="Label">Name by which later lines refer to this act's event: <c>@name</c>.</param>
public sealed record HistoryLine(
    DateTimeOffset At, string As, string Act, string? Person, string? Label, string? Task, string? Milestone, string? Step, string? HalfYear, string? Claim, string? Key, string? Plan, JsonElement? Body);

/// <summary>A file that comes with the history: its text, and its type where that is not plain text.</summary>
public sealed record EvidenceLine(string? Text, string? MediaType);

/// <summary>History files, line by line.</summary>
public static class HistoryFile
{
    private static readonly JsonSerializerOptions Strict = new(LedgerJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Each line with its place: its number, and the hash of the file up to its end.</summary>
    public static IEnumerable<(LinePlace Place, HistoryLine Line)> Read(string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var number = 0;
        foreach (var text in File.ReadLines(path))
        {
            number++;
            hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));
            if (text.Length == 0)
                continue;
            HistoryLine line;
            try
            {
                line = JsonSerializer.Deserialize<HistoryLine>(text, Strict)!;
            }
            catch (JsonException e)
            {
                throw new LedgerRefusal($"历史文件第 {number} 行无法读取：{e.Message}", $"Line {number} of the history file cannot be read: {e.Message}", e);
            }

            yield return (new(number, Convert.ToHexStringLower(hash.GetCurrentHash())), line);
        }
    }
}
