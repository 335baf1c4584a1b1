using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Laws;

/// <summary>Which cooperating units are late on a day, told once more from the events themselves: the last word of acceptance or ruling, and whether something lay delivered when the day began.</summary>
internal sealed class CooperationOracle(Story story, string milestone)
{
    public IReadOnlyList<string> LateUnits(DateOnly day)
    {
        var late = new List<string>();
        foreach (var asked in story.Events)
            if (asked.Data is CooperationRequested x && x.Milestone == milestone && IsLate(asked.Id, x.Limit, day) && Cooperates(x.To, day) && !HasLed(x.To, asked.RecordedOn, day) && !late.Contains(x.To))
                late.Add(x.To);
        return late;
    }

    private bool IsLate(Guid request, DateOnly asked, DateOnly day)
    {
        DateOnly? limit = null;
        var lies = false;
        foreach (var e in story.Events)
        {
            if (e.RecordedOn <= day)
                limit = e.Data switch
                {
                    CooperationAnswered { Accepted: true } x when x.Request == request => asked,
                    CooperationAdjudicated x when x.Request == request => x.Limit,
                    CooperationDecided x when x.Request == request => x.Limit,
                    RequestWithdrawn x when x.Request == request => null,
                    _ => limit,
                };
            if (e.RecordedOn < day)
                lies = e.Data switch
                {
                    CooperationFulfilled x when x.Request == request => true,
                    FulfilmentConfirmed x when x.Request == request => x.Fulfilled,
                    _ => lies,
                };
        }

        return limit < day && !lies;
    }

    /// <summary>What a lead would owe itself, it owes no more, not even when another leads again.</summary>
    private bool HasLed(string unit, DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
            if (Names(story.Standing(milestone, day.ToString("yyyy-MM-dd", null)).Chain.Leads, unit, day))
                return true;
        return false;
    }

    /// <summary>The invented plan has one group: housing always, water from March to November 2021.</summary>
    private bool Cooperates(string unit, DateOnly day)
    {
        return Names(story.Standing(milestone, day.ToString("yyyy-MM-dd", null)).Chain.Cooperating, unit, day);
    }

    private static bool Names(IReadOnlyList<string> chain, string unit, DateOnly day)
    {
        return chain.Contains(unit) || (chain.Contains("bureaus") && (unit == "housing" || (unit == "water" && day >= Day("2021-03-01") && day <= Day("2021-11-30"))));
    }
}
