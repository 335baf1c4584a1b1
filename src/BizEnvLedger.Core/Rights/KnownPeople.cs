using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Registers;
using BizEnvLedger.Core.Units;

namespace BizEnvLedger.Core.Rights;

/// <summary>What a person's last act says of where the person stands.</summary>
/// <param name="HomeUnit">Home unit that the person's token named when it last judged something; null where it never did.</param>
/// <param name="ActsFor">The unit for which it acted since; null where its last word was an office's.</param>
public sealed record KnownPerson(string? HomeUnit, string? ActsFor);

/// <summary>
/// 人员: by <c>sub</c>, from events alone. Tokens are not kept, but whoever judges says from which home unit, and whoever reports, claims or releases says for which unit.
/// So what a scheme or the naming of an officer declares of somebody can be tested before that person comes.
/// </summary>
public sealed record KnownPeople(ImmutableDictionary<string, KnownPerson> BySub)
{
    /// <summary>Acts that only a unit's own people give; their field <c>Unit</c> is the actor's.</summary>
    private static readonly FrozenSet<Type> OfUnits = new[]
    {
        typeof(TaskAcknowledged), typeof(ProgressRecorded), typeof(MetricReported), typeof(FigureReleased), typeof(MilestoneClaimed), typeof(ClaimReleased),
        typeof(ExtensionRequested), typeof(ExtensionReleased), typeof(SuspensionRequested), typeof(SuspensionReleased), typeof(StepAdded), typeof(StepReported),
        typeof(CooperationRequested), typeof(CooperationAnswered), typeof(CooperationFulfilled), typeof(FulfilmentConfirmed), typeof(InstructionReplied), typeof(UrgeAnswered),
        typeof(OrderReplied), typeof(AssignmentDisputed), typeof(DisputeReleased), typeof(ImplementationPlanAdopted), typeof(ComplaintAnswered), typeof(AnswerReleased),
        typeof(NoticeEntryObjected), typeof(NoticeObjectionReleased), typeof(NoticeReviewAsked), typeof(NoticeReviewReleased), typeof(RectificationReported), typeof(RectificationReleased),
        typeof(RegisterSettlementClaimed), typeof(RegisterSettlementReleased),
    }.ToFrozenSet();

    private static readonly ConcurrentDictionary<Type, (PropertyInfo? Home, PropertyInfo? Unit)> Fields = new();

    public static KnownPeople None { get; } = new(ImmutableDictionary<string, KnownPerson>.Empty);

    public KnownPerson? Find(string sub) => BySub.GetValueOrDefault(sub);

    public KnownPeople Apply(Recorded e)
    {
        var (home, unit) = Fields.GetOrAdd(e.Data.GetType(), type => (type.GetProperty("HomeUnit"), OfUnits.Contains(type) ? type.GetProperty("Unit") : null));
        var before = Find(e.User);
        var after = home?.GetValue(e.Data) is string from ? new KnownPerson(from, null)
            : unit?.GetValue(e.Data) is string actsFor ? new KnownPerson(before?.HomeUnit, actsFor)
            : before;
        return after == before ? this : new(BySub.SetItem(e.User, after!));
    }
}
