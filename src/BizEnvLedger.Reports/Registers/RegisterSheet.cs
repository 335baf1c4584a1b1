using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Registers;

namespace BizEnvLedger.Reports.Registers;

/// <summary>A register on its way out: every item with the version that it comes back by.</summary>
/// <param name="Creator">Whose document it is.</param>
/// <param name="At">The document's own date: when an item last changed, so that the same register gives the same bytes.</param>
public sealed record RegisterSheet(RegisterDefinition Definition, IReadOnlyList<RegisterSheetRow> Rows, string Creator, DateTimeOffset At);

/// <summary>An item's cells by column id: strings (unit names, texts), decimals and dates; an absent one is empty.</summary>
public sealed record RegisterSheetRow(string Item, int Version, ItemState State, IReadOnlyDictionary<string, object> Cells);

/// <summary>What the sheet and its headings are called, on the way out and on the way in.</summary>
internal static class Headings
{
    public const string Item = "台账编号", Version = "版次";

    /// <summary>Each column's heading; a title that stands twice has its column's id beside it.</summary>
    public static string Of(RegisterDefinition definition, RegisterColumn column) =>
        column.Title is Item or Version || definition.Columns.Count(c => Plain(c.Title) == Plain(column.Title)) > 1 ? $"{column.Title}（{column.Id}）" : column.Title;

    /// <summary>As headings are compared: without blanks and line breaks, with one kind of bracket.</summary>
    public static string Plain(string heading) => string.Concat(heading.Where(c => !char.IsWhiteSpace(c))).Replace('（', '(').Replace('）', ')');

    /// <summary>A sheet's name holds at most 31 characters, and none of []:*?/\.</summary>
    public static string Sheet(RegisterDefinition definition)
    {
        var name = string.Concat(definition.Title.Where(c => !"[]:*?/\\".Contains(c) && !char.IsControl(c))).Trim('\'', ' ');
        return name.Length == 0 ? definition.Id : name.Length <= 31 ? name : name[..31];
    }
}

/// <summary>An item's state in the users' words.</summary>
public static class StateWords
{
    private static readonly (ItemState State, string Word)[] All =
        [(ItemState.Open, "未销账"), (ItemState.Claimed, "已申请销账"), (ItemState.Released, "已审签待确认"), (ItemState.Settled, "已销账"), (ItemState.Withdrawn, "已撤销")];

    public static string Of(ItemState state) => All.First(w => w.State == state).Word;

    public static ItemState? Read(string word) => All.FirstOrDefault(w => w.Word == word.Trim(), (default, "")) is { Word.Length: > 0 } found ? found.State : null;
}
