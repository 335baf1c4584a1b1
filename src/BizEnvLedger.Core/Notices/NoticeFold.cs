using BizEnvLedger.Core.Ledger;

namespace BizEnvLedger.Core.Notices;

/// <summary>What each event does to a notice.</summary>
internal static class NoticeFold
{
    public static Notice Apply(Notice notice, Recorded e)
    {
        var act = NoticeAct.Of(e);
        return e.Data switch
        {
            EntryStrikeProposed x => notice.On(x.Entry, act, n => n) with { Changes = notice.Changes.Add(new(e.Id, act, x.Entry, null) { Unit = x.Unit }) },
            EntryAdditionProposed x => notice with { Changes = notice.Changes.Add(new(e.Id, act, null, x.Added) { Unit = x.Unit }) },
            EntryChangeDecided x => Change(notice, x, act),
            NoticeFeedbackSent x => x.Entries.Aggregate(notice, (n, id) => n.On(id, act, entry => FeedBack(entry, x, act))),
            NoticeEntryObjected x => notice.On(x.Entry, act, n => n with { Objections = n.Objections.Add(new(act)) }),
            NoticeObjectionReleased x => notice.On(x.Entry, act, n => n.WithObjection(x.Objection, o => o with { Released = act })),
            NoticeObjectionAnswered x => Answer(notice, x, act).Unapproved(),
            NoticeWordingEdited x => Word(notice, x, act),
            NoticeApproved => Approve(notice, act),
            NoticeLetterApproved x => notice.On(x.Entry, act, n => n with { LetterApproved = act }) with { Approvers = notice.Approvers.Add(act.User) },
            NoticeSigned x => notice.OnAll(act) with { Signed = new(act, x.Number, x.SignedOn, x.DocumentSha256) },
            NoticePublished x => notice.OnAll(act) with { PublishedBy = act, Visibility = x.Visibility },
            NoticeReviewAsked x => notice.On(x.Entry, act, n => n with { Review = new(act) }),
            NoticeReviewReleased x => notice.On(x.Entry, act, n => n with { Review = n.Review! with { Released = act } }),
            NoticeReviewDecided x => notice.On(x.Entry, act, n => n with { Review = n.Review! with { Decided = act, Upheld = x.Upheld }, Withdrawn = x.Upheld ? act : null }),
            NoticeLetterSigned x => notice.On(x.Entry, act, n => n with { Letter = new(act, x.Number, x.SignedOn, x.DocumentSha256) }),
            NoticeLetterReplied x => notice.On(x.Entry, act, n => n with { Replied = act, RepliedOn = x.RepliedOn }),
            _ => Rectify(notice, e.Data, act),
        };
    }

    private static Notice Rectify(Notice notice, object data, NoticeAct act) => data switch
    {
        RectificationOrdered x => notice.On(x.Entry, act, n => n with { Rectifications = n.Rectifications.Add(new(act, x.Limit) { Paper = Signing.Of(act, x.Number, x.SignedOn, x.DocumentSha256) }) }),
        RectificationReported x => notice.On(x.Entry, act, n => n.WithRectification(r => r with { Reports = r.Reports.Add(new(act)) })),
        RectificationReleased x => notice.On(x.Entry, act, n => n.WithReport(x.Report, r => r with { Released = act })),
        RectificationReturned x => notice.On(x.Entry, act, n => n.WithReport(x.Report, r => r with { Returned = act })),
        RectificationDischarged x => notice.On(x.Entry, act, n => n.WithReport(x.Report, r => r with { Accepted = act }).WithRectification(r => r with { Discharged = act })),
        RectificationFollowedUp x => notice.On(x.Entry, act, n => n.WithRectification(r => x.Outcome == FollowUpOutcome.Holds
            ? r with { FollowedUp = act }
            : r with { FollowedUp = act, Relapsed = act, Discharged = null })),
        AccountabilityProposed x => notice.On(x.Entry, act, n => n with { Proposals = n.Proposals.Add(new(act, x.Ground, x.Days, x.Chain) { Paper = Signing.Of(act, x.Number, x.SignedOn, x.DocumentSha256) }) }),
        AccountabilityDecided x => notice.On(x.Entry, act, n => n.WithProposal(p => p with { Decided = act, Approved = x.Approved })),
        AccountabilityHandedOver x => notice.On(x.Entry, act, n => n.WithProposal(p => p with { HandedOver = act, Number = x.Number })),
        AccountabilityResultRecorded x => notice.On(x.Entry, act, n => n.WithProposal(p => p with { Result = act, ConcludedOn = x.ConcludedOn })),
        _ => notice,
    };

    private static NoticeEntry FeedBack(NoticeEntry entry, NoticeFeedbackSent sent, NoticeAct act)
    {
        var paper = sent.Papers?.FirstOrDefault(p => p.Entry == entry.Id);
        return entry with
        {
            FedBack = act, FeedbackUndone = null,
            FeedbackPapers = Signing.Of(act, paper?.Number, sent.SignedOn, paper?.DocumentSha256) is { } signing ? entry.FeedbackPapers.Add(signing) : entry.FeedbackPapers,
        };
    }

    private static Notice Approve(Notice notice, NoticeAct act)
    {
        var all = notice.OnAll(act);
        return all with { Approved = act, Approvers = notice.Approvers.Add(act.User), Entries = [.. all.Entries.Select(n => n.IsLetter && n.Letter is null ? n with { LetterApproved = act } : n)] };
    }

    /// <summary>The draft is not the one that was approved, nor are the letters that wait.</summary>
    private static Notice Unapproved(this Notice notice) => notice.Signed is not null ? notice
        : notice with { Approved = null, Entries = [.. notice.Entries.Select(n => n.Letter is null ? n with { LetterApproved = null } : n)] };

    /// <summary>What was fed back or approved in other words is so no longer: the entry is fed back again, draft or letter are approved again.</summary>
    private static Notice Word(Notice notice, NoticeWordingEdited edited, NoticeAct act)
    {
        var next = (notice with { Wording = notice.Wording.SetItem(edited.Paragraph, act), Editors = notice.Editors.Add(act.User) }).Unapproved();
        var (word, entry) = NoticeParagraphs.Parse(edited.Paragraph) is { } parsed ? (parsed.Word, parsed.Entry) : ("", "");
        return word switch
        {
            "entry" or "feedback" => next.On(entry, act, n => n.FedBack is null ? n : n with { FedBack = null, FeedbackUndone = act }),
            "letter" => next.On(entry, act, n => n with { LetterApproved = null }),
            _ => next,
        };
    }

    private static Notice Change(Notice notice, EntryChangeDecided decided, NoticeAct act)
    {
        var change = notice.Changes.Find(c => c.Id == decided.Change)!;
        var next = notice with { Changes = notice.Changes.Replace(change, change with { Decided = act, Agreed = decided.Agreed }) };
        if (!decided.Agreed)
            return change.Adds is not null ? next : next.On(change.Entry, act, n => change.Objection is { } objection ? n.WithObjection(objection, o => o with { Answered = null, Outcome = null }) : n);
        next = next.Unapproved();
        return change.Adds is { } added
            ? next with { Entries = next.Entries.Add(new() { Facts = added, Proposed = change.Proposed, Trail = [change.Id, act.Event] }) }
            : next.On(change.Entry, act, n => change.Amends is null ? n with { Struck = act } : n with { Facts = n.Facts.Without(change.Drops) });
    }

    /// <summary>An answer that strikes or amends waits for a second person.</summary>
    private static Notice Answer(Notice notice, NoticeObjectionAnswered x, NoticeAct act)
    {
        var next = notice.On(x.Entry, act, n => n.WithObjection(x.Objection, o => o with { Answered = act, Outcome = x.Outcome, Answerers = o.Answerers.Add(act.User) }));
        if (x.Outcome == ObjectionOutcome.Rejected || next.Find(x.Entry) is not { } entry)
            return next;
        var change = new EntryChange(act.Event, act, x.Outcome == ObjectionOutcome.Struck ? x.Entry : null, null) { Unit = entry.Unit, Objection = x.Objection };
        return next with { Changes = next.Changes.Add(x.Outcome == ObjectionOutcome.Amended ? change with { Amends = x.Entry, Drops = x.Dropped } : change) };
    }

    /// <summary>Changes one entry, and puts the event on its trail.</summary>
    private static Notice On(this Notice notice, string entry, NoticeAct act, Func<NoticeEntry, NoticeEntry> change) =>
        notice.Find(entry) is { } found ? notice with { Entries = notice.Entries.Replace(found, change(found) with { Trail = found.Trail.Add(act.Event) }) } : notice;

    private static Notice OnAll(this Notice notice, NoticeAct act) =>
        notice with { Entries = [.. notice.Entries.Select(n => n.Stands ? n with { Trail = n.Trail.Add(act.Event) } : n)] };

    private static NoticeEntry WithObjection(this NoticeEntry entry, Guid id, Func<Objection, Objection> change) =>
        entry.Objections.Find(o => o.Id == id) is { } found ? entry with { Objections = entry.Objections.Replace(found, change(found)) } : entry;

    private static NoticeEntry WithRectification(this NoticeEntry entry, Func<Rectification, Rectification> change) =>
        entry.Rectification is { } last ? entry with { Rectifications = entry.Rectifications.SetItem(entry.Rectifications.Count - 1, change(last)) } : entry;

    private static NoticeEntry WithReport(this NoticeEntry entry, Guid id, Func<RectificationReport, RectificationReport> change) =>
        entry.WithRectification(r => r.Reports.Find(x => x.Id == id) is { } found ? r with { Reports = r.Reports.Replace(found, change(found)) } : r);

    private static NoticeEntry WithProposal(this NoticeEntry entry, Func<Proposal, Proposal> change) =>
        entry.Proposal is { } last ? entry with { Proposals = entry.Proposals.SetItem(entry.Proposals.Count - 1, change(last)) } : entry;
}
