using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.View;
using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Service.Notices;

/// <summary>A step: its event and day; null where it was not taken.</summary>
public sealed record NoticeStepShape(Guid Event, DateOnly On)
{
    public static NoticeStepShape? Of(NoticeAct? act) => act is null ? null : new(act.Event, act.On);
}

public sealed record SigningShape(Guid Event, string Number, DateOnly SignedOn, string DocumentSha256)
{
    public static SigningShape? Of(Signing? signing) => signing is null ? null : new(signing.By.Event, signing.Number, signing.SignedOn, signing.DocumentSha256);
}

/// <summary>A notice with its letters, entry by entry, struck and withdrawn ones too.</summary>
public sealed record NoticeShape
{
    public required string Plan { get; init; }
    public required string HalfYear { get; init; }
    public required string DataSetSha256 { get; init; }

    /// <summary>drafted, fedBack, approved, signed, published.</summary>
    public required string State { get; init; }
    public required NoticeStepShape Drafted { get; init; }
    public NoticeStepShape? Approved { get; init; }
    public SigningShape? Signed { get; init; }
    public DateOnly? ReviewAskLimit { get; init; }
    public string? Visibility { get; init; }
    public required IReadOnlyList<NoticeEntryShape> Entries { get; init; }
    public required IReadOnlyList<ChangeShape> Changes { get; init; }

    /// <summary>Steps of the office's own past their limits.</summary>
    public required IReadOnlyList<NoticeOverrun> Overruns { get; init; }
    public required IReadOnlyList<ParagraphShape> Wording { get; init; }
    public required long Version { get; init; }
    public required int Position { get; init; }

    public static NoticeShape Of(Notice notice, PlanState state, DateOnly day, int position, Reports.Notices.NoticePaper paper) => new()
    {
        Plan = notice.Plan,
        HalfYear = notice.HalfYear.ToString(),
        DataSetSha256 = notice.DataSetSha256,
        State = notice.Visibility == Core.Plans.Visibility.Public ? "published" : notice.Signed is not null ? "signed" : notice.Approved is not null ? "approved" : notice.Entries.Exists(e => e.FedBack is not null) ? "fedBack" : "drafted",
        Drafted = NoticeStepShape.Of(notice.Drafted)!,
        Approved = NoticeStepShape.Of(notice.Approved),
        Signed = SigningShape.Of(notice.Signed),
        ReviewAskLimit = notice.ReviewAskLimit(state.Plan),
        Visibility = notice.Visibility is { } visibility ? Figures.Word(visibility) : null,
        Entries = [.. notice.Entries.Select(e => NoticeEntryShape.Of(e, state, day, paper.Texts))],
        Changes = [.. notice.Changes.Select(c => new ChangeShape(c.Id, c.Adds is not null ? "add" : c.Amends is not null ? "amend" : "strike", c.Entry, state.Plan.Name(c.Unit), c.Drops, c.Objection, paper.Texts.GetValueOrDefault((c.Id, "reason")), NoticeStepShape.Of(c.Decided), c.Decided is null ? null : c.Agreed))],
        Overruns = NoticeOverruns.Of(notice, state.Plan, day),
        Wording = [.. Keys(notice).Select(k => ParagraphShape.Of(k, notice, paper))],
        Version = notice.Version,
        Position = position,
    };

    /// <summary>
    /// For whoever does not judge: without proposals of accountability; and of a draft only the entries that were fed back to the reader,
    /// with what belongs to them.
    /// </summary>
    public NoticeShape Without(Func<string, bool> shows) => this with
    {
        Entries = [.. Entries.Where(e => shows(e.Id)).Select(e => e with { Proposals = [] })],
        Changes = [.. Changes.Where(c => Entries.Any(e => e.Id == c.Entry) && shows(c.Entry))],
        Overruns = Signed is null ? [] : Overruns,
        Wording = [.. Wording.Where(w => w.Paragraph.Split('-', 2) is not [var word, var entry] || (word != "proposal" && shows(entry))).Where(w => Signed is not null || w.Paragraph.Contains('-', StringComparison.Ordinal))],
    };

    private static IEnumerable<string> Keys(Notice notice) => NoticeParagraphs.Whole.Keys.Concat(
        from e in notice.Standing
        from word in e.Facts.Kind == EntryKind.Letter ? ["letter"] : new[] { "entry", "feedback", "rectification", "proposal" }
        select $"{word}-{e.Id}");
}

/// <summary>A proposed change of entries, and what the second person said.</summary>
/// <param name="Kind">strike, add, amend.</param>
/// <param name="Drops">Milestones that an amended entry drops.</param>
/// <param name="Objection">The objection whose answer it is.</param>
public sealed record ChangeShape(Guid Id, string Kind, string Entry, UnitName Unit, IReadOnlyList<string> Drops, Guid? Objection, string? Reason, NoticeStepShape? Decided, bool? Agreed);

/// <summary>A paragraph's wording in force, its placeholders, and the event of its last edit; null while it is the proposed one.</summary>
/// <param name="Proposed">The wording before any edit.</param>
/// <param name="Diff">Between the two; empty where they are the same.</param>
public sealed record ParagraphShape(string Paragraph, string Text, string Proposed, IReadOnlyList<Reports.Notices.DiffPiece> Diff, IReadOnlyList<string> Placeholders, Guid? EditedBy)
{
    public static ParagraphShape Of(string key, Notice notice, Reports.Notices.NoticePaper paper)
    {
        var (text, proposed) = (paper.Wording(key), Reports.Notices.NoticePaper.Proposed(key));
        return new(key, text, proposed, Reports.Notices.WordingDiff.Of(proposed, text), NoticeParagraphs.Parse(key)!.Value.Placeholders, notice.Wording.GetValueOrDefault(key)?.Event);
    }
}

/// <summary>An entry with its limits and everything that came of it; <paramref name="Events"/> is its evidence chain.</summary>
public sealed record NoticeEntryShape(
    string Id, string Kind, string Category, UnitName Unit, IReadOnlyList<string> Milestones, IReadOnlyList<int> OwnDays, int Days, string Rule, string? Ground, bool Stands, NoticeStepShape? Struck, NoticeStepShape? Withdrawn,
    NoticeStepShape? FedBack, NoticeStepShape? FeedbackUndone, IReadOnlyList<SigningShape> FeedbackPapers, DateOnly? FeedbackLimit, IReadOnlyList<ObjectionShape> Objections, ReviewShape? Review, IReadOnlyList<RectificationShape> Rectifications, IReadOnlyList<ProposalShape> Proposals,
    NoticeStepShape? LetterApproved, SigningShape? Letter, DateOnly? ReplyLimit, DateOnly? RepliedOn, IReadOnlyList<Guid> Events)
{
    public static NoticeEntryShape Of(NoticeEntry e, PlanState state, DateOnly day, IReadOnlyDictionary<(Guid Event, string Field), string> texts)
    {
        var plan = state.Plan;
        return new(e.Id, Figures.Word(e.Facts.Kind), e.Facts.Category, plan.Name(e.Unit), e.Facts.Milestones, e.Facts.OwnDays, e.Facts.Days, e.Facts.Rule, e.Facts.Ground, e.Stands, NoticeStepShape.Of(e.Struck), NoticeStepShape.Of(e.Withdrawn),
            NoticeStepShape.Of(e.FedBack), NoticeStepShape.Of(e.FeedbackUndone), [.. e.FeedbackPapers.Select(p => SigningShape.Of(p)!)], e.FeedbackLimit(plan),
            [.. e.Objections.Select(o => new ObjectionShape(o.Id, o.Made.On, Text(o.Id, "grounds"), NoticeStepShape.Of(o.Released), o.AnswerLimit(plan), NoticeStepShape.Of(o.Answered), o.Outcome is { } outcome ? Figures.Word(outcome) : null, Text(o.Answered?.Event, "reason")))],
            e.Review is { } r ? new(r.Id, r.Asked.On, Text(r.Id, "grounds"), NoticeStepShape.Of(r.Released), r.DecisionLimit(plan), NoticeStepShape.Of(r.Decided), r.Decided is null ? null : r.Upheld, Text(r.Decided?.Event, "reason")) : null,
            [.. e.Rectifications.Select(x => RectificationShape.Of(x, plan, day, texts))],
            [.. e.Proposals.Select(p => new ProposalShape(p.Id, SigningShape.Of(p.Paper), p.Made.On, Figures.Word(p.Ground), p.Days, Text(p.Id, "reason"), p.DecisionLimit(plan), NoticeStepShape.Of(p.Decided), p.Decided is null ? null : p.Approved, NoticeStepShape.Of(p.HandedOver), Text(p.HandedOver?.Event, "organ"), p.Number, NoticeStepShape.Of(p.Result), p.ConcludedOn, Text(p.Result?.Event, "result"), p.Chain))],
            NoticeStepShape.Of(e.LetterApproved), SigningShape.Of(e.Letter), e.ReplyLimit(plan), e.RepliedOn, e.Chain);

        string? Text(Guid? of, string field) => of is { } id ? texts.GetValueOrDefault((id, field)) : null;
    }
}

public sealed record ObjectionShape(Guid Id, DateOnly MadeOn, string? Grounds, NoticeStepShape? Released, DateOnly? AnswerLimit, NoticeStepShape? Answered, string? Outcome, string? Reason);

public sealed record ReviewShape(Guid Id, DateOnly AskedOn, string? Grounds, NoticeStepShape? Released, DateOnly? DecisionLimit, NoticeStepShape? Decided, bool? Upheld, string? Reason);

public sealed record RectificationShape(
    Guid Order, SigningShape? Paper, DateOnly OrderedOn, string? Measures, DateOnly Limit, int DaysOver, bool Overdue, IReadOnlyList<ReportShape> Reports, NoticeStepShape? Discharged, DateOnly? FollowUpFrom, DateOnly? FollowUpLimit, NoticeStepShape? FollowedUp, NoticeStepShape? Relapsed)
{
    public static RectificationShape Of(Rectification r, ActionPlan plan, DateOnly day, IReadOnlyDictionary<(Guid Event, string Field), string> texts) => new(
        r.Ordered.Event, SigningShape.Of(r.Paper), r.Ordered.On, texts.GetValueOrDefault((r.Ordered.Event, "measures")), r.Limit, r.DaysOver(day), r.IsOverdue(day),
        [.. r.Reports.Select(x => new ReportShape(x.Id, x.Made.On, texts.GetValueOrDefault((x.Id, "narrative")), NoticeStepShape.Of(x.Released), x.DecisionLimit(plan), NoticeStepShape.Of(x.Returned), NoticeStepShape.Of(x.Accepted)))],
        NoticeStepShape.Of(r.Discharged), r.FollowUpFrom(plan), r.FollowUpLimit(plan), NoticeStepShape.Of(r.FollowedUp), NoticeStepShape.Of(r.Relapsed));
}

public sealed record ReportShape(Guid Id, DateOnly MadeOn, string? Narrative, NoticeStepShape? Released, DateOnly? DecisionLimit, NoticeStepShape? Returned, NoticeStepShape? Accepted);

public sealed record ProposalShape(
    Guid Id, SigningShape? Paper, DateOnly MadeOn, string Ground, int Days, string? Reason, DateOnly DecisionLimit, NoticeStepShape? Decided, bool? Approved, NoticeStepShape? HandedOver, string? Organ, string? Number, NoticeStepShape? Result, DateOnly? ConcludedOn, string? ResultText, IReadOnlyList<Guid> Chain);

/// <summary>A published notice, as everybody may read it.</summary>
public sealed record PublicNotice(string Plan, string Title, string HalfYear, string Number, DateOnly SignedOn, string DocumentSha256, IReadOnlyList<PublicEntry> Entries, IReadOnlyList<Guid> Events);

public sealed record PublicEntry(string Id, UnitName Unit, string Category, IReadOnlyList<string> Matters, int Days, bool Withdrawn);
