using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Laws;

/// <summary>The delay of a milestone counted once more, day by day, from the events themselves and the words of ledger.md.</summary>
internal sealed class DelayOracle
{
    private readonly Story story;
    private readonly string milestone;
    private readonly List<Tried> claims = [];
    private readonly List<Moved> extensions = [];
    private readonly List<Rest> rests = [];

    public DelayOracle(Story story, string milestone)
    {
        (this.story, this.milestone) = (story, milestone);
        foreach (var e in story.Events)
            switch (e.Data)
            {
                case MilestoneClaimed x when x.Milestone == milestone:
                    claims.Add(new(e.Id, x.EffectiveOn));
                    break;
                case ClaimReleased x when Find(x.Claim) is { } c:
                    (c.StopsOn, c.Mended) = (Mends(e.RecordedOn) ?? (IsLate(c.EffectiveOn, e.RecordedOn, e.Leaf) ? e.RecordedOn : c.EffectiveOn), Mends(e.RecordedOn) is not null);
                    c.ReleasedOn = e.RecordedOn;
                    break;
                case MilestoneVerified x when Find(x.Claim) is { } c:
                    c.DecidedOn = e.RecordedOn;
                    break;
                case MilestoneReopened x when Find(x.Claim) is { } c:
                    (c.DecidedOn, c.Ground) = (e.RecordedOn, ReturnGround.Untrue);
                    break;
                case ExtensionRequested x when x.Milestone == milestone:
                    extensions.Add(new(e.Id));
                    break;
                case ExtensionReleased x when extensions.Find(m => m.Id == x.Request) is { } moved:
                    moved.ReleasedOn = e.RecordedOn;
                    break;
                case ExtensionGranted x when extensions.Find(m => m.Id == x.Request) is { } moved:
                    (moved.DecidedOn, moved.NewDue) = (e.RecordedOn, x.NewDue);
                    break;
                case SuspensionGranted x when x.Milestone == milestone:
                    rests.Add(new(x.Request, x.EffectiveOn, x.ReviewOn));
                    break;
                case SuspensionEnded x when rests.Find(r => r.Id == x.Request) is { } rest:
                    rest.EndsOn = x.EffectiveOn;
                    break;
                case MilestoneReturned x when Find(x.Claim) is { } c:
                    (c.DecidedOn, c.Ground) = (e.RecordedOn, x.Ground);
                    break;
            }
    }

    /// <summary>Past due, with no claim that stood when the day began.</summary>
    public bool IsDoersDelay(DateOnly day) =>
        Due(day) is { } due && day > due && day >= story.TaskOf(milestone).AssignedOn && !claims.Exists(c => c.ReleasedOn is not null && c.StopsOn < day && Stands(c, day));

    /// <summary>Past due and claimed, but past the verifier's limit and not decided before.</summary>
    public bool IsVerifiersDelay(DateOnly day) =>
        !IsDoersDelay(day) && Due(day) is { } due && day > due && claims.FindLast(c => c.ReleasedOn is not null && c.StopsOn <= day && Stands(c, day)) is { } claim
        && day > Working(claim.ReleasedOn!.Value, 15) && (claim.DecidedOn is null || day <= claim.DecidedOn);

    /// <summary>Past due and open, and resting on a granted suspension.</summary>
    public bool IsNobodys(DateOnly day) => IsDoersDelay(day) && rests.Exists(r => r.From <= day && day <= r.ReviewOn && !(r.EndsOn <= day));

    private DateOnly? Due(DateOnly day)
    {
        var due = Planned(day);
        foreach (var moved in extensions)
            if (due is not null && moved.NewDue is { } to && !Replaced(moved.DecidedOn!.Value, day) && (moved.ReleasedOn <= due || moved.DecidedOn <= day))
                due = to;
        return due;
    }

    /// <summary>A later document between the grant and the day has another date than the one before it.</summary>
    private bool Replaced(DateOnly granted, DateOnly day) =>
        story.Plan.Versions.Skip(1).Any(v => v.From > granted && v.From <= day && Planned(v.From) != Planned(v.From.AddDays(-1)));

    private DateOnly? Planned(DateOnly day) => story.Plan.On(day).Tasks.SelectMany(t => new Catalogue(t, story.Plan.Period).Milestones).FirstOrDefault(m => m.Id == milestone)?.Due;

    private bool Stands(Tried c, DateOnly day) => c.ReleasedOn is not null && c.Ground switch
    {
        null => true,
        ReturnGround.Untrue => false,
        _ => day <= Working(c.DecidedOn!.Value, 5) && !claims.Skip(claims.IndexOf(c) + 1).Any(later => later.Mended && later.ReleasedOn is not null),
    };

    private DateOnly? Mends(DateOnly releasedOn) =>
        claims.LastOrDefault(c => c.ReleasedOn is not null) is { Ground: ReturnGround.Incomplete } last && releasedOn <= Working(last.DecidedOn!.Value, 5) ? last.StopsOn : null;

    /// <summary>What is not released counts for nothing: only the release says when it came in.</summary>
    private bool IsLate(DateOnly effectiveOn, DateOnly releasedOn, long leaf) =>
        releasedOn.DayNumber - effectiveOn.DayNumber > 10
        || story.Events.Take((int)leaf).Any(e => e.Data is InspectionClosed { HalfYear: "2021H1" } && effectiveOn <= Day("2021-06-30"));

    private static DateOnly Working(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            var free = day is { Year: 2021, Month: 10, Day: <= 7 } || (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && day != Day("2021-10-09"));
            count -= free ? 0 : 1;
        }

        return day;
    }

    private Tried? Find(Guid id) => claims.Find(c => c.Id == id);

    private sealed record Moved(Guid Id)
    {
        public DateOnly? ReleasedOn { get; set; }
        public DateOnly? DecidedOn { get; set; }
        public DateOnly? NewDue { get; set; }
    }

    private sealed record Rest(Guid Id, DateOnly From, DateOnly ReviewOn)
    {
        public DateOnly? EndsOn { get; set; }
    }

    private sealed record Tried(Guid Id, DateOnly EffectiveOn)
    {
        public DateOnly StopsOn { get; set; }
        public bool Mended { get; set; }
        public DateOnly? ReleasedOn { get; set; }
        public DateOnly? DecidedOn { get; set; }
        public ReturnGround? Ground { get; set; }
    }
}
