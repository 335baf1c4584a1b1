using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Core.Inspections.View;

/// <summary>三、上期问题整改情况: the entries of earlier notices as they stood on the half-year's last day.</summary>
internal static class RectificationTrail
{
    public static RectificationFigures? Of(PlanState state, Look look)
    {
        var signed = state.Notices.Values.Where(n => n.HalfYear.CompareTo(look.Cut.HalfYear) < 0 && n.Signed?.By.On <= look.Day).OrderBy(n => n.HalfYear).ToList();
        if (signed.Count == 0)
            return null;
        List<RectificationLine> lines = [.. signed.SelectMany(n => n.Entries.Where(e => e.IsNamed).Select(e => Line(n, e, look))).Where(l => l.Counts || l.FollowUp is not null)];
        return new()
        {
            Should = lines.Count(l => l.Counts),
            Discharged = lines.Count(l => l.Counts && l.State == "discharged"),
            Overdue = lines.Count(l => l.Counts && l.State == "overdue"),
            Open = lines.Count(l => l.Counts && l.State is "waiting" or "open" or "notOrdered"),
            NotOrdered = lines.Count(l => l.State == "notOrdered"),
            Held = lines.Count(l => l.FollowUp == Figures.Word(FollowUpOutcome.Holds)),
            Relapsed = lines.Count(l => l.FollowUp == Figures.Word(FollowUpOutcome.Relapsed)),
            Entries = lines,
        };
    }

    private static RectificationLine Line(Notice notice, NoticeEntry entry, Look look)
    {
        var (day, first) = (look.Day, look.Cut.HalfYear.FirstDay);
        var last = entry.Rectifications.FindLast(r => r.Ordered.On <= day);
        var accepted = last is not null && last.IsDischarged(day) ? last.Reports.FindLast(r => r.Accepted is not null) : null;
        var seen = last?.FollowedUp is { } done && look.Cut.HalfYear.Contains(done.On) ? last.FollowedUp : null;
        return new(
            entry.Id, notice.HalfYear.ToString(), look.Name(entry.Unit), entry.Facts.Category, entry.Facts.Milestones, StateOf(last, day),
            !(accepted?.Released!.On < first), last?.Ordered.On, last?.Limit,
            last?.Reports.FindLast(r => r.Released?.On <= day)?.Released!.On, accepted?.Accepted!.On, last?.DaysOver(day) ?? 0,
            seen is null ? null : Figures.Word(last!.Relapsed == seen ? FollowUpOutcome.Relapsed : FollowUpOutcome.Holds), seen?.On, entry.Chain);
    }

    private static string StateOf(Rectification? last, DateOnly day) => last switch
    {
        null => "notOrdered",
        _ when last.IsDischarged(day) => "discharged",
        _ when last.IsOverdue(day) => "overdue",
        _ when last.Waiting?.Released?.On <= day => "waiting",
        _ => "open",
    };
}
