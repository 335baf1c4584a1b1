namespace BizEnvLedger.Reports.HalfYearReports.Notice;

/// <summary>What a notice says, before it is laid out: the elements of GB/T 9704-2012 clause 7.1 in their order.</summary>
internal sealed record NoticeContent
{
    /// <summary>Which of the standard's forms it has.</summary>
    public PaperForm Form { get; init; } = PaperForm.Down;

    /// <summary>签发人 of a paper that goes up (clause 7.2.6); blank until it is signed.</summary>
    public string? Signer { get; init; }

    /// <summary>发文机关标志 (clause 7.2.4).</summary>
    public required string Mark { get; init; }

    /// <summary>发文字号 (clause 7.2.5), its number blank until the office gives one.</summary>
    public required string Number { get; init; }

    /// <summary>标题 (clause 7.3.1), broken into lines where a phrase ends.</summary>
    public required IReadOnlyList<string> Title { get; init; }

    /// <summary>What stands under the title while it is not signed; null once it is, and on letters.</summary>
    public string? Draft { get; init; } = "（送审稿）";

    /// <summary>主送机关 (clause 7.3.2), with its colon.</summary>
    public required string Recipients { get; init; }

    /// <summary>正文 (clause 7.3.3).</summary>
    public required IReadOnlyList<NoticeParagraph> Body { get; init; }

    /// <summary>附件 (clause 7.3.7).</summary>
    public required IReadOnlyList<NoticeAnnex> Annexes { get; init; }

    /// <summary>发文机关署名 (clause 7.3.5).</summary>
    public required string Signature { get; init; }

    /// <summary>成文日期 (clause 7.3.5.4).</summary>
    public required string Date { get; init; }

    /// <summary>抄送机关 (clause 7.4.2), null when there is none.</summary>
    public string? CopiesTo { get; init; }

    /// <summary>印发日期 (clause 7.4.3), blank until it is issued.</summary>
    public required string Printed { get; init; }

    /// <summary>What every page's header says; null for real data.</summary>
    public string? Header { get; init; }
}

/// <summary>Which way a paper goes.</summary>
internal enum PaperForm
{
    /// <summary>下行文, with the red head of clause 7.2.</summary>
    Down,

    /// <summary>上行文: the same head, number at the left, 签发人 at the right (clauses 7.2.5, 7.2.6).</summary>
    Up,

    /// <summary>信函格式 (clause 10.1).</summary>
    Letter,
}

internal enum NoticeLevel
{
    /// <summary>一、 in 黑体.</summary>
    Section,

    /// <summary>（一） in 楷体.</summary>
    Part,

    /// <summary>1. and running text in 仿宋.</summary>
    Text,
}

/// <summary>A paragraph; <paramref name="Lead"/> is a run-in heading set in 楷体 before the text.</summary>
internal sealed record NoticeParagraph(NoticeLevel Level, string Text, string Lead = "")
{
    public int Length => Lead.Length + Text.Length;
}

/// <summary>An annex: sentences and tables in turn.</summary>
internal sealed record NoticeAnnex(string Title, IReadOnlyList<NoticePart> Parts)
{
    /// <summary>Whether it needs the page's long side.</summary>
    public bool Wide => Parts.Any(part => part.Table is { Wide: true });
}

/// <summary>A piece of an annex: a heading, a sentence or a table; exactly one is set.</summary>
internal sealed record NoticePart(string? Heading = null, string? Text = null, NoticeTable? Table = null);

internal enum Align { Left, Centre, Right }

/// <summary>A column's heading, its share of the width, and how its cells stand.</summary>
internal sealed record NoticeColumn(string Heading, int Width, Align Align = Align.Left, bool Fine = false);

internal sealed record NoticeTable(IReadOnlyList<NoticeColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, bool Wide = true, bool HasTotal = false);
