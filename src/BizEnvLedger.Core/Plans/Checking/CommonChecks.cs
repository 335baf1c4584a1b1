using System.Text.RegularExpressions;
using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Plans.Checking;

/// <summary>Checks that apply to ids, texts and references wherever they stand.</summary>
internal static partial class CommonChecks
{
    public static void NotEmpty(this Mistakes mistakes, string path, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            mistakes.Add(path, "empty-text",
                "The text is empty.", "文本为空。", "Write it, in a few words of your own.", "请用简短的文字填写。");
    }

    /// <summary>Ids stand in stream keys (<c>plan:09</c>), addresses and occurrence ids (<c>id@2022H1</c>), so they hold none of <c>/ : @</c>.</summary>
    public static void Id(this Mistakes mistakes, string path, string id)
    {
        if (!IdForm().IsMatch(id))
            mistakes.Add(path, "bad-id",
                $"“{id}” cannot be an id.", $"“{id}”不能用作标识。",
                "Use 1–64 ASCII letters, digits, dots and hyphens, beginning with a letter or digit.", "请使用1至64个ASCII字母、数字、点和连字符，以字母或数字开头。");
    }

    public static void Slug(this Mistakes mistakes, string path, string id)
    {
        if (!SlugForm().IsMatch(id))
            mistakes.Add(path, "bad-id",
                $"“{id}” cannot be an id here.", $"“{id}”不能用作此处的标识。",
                "Use 1–64 lower-case ASCII letters, digits and hyphens.", "请使用1至64个小写ASCII字母、数字和连字符。");
    }

    public static void Once(this Mistakes mistakes, IEnumerable<(string Path, string Id)> all, string en, string zh)
    {
        var first = new HashSet<string>();
        foreach (var (path, id) in all)
            if (!first.Add(id))
                mistakes.Add(path, "duplicate-id",
                    $"The {en} id “{id}” is given twice.", $"{zh}标识“{id}”重复。",
                    $"Give this {en} an id of its own.", $"请为此{zh}另取一个标识。");
    }

    public static void Listed(this Mistakes mistakes, PlanPlaces places, string path, IReadOnlyList<string> units)
    {
        for (var i = 0; i < units.Count; i++)
            mistakes.Known(places, $"{path}[{i}]", units[i]);
        mistakes.NoneTwice(path, units);
    }

    /// <summary>Whom the document goes to: unit ids, or names where the plan has no such unit; none empty, none twice.</summary>
    public static void Addressees(this Mistakes mistakes, string path, IReadOnlyList<string> names)
    {
        for (var i = 0; i < names.Count; i++)
            mistakes.NotEmpty($"{path}[{i}]", names[i]);
        mistakes.NoneTwice(path, names);
    }

    private static void NoneTwice(this Mistakes mistakes, string path, IReadOnlyList<string> names)
    {
        var first = new HashSet<string>();
        for (var i = 0; i < names.Count; i++)
            if (!first.Add(names[i]))
                mistakes.Add($"{path}[{i}]", "duplicate-reference",
                    $"“{names[i]}” stands twice in this list.", $"“{names[i]}”在此列表中重复出现。",
                    "Name it once.", "请只列一次。");
    }

    public static void Known(this Mistakes mistakes, PlanPlaces places, string path, string? unit)
    {
        if (unit is null || places.Units.ContainsKey(unit))
            return;
        var meant = places.Plan.Units.FirstOrDefault(x => x.Name == unit || x.Aliases.Contains(unit))?.Id ?? Nearest.To(unit, places.Units.Keys);
        mistakes.Add(path, "unknown-unit",
            $"No unit has the id “{unit}”.", $"没有标识为“{unit}”的单位。",
            meant is null ? "Add the unit to “units”, or write the id of one that is there." : $"Did you mean “{meant}”? Otherwise add the unit to “units”.",
            meant is null ? "请在“units”中补充该单位，或改用已有单位的标识。" : $"是否应为“{meant}”？否则请在“units”中补充该单位。");
    }

    public static void InOrder(this Mistakes mistakes, PlanPlaces places, string path, Recurrence? recurrence)
    {
        if (recurrence is null)
            return;
        mistakes.NotEmpty(path + ".text", recurrence.Text);
        var from = recurrence.From ?? places.Plan.Period.From;
        var until = recurrence.Until ?? places.Plan.Period.To;
        var periodIsReversed = places.Plan.Period.To < places.Plan.Period.From;
        if (until < from && (!periodIsReversed || recurrence is { From: not null, Until: not null }))
            mistakes.Add(path + (recurrence.Until is null ? ".from" : ".until"), "recurrence-reversed",
                $"The duty ends ({until:yyyy-MM-dd}) before it begins ({from:yyyy-MM-dd}).", $"周期性事项的截止日（{until:yyyy-MM-dd}）早于起始日（{from:yyyy-MM-dd}）。",
                "Put “until” on or after “from”; where one is left out, the plan's own day counts.", "“until”不得早于“from”；省略时按计划期的首日、末日计。");
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9.-]{0,63}\z")]
    private static partial Regex IdForm();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,63}\z")]
    private static partial Regex SlugForm();
}
