using System.Globalization;
using System.Text.RegularExpressions;
using BizEnvLedger.Core.Inspections;

namespace BizEnvLedger.Reports.HalfYearReports;

/// <summary>Numbers, dates and amounts as an official document writes them (GB/T 15835, GB/T 9704-2012 clauses 7.3.5.4 and 9).</summary>
internal static partial class Wording
{
    /// <summary>2021年6月30日; month and day without a leading zero (clause 7.3.5.4).</summary>
    public static string Date(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    public static string Date(DateOnly? day, string absent = "—") => day is { } value ? Date(value) : absent;

    /// <summary>2021-06-30, for narrow table cells.</summary>
    public static string Short(DateOnly? day) => day is { } value ? value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "—";

    public static string Name(HalfYear halfYear) => $"{Text(halfYear.Year)}年{(halfYear.Half == 1 ? "上" : "下")}半年";

    public static HalfYear Of(HalfYearDataSet dataSet) => HalfYear.TryParse(dataSet.HalfYear, out var halfYear)
        ? halfYear
        : throw new InvalidDataException($"'{dataSet.HalfYear}' is not a half-year.");

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Without trailing zeros or exponent.</summary>
    public static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>Share in percent, one decimal, half away from zero.</summary>
    public static decimal Share(int part, int whole) => Math.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero);

    public static string Percent(int part, int whole) => whole == 0 ? "—" : Percent(Share(part, whole));

    public static string Percent(decimal share) => share.ToString("0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>A、B、C.</summary>
    public static string List(IEnumerable<string> items) => string.Join('、', items);

    public static string Names(IReadOnlyList<UnitName> units) => units.Count == 0 ? "—" : List(units.Select(unit => unit.Name));

    /// <summary>一, 二, … 十一, …, 九十九: numbers of headings (clause 7.3.3).</summary>
    public static string Ordinal(int number)
    {
        const string digits = "〇一二三四五六七八九";
        return number switch
        {
            < 10 => digits[number].ToString(),
            < 20 => "十" + (number == 10 ? "" : digits[number - 10]),
            < 100 => $"{digits[number / 10]}十{(number % 10 == 0 ? "" : digits[number % 10])}",
            _ => Text(number),
        };
    }

    /// <summary>A figure with its unit of measure: 3个工作日, 95%, 12项.</summary>
    public static string Amount(decimal value, string unit) => Number(value) + Measured(unit);

    /// <summary>A target's words with its unit: "≤ 1" and 工作日 give 不超过1个工作日; words without a figure stay as they are.</summary>
    public static string Target(string words, string unit)
    {
        var target = words.Trim();
        var match = Compared().Match(target);
        if (!match.Success)
            return target;
        var (sign, figure, upper, own) = (match.Groups["sign"].Value, match.Groups["figure"].Value, match.Groups["upper"].Value, match.Groups["own"].Value.Trim());
        var measured = own.Length > 0 ? Measured(own) : Measured(unit);
        return sign switch
        {
            "≤" or "<=" => "不超过",
            "≥" or ">=" => "不低于",
            "<" or "＜" => "低于",
            ">" or "＞" => "高于",
            _ => "",
        } + figure + (upper.Length > 0 ? "至" + upper : "") + measured;
    }

    /// <summary>A full-width comma or stop at the end is cut, so that the sentence can go on.</summary>
    public static string Clause(string words) => words.Trim().TrimEnd('。', '；', '，', '、', '.', ';', ',');

    /// <summary>What a plan calls itself, for 以下简称: 行动计划, 行动方案, ….</summary>
    public static string ShortTitle(string title) =>
        new[] { "行动计划", "行动方案", "实施方案", "工作方案", "方案", "计划", "意见", "措施" }.FirstOrDefault(title.Contains) ?? "文件";

    /// <summary>What a plan is about, as titles name it: its short title, else its title without the years in brackets at the end.</summary>
    public static string Subject(string? shortTitle, string title) => shortTitle ?? (Years().Replace(title, "") is { Length: > 0 } plain ? plain : title);

    public static string Subject(PlanHeading plan) => Subject(plan.ShortTitle, plan.Title);

    /// <summary>The issuing office's full name: an office that the plan calls 市政府办公室 signs with its government's name.</summary>
    public static string FullOffice(PlanHeading plan)
    {
        var local = LocalGovernment().Match(plan.IssuingOfficeName);
        return local.Success && plan.IssuerName.EndsWith("人民政府", StringComparison.Ordinal)
            ? plan.IssuerName + plan.IssuingOfficeName[local.Length..]
            : plan.IssuingOfficeName;
    }

    private static string Measured(string unit) => unit switch
    {
        "工作日" or "环节" or "月" or "百分点" => "个" + unit,
        "无" or "-" => "",
        _ => unit,
    };

    [GeneratedRegex(@"[（(][^（）()]*[）)]\s*\z")]
    private static partial Regex Years();

    [GeneratedRegex(@"^(?<sign>≤|≥|<=|>=|<|>|＜|＞|=|＝)?\s*(?<figure>\d+(\.\d+)?)\s*((–|—|-|~|～|至)+\s*(?<upper>\d+(\.\d+)?))?\s*(?<own>[^\d\s].*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Compared();

    [GeneratedRegex("^(省|自治区|市|州|自治州|盟|地区|县|自治县|旗|自治旗|区)(人民)?政府", RegexOptions.CultureInvariant)]
    private static partial Regex LocalGovernment();
}
