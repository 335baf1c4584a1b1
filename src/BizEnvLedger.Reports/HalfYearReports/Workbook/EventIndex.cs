namespace BizEnvLedger.Reports.HalfYearReports.Workbook;

/// <summary>
/// 事件: the events that lines rest on, numbered in the order in which the sheets first name them. A line holds numbers, the last sheet the ids:
/// a cell of twenty ids would make its row a third of a printed page high.
/// </summary>
internal static class EventIndex
{
    public const string Name = "事件";

    /// <summary>What the sheet of ids is for, in the notes.</summary>
    public const string Note = "该行数据所依据的台账记录，数字是“事件”表中的序号。";

    /// <summary>Ids beside each other in a row of the sheet.</summary>
    private const int Across = 3;

    /// <summary>Stretches of numbers that one cell holds at most; a spreadsheet's cell ends at 32,767 characters.</summary>
    private const int MostStretches = 1500;

    private static readonly SheetColumn Basis = new("依据事件", 15, Show.Events);

    /// <summary>The same sheets with numbers for ids, and the sheet of ids after them.</summary>
    public static IReadOnlyList<Sheet> Apply(IReadOnlyList<Sheet> sheets)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        List<Sheet> written = [.. sheets.Select(sheet => sheet with
        {
            Columns = [.. sheet.Columns.Select(column => column.Show is Show.Events ? Basis : column)],
            Rows = [.. sheet.Rows.Select(row => (IReadOnlyList<object?>)[.. row.Select((value, i) => sheet.Columns[i].Show is Show.Events && value is string ids ? Numbers(ids, numbers) : value)])],
        })];
        return [.. written, Ids(numbers)];
    }

    private static string Numbers(string ids, Dictionary<string, int> numbers)
    {
        var mine = new SortedSet<int>();
        foreach (var id in ids.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!numbers.TryGetValue(id, out var number))
                numbers.Add(id, number = numbers.Count + 1);
            mine.Add(number);
        }

        var stretches = Stretches([.. mine]).ToList();
        return Wording.List(stretches.Take(MostStretches)) + (stretches.Count > MostStretches ? "等" : "");
    }

    /// <summary>1～23, 31.</summary>
    private static IEnumerable<string> Stretches(IReadOnlyList<int> numbers)
    {
        for (var from = 0; from < numbers.Count;)
        {
            var to = from;
            while (to + 1 < numbers.Count && numbers[to + 1] == numbers[to] + 1)
                to++;
            yield return to == from ? Wording.Text(numbers[from]) : $"{Wording.Text(numbers[from])}{(to == from + 1 ? "、" : "～")}{Wording.Text(numbers[to])}";
            from = to + 1;
        }
    }

    private static Sheet Ids(Dictionary<string, int> numbers) => new(Name,
        [.. Enumerable.Range(0, Across).SelectMany(_ => new SheetColumn[] { new("序号", 9, Show.Number), new("事件编号", 38, Show.Events) })],
        [.. numbers.OrderBy(n => n.Value).Chunk(Across).Select(row => (IReadOnlyList<object?>)
            [.. row.SelectMany(n => new object?[] { n.Value, n.Key }), .. Enumerable.Repeat<object?>(null, 2 * (Across - row.Length))])]);
}
