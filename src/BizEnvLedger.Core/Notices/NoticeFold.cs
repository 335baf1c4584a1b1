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
            NoticeFeedbackSent x => x.Entries.Aggregate(notice, (n, id) => n.On(id, act, entry => entry with { FedBack = act })),
            NoticeEntryObjected x => notice.On(x.Entry, act, n => n with { Objections = n.Objections.Add(new(act)) }),
            NoticeObjectionReleased x => notice.On(x.Entry, act, n => n.WithObjection(x.Objection, o => o with { Released = act })),
            NoticeObjectionAnswered x => Answer(notice, x, act) with { Approved = null },
            NoticeWordingEdited x => notice with { Wording = notice.Wording.SetItem(x.Paragraph, act), Editors = notice.Editors.Add(act.User), Approved = notice.Signed is null ? null : notice.Approved },
            NoticeApproved => notice.OnAll(act) with { Approved = act },
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
        RectificationOrdered x => notice.On(x.Entry, act, n => n with { Rectifications = n.Rectifications.Add(new(act, x.Limit)) }),
        RectificationReported x => notice.On(x.Entry, act, n => n.WithRectification(r => r with { Reports = r.Reports.Add(new(act)) })),
        RectificationReleased x => notice.On(x.Entry, act, n => n.WithReport(x.Report, r => r with { Released = act })),
        RectificationReturned x => notice.On(x.Entry, act, n => n.WithReport(x.Report, r => r with { Returned = act })),
        RectificationDischarged x => notice.On(x.Entry, act, n => n.WithReport(x.Report, r => r with { Accepted = act }).WithRectification(r => r with { Discharged = act })),
        RectificationFollowedUp x => notice.On(x.Entry, act, n => n.WithRectification(r => x.Outcome == FollowUpOutcome.Holds
            ? r with { FollowedUp = act }
            : r with { FollowedUp = act, Relapsed = act, Discharged = null })),
        AccountabilityProposed x => notice.On(x.Entry, act, n => n with { Proposals = n.Proposals.Add(new(act, x.Ground, x.Days, x.Chain)) }),
        AccountabilityDecided x => notice.On(x.Entry, act, n => n.WithProposal(p => p with { Decided = act, Approved = x.Approved })),
        AccountabilityHandedOver x => notice.On(x.Entry, act, n => n.WithProposal(p => p with { HandedOver = act, Number = x.Number })),
        AccountabilityResultRecorded x => notice.On(x.Entry, act, n => n.WithProposal(p => p with { Result = act, ConcludedOn = x.ConcludedOn })),
        _ => notice,
    };

    private static Notice Change(Notice notice, EntryChangeDecided decided, NoticeAct act)
    {
        var change = notice.Changes.Find(c => c.Id == decided.Change)!;
        var next = notice with { Changes = notice.Changes.Replace(change, change with { Decided = act, Agreed = decided.Agreed }) };
        if (!decided.Agreed)
            return change.Strikes is null ? next : next.On(change.Strikes, act, n => n);
        next = next with { Approved = null };
        return change.Adds is { } added
            ? next with { Entries = next.Entries.Add(new() { Facts = added, Proposed = change.Proposed, Trail = [change.Id, act.Event] }) }
            : next.On(change.Strikes!, act, n => n with { Struck = act });
    }

    private static Notice Answer(Notice notice, NoticeObjectionAnswered answered, NoticeAct act) => notice.On(answered.Entry, act, n =>
    {
        var entry = n.WithObjection(answered.Objection, o => o with { Answered = act, Outcome = answered.Outcome });
        return answered.Outcome switch
        {
            ObjectionOutcome.Struck => entry with { Struck = act },
            ObjectionOutcome.Amended => entry with { Facts = entry.Facts.Without(answered.Dropped) },
            _ => entry,
        };
    });

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
