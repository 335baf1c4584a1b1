using System.Xml;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Reports.HalfYearReports;
using BizEnvLedger.Reports.HalfYearReports.Notice;
using CoreNotice = BizEnvLedger.Core.Notices.Notice;

namespace BizEnvLedger.Reports.Notices;

/// <summary>What the documents of a notice are drawn from: the frozen data set, the notice as folded, and the texts that stand beside the ledger.</summary>
public sealed record NoticePaper
{
    public required HalfYearDataSet DataSet { get; init; }
    public required CoreNotice Notice { get; init; }

    /// <summary>Names, rules and calendar.</summary>
    public required ActionPlan Plan { get; init; }

    /// <summary>Edited wordings, reasons, measures, by event and field; what was erased is absent.</summary>
    public required IReadOnlyDictionary<(Guid Event, string Field), string> Texts { get; init; }

    /// <summary>The wording of a paragraph in force: as edited, else the default.</summary>
    public string Wording(string key)
    {
        var word = NoticeParagraphs.Parse(key)?.Word ?? throw new ArgumentException($"There is no paragraph {key}.", nameof(key));
        return Notice.Wording.TryGetValue(key, out var edited) && Texts.TryGetValue((edited.Event, "text"), out var text) ? Clean(text) : NoticeWording.Default(word);
    }

    /// <summary>Matter and limit of the steps of regions that entries name, by the step's id.</summary>
    public IReadOnlyDictionary<string, StepMatter> Steps { get; init; } = new Dictionary<string, StepMatter>();

    /// <summary>What milestones say, by id: those that the half-year's data set has no line of.</summary>
    public IReadOnlyDictionary<string, string> Statements { get; init; } = new Dictionary<string, string>();

    /// <summary>A paragraph's wording before anybody edits it.</summary>
    public static string Proposed(string key) => NoticeWording.Default(NoticeParagraphs.Parse(key)?.Word ?? throw new ArgumentException($"There is no paragraph {key}.", nameof(key)));

    /// <summary>Whether the wording in force is another than the proposed one.</summary>
    internal bool IsEdited(string key) => Wording(key) != Proposed(key);

    internal string Office => HalfYearReports.Wording.FullOffice(DataSet.Plan);

    internal string Round => HalfYearReports.Wording.Name(Notice.HalfYear);

    internal string Subject => HalfYearReports.Wording.Subject(DataSet.Plan);

    internal string? Header => DataSet.Demonstration ? "演示数据（非真实情况）" : null;

    internal string Text(Guid? of, string field) => of is { } id && Texts.TryGetValue((id, field), out var text) ? Clean(text) : "（文本已依法删除）";

    /// <summary>A text from outside without what no XML document can hold.</summary>
    public static string Clean(string text) => string.Concat(text.Where((c, i) => XmlConvert.IsXmlChar(c)
        || (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], c)) || (i > 0 && XmlConvert.IsXmlSurrogatePair(c, text[i - 1]))));

    /// <summary>The entry's facts in words, from its locked figures and the frozen data set.</summary>
    internal string Facts(NoticeEntry entry, int most, string annex = "附件1")
    {
        if (StepFacts.Write(this, entry, most, annex) is { } steps)
            return steps;
        var told = Problems.Facts(DataSet, AsProposed(entry), most, annex);
        return entry.Facts.Milestones.Where(Statements.ContainsKey).OrderByDescending(id => id.Length)
            .Aggregate(told, (text, id) => text.Replace("节点" + id, $"“{HalfYearReports.Wording.Clause(Statements[id])}”", StringComparison.Ordinal));
    }

    /// <summary>Paragraphs of a wording: its placeholders filled, broken where the office broke it.</summary>
    internal IEnumerable<NoticeParagraph> Write(string key, IReadOnlyDictionary<string, string> values, string before = "") =>
        (before + Filled(key, values)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(NoticeBody.Text);

    /// <summary>
    /// A wording with its placeholders filled. Where the office has edited it, the facts stand in a sentence of their own: no word of the office's runs into them.
    /// </summary>
    internal string Filled(string key, IReadOnlyDictionary<string, string> values)
    {
        var wording = Wording(key);
        var named = new Dictionary<string, string>(values) { [NoticeParagraphs.Subject] = Subject };
        return NoticeParagraphs.Fill(IsEdited(key) ? wording.Replace("{facts}", "\n台账载明：{facts}\n", StringComparison.Ordinal) : wording, named);
    }

    private ProposedEntry AsProposed(NoticeEntry entry)
    {
        var f = entry.Facts;
        return new(f.Category, Plan.Name(f.Unit), "", f.Milestones, f.Days, f.DueCount, f.OpenCount, f.Ground ?? f.Rule, f.Events) { OwnDays = f.OwnDays.Count == f.Milestones.Count ? f.OwnDays : null, Formerly = f.Formerly };
    }
}

/// <summary>A region's step: what it is to deliver, and by when.</summary>
public sealed record StepMatter(string Matter, DateOnly Due);
