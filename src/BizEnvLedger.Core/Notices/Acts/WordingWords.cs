using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.Notices.Acts;

/// <summary>
/// What an office may not write beside the placeholders: figures in any script, characters that are not seen, names of units that the paragraph is not of.
/// Whether the words are fair no rule can tell: the paper prints the facts in a sentence of their own, and whoever approves or signs sees what was changed.
/// </summary>
internal static partial class WordingWords
{
    private const string Digits = "零〇一二三四五六七八九两俩仨廿卅几数壹贰叁肆伍陆柒捌玖";
    private const string Places = "十百千万亿拾佰仟萬億";
    private const string Measures =
        "个|個|项|項|条|件|桩|起|次|天|日|月|年|周|旬|季|期|批|宗|户|家|人|名|位|元|角|倍|成|处|所|台|套|份|张|笔|类|种|例|轮|场|遍|吨|亩|公里|米|平方|立方|小时|分钟|秒|刻|折|番|家次|户次|人次|部门|单位|事项|问题|节点|任务|天数|方面|百分点|工作日|季度|年度";

    /// <summary>Refuses what does not belong into the words of a paragraph.</summary>
    /// <param name="unit">The unit that the paragraph is of; null for a paragraph of the whole notice.</param>
    public static Refusal? Check(string text, ActionPlan plan, string? unit)
    {
        if (text.EnumerateRunes().Any(IsUnseen))
            return Refusal.Invalid("unseen-character", "text");
        var words = NoticeParagraphs.Without(text);
        if (Figure(words) is { } figure)
            return Refusal.Invalid("figure-typed", "text", ("figure", figure));
        return OtherUnit(words, plan, unit) is { } name ? Refusal.Invalid("other-unit-named", "text", ("name", name)) : null;
    }

    /// <summary>The first figure in the words: a digit or numeral sign of any script, a Roman or Chinese numeral, a count or a fraction; null where there is none.</summary>
    public static string? Figure(string words)
    {
        if (words.EnumerateRunes().FirstOrDefault(IsNumeral) is var sign && sign != default)
            return sign.ToString();
        // Compatibility forms are read as what they stand for: Ⅷ as VIII, ㈠ as (一), full-width letters as Latin ones.
        var plain = SetPhrases().Replace(string.Concat(words.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))), "·");
        return Count().Match(plain) is { Success: true } count ? count.Value : Roman().Match(plain) is { Success: true } roman ? roman.Value : null;
    }

    private static bool IsNumeral(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber && rune.Value != '〇'
        || Rune.GetNumericValue(rune) >= 0 && rune.Value > 0xFFFF;

    /// <summary>Control characters besides the line's end, marks of direction and of width, characters that no font has.</summary>
    private static bool IsUnseen(Rune rune) => rune.Value != '\n' && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>A unit's name or alias other than the paragraph's own. Groups, the government and the leading group are nobody's naming.</summary>
    private static string? OtherUnit(string words, ActionPlan plan, string? unit)
    {
        var all = plan.EveryUnit(DateOnly.MaxValue).Select(id => plan.UnitOn(id, DateOnly.MaxValue)!).Concat(plan.Versions.SelectMany(v => v.Document.Units)).ToList();
        var own = all.Where(u => u.Id == unit).SelectMany(Names).OrderByDescending(n => n.Length).Aggregate(words, (text, name) => text.Replace(name, "·", StringComparison.Ordinal));
        return all.Where(u => u.Id != unit && u.Kind is not (UnitKind.Group or UnitKind.Government or UnitKind.LeadingGroup)).SelectMany(Names).Where(n => n.Length > 1)
            .OrderByDescending(n => n.Length).FirstOrDefault(n => own.Contains(n, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Names(Unit unit) => unit.Aliases.Append(unit.Name);

    /// <summary>A numeral before a measure or a unit of count, a numeral of several places, a fraction.</summary>
    [GeneratedRegex($"[{Digits}{Places}半多余]*[{Digits}{Places}半][多余来]?(?:{Measures})|[{Digits}]+[{Places}]|[{Places}]+[{Digits}{Places}]|[{Digits}]{{3,}}|分之[{Digits}{Places}]|[{Digits}{Places}]+分之|[{Digits}{Places}]+成|[一过大]半|半数")]
    private static partial Regex Count();

    [GeneratedRegex("(?<![A-Za-z])[IVXLCDM]+(?![A-Za-z])", RegexOptions.IgnoreCase)]
    private static partial Regex Roman();

    /// <summary>Words of an office that only look like a count.</summary>
    [GeneratedRegex("一次性|一次办|跑一次|一件事|第一责任人|一起|一方面|另一方面|十分|万一|千方百计|逐项|逐条|逐个|半年")]
    private static partial Regex SetPhrases();
}
