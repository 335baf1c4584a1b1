using BizEnvLedger.Core.Replay;

namespace BizEnvLedger.Core.Notices;

/// <summary>逾期未改: an entry whose rectification is past its limit.</summary>
/// <param name="Days">Days past the limit.</param>
/// <param name="Events">Order, reports and all else that the entry's chain holds.</param>
public sealed record OverdueRectification(string Unit, string Entry, IReadOnlyList<string> Milestones, DateOnly Limit, int Days, IReadOnlyList<Guid> Events);

/// <summary>A ground of 推动不力 (四（四）).</summary>
public static class OverdueRectifications
{
    /// <summary>Every entry of the plan's notices whose rectification is past its limit on a day, without a released report that stands.</summary>
    public static IReadOnlyList<OverdueRectification> RectificationsOverdue(PlanState state, DateOnly day) =>
        [.. from notice in state.Notices.Values.OrderBy(n => n.HalfYear)
            from entry in notice.Entries
            where entry.IsNamed && entry.Rectification is { } r && r.IsOverdue(day)
            let last = entry.Rectification
            select new OverdueRectification(entry.Unit, entry.Id, entry.Facts.Milestones, last.Limit, last.DaysOver(day), entry.Chain)];
}
