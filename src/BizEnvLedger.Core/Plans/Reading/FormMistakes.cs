namespace BizEnvLedger.Core.Plans.Reading;

/// <summary>A mistake's words before it has a place.</summary>
internal sealed record Wording(string Code, string En, string Zh, string RemedyEn, string RemedyZh)
{
    public PlanMistake At(string path, int line, int column) => new(Code, path, line, column, En, Zh, RemedyEn, RemedyZh);
}

/// <summary>What can be wrong with a file's form, whatever it says.</summary>
internal static class FormMistakes
{
    public static Wording FileTooLarge() => new("file-too-large",
        "The file is larger than 8 MB.", "文件超过8 MB。",
        "Split what does not belong to the plan into files of its own.", "请把不属于计划本身的内容移出文件。");

    public static Wording TooManyValues() => new("file-too-large",
        $"The file holds more than {JsonTree.MostValues} values.", $"文件中的值超过{JsonTree.MostValues}个。",
        "Split what does not belong to the plan into files of its own.", "请把不属于计划本身的内容移出文件。");

    public static Wording NotUtf8() => new("malformed-json",
        "The file is not UTF-8 text.", "文件不是UTF-8编码的文本。",
        "Save the file as UTF-8.", "请将文件另存为UTF-8编码。");

    public static Wording Malformed(string words) => new("malformed-json",
        $"The JSON breaks off here: {words}", "JSON语法在此处有误。",
        "Look here and just before for a missing comma, quote, colon or bracket.", "请检查此处及其前面是否缺少逗号、引号、冒号或括号。");

    public static Wording TooDeep() => new("nesting-too-deep",
        $"Objects and lists are nested deeper than {JsonTree.Deepest} levels.", $"对象和列表嵌套超过{JsonTree.Deepest}层。",
        "Flatten the sub-items.", "请减少分项的层级。");

    public static Wording DuplicateKey(string name) => new("duplicate-key",
        $"“{name}” stands twice in the same object.", $"同一对象中“{name}”出现两次。",
        "Keep one of the two.", "请只保留其中一个。");

    public static Wording ControlCharacter(string which) => new("control-character",
        $"The text holds a control character ({which}).", $"文本中含有控制字符（{which}）。",
        "Remove it; a text is one line of visible characters.", "请删除该字符；文本应为一行可见字符。");

    public static Wording TextTooLong(int length) => new("text-too-long",
        $"The text has {length} characters; {JsonTree.LongestText} are allowed.", $"文本有{length}个字符，上限为{JsonTree.LongestText}个。",
        "Shorten it; titles and statements are short and in your own words.", "请缩短；标题和表述应简短。");

    public static Wording WrongType((string En, string Zh) expected, string written) => new("wrong-type",
        $"Here stands {written}, but {expected.En} is expected.", $"此处是{Zh(written)}，应为{expected.Zh}。",
        $"Write {expected.En}.", $"请写成{expected.Zh}。");

    public static Wording ImpossibleDate(string written, string? last) => new("impossible-date",
        $"There is no day {written}.", $"不存在{written}这一天。",
        last is null ? "Write a day that exists, as yyyy-mm-dd." : $"The last day of that month is {last}.",
        last is null ? "请按“年-月-日”写一个存在的日期。" : $"该月最后一天是{last}。");

    public static Wording BadDate(string written) => new("bad-date",
        $"“{written}” is not a date as yyyy-mm-dd.", $"“{written}”不是“年-月-日”格式的日期。",
        "Write four digits for the year and two each for month and day: 2021-08-31.", "请写成四位年、两位月、两位日，如2021-08-31。");

    public static Wording OutOfRange(string written, string en, string zh) => new("number-out-of-range",
        $"{written} is not {en}.", $"{written}不是{zh}。", $"Write {en}.", $"请写{zh}。");

    public static Wording UnknownProperty(string name, string? nearest, IEnumerable<string> known) => new("unknown-property",
        $"“{name}” is not known here.", $"此处没有名为“{name}”的属性。",
        nearest is null ? $"Known are: {string.Join(", ", known)}." : $"Did you mean “{nearest}”?",
        nearest is null ? $"可用的有：{string.Join("、", known)}。" : $"是否应为“{nearest}”？");

    public static Wording MissingProperty(string name, (string En, string Zh) expected) => new("missing-property",
        $"“{name}” is missing.", $"缺少“{name}”。",
        $"Add “{name}” ({expected.En}).", $"请补充“{name}”（{expected.Zh}）。");

    public static Wording UnknownValue(string written, IEnumerable<string> known) => new("unknown-value",
        $"“{written}” is not one of the values that can stand here.", $"“{written}”不是此处可用的值。",
        $"Write one of: {string.Join(", ", known)}.", $"请写以下之一：{string.Join("、", known)}。");

    private static string Zh(string written) => written switch
    {
        "an object" => "对象",
        "a list" => "列表",
        "a text" => "文本",
        "a number" => "数字",
        "null" => "空值",
        _ => "真假值",
    };
}
