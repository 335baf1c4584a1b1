using BizEnvLedger.Core.Coordination;
using BizEnvLedger.Core.Coordination.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using CsCheck;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Laws;

public class CooperationLaws(ITestOutputHelper output)
{
    private static readonly DateOnly[] Days = [.. Enumerable.Range(0, Day(RandomStory.LastDay).DayNumber - Day("2021-05-01").DayNumber + 1).Select(Day("2021-05-01").AddDays)];

    [Fact]
    public void A_day_of_the_doers_delay_is_the_late_cooperating_units_or_else_the_leads()
    {
        var shared = 0;
        RandomStory.Stories.Sample(story =>
        {
            foreach (var milestone in RandomStory.Milestones)
            {
                var (delay, cooperation) = (new DelayOracle(story, milestone), new CooperationOracle(story, milestone));
                var stretches = story.Delay(milestone, RandomStory.LastDay);
                // Suspended days are nobody's, whoever is late meanwhile.
                foreach (var day in Days.Where(d => delay.IsDoersDelay(d) && !delay.IsNobodys(d)))
                {
                    var stretch = stretches.Single(s => s.From <= day && day < s.To);
                    var late = cooperation.LateUnits(day);
                    if (late.Count > 0)
                        Interlocked.Increment(ref shared);
                    (stretch.Account == Account.Cooperating).ShouldBe(late.Count > 0, $"{milestone} {day}");
                    if (late.Count > 0)
                        stretch.Units.ShouldBe(late, $"{milestone} {day}");
                }
            }
        }, iter: 60);
        output.WriteLine($"{shared} days of cooperating units.");
        shared.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Whatever_waits_on_a_request_is_accepted_from_whom_it_waits_for() =>
        Gen.Select(RandomStory.Stories, Gen.Int[0, 300]).Sample((story, offset) =>
        {
            // As it stood at the end of a day, asked on that day: what waits can be done at once.
            var day = Day("2021-05-10").AddDays(offset);
            var then = story.KnownOn(day.ToString("yyyy-MM-dd", null));
            var task = then.Task("1");
            var now = new Moment(default, day);
            foreach (var duty in CoordinationDuties.Of(task, then.Plan, day))
            {
                var id = Guid.Parse(duty.Subject);
                var unit = duty.Units.Count > 0 ? duty.Units[0] == "bureaus" ? "housing" : duty.Units[0] : null;
                var decision = duty.Command switch
                {
                    nameof(AnswerRequest) => AnswerRequest.Decide(task, then.Plan, new(id, false, Text(), null), People.Clerk(unit!), now),
                    nameof(AdjudicateRequest) when People.Inspector("city") is var judge && duty.IsOf(judge, day, then.Plan) => AdjudicateRequest.Decide(task, then.Plan, new(id, false, null, Text()), judge, now),
                    nameof(DecideRequest) => DecideRequest.Decide(task, then.Plan, new(id, false, null, Text()), People.Leader, now),
                    nameof(FulfilRequest) => FulfilRequest.Decide(task, then.Plan, new(id, Text(), [Evidence], null), People.Clerk(unit!), now),
                    nameof(ConfirmFulfilment) when unit is not null => ConfirmFulfilment.Decide(task, then.Plan, new(id, true, null, null), People.Clerk(unit), now),
                    _ => null,
                };
                (decision?.Refusal?.Code).ShouldBeNull(duty.Kind);
            }
        }, iter: 200);

    [Fact]
    public void No_command_of_coordination_is_answered_by_an_exception() =>
        Gen.Select(RandomStory.Stories, Gen.Select(Gen.Int[0, 511], Gen.Int[0, 7], Gen.Int[0, 11], Gen.Int[0, 60]), Gen.Int[-900, 900], Gen.Bool).Sample((story, picks, shift, flag) =>
        {
            string[] units = ["energy", "water", "housing", "tax", "bureaus", "north", "nobody", ""];
            string[] ids = ["1.1-m1", "1.1-m5", "1.2-m1", "2.1-m1", "2.1-m1@2021H1", "1.1", "1.2.1", "1.3", "1.9", "", "\0", "2.1"];
            var (unit, id) = (units[picks.Item2], ids[picks.Item3]);
            var who = new Caller(flag ? "energy-clerk" : "x", Enum.GetValues<Role>().Where((_, i) => (picks.Item1 >> i & 1) == 1).ToHashSet(), flag ? unit : null, new HashSet<string> { units[(picks.Item2 + 3) % 6], unit });
            var day = Day("2021-06-30").AddDays(shift);
            var now = new Moment(default, day.AddDays(picks.Item4 - 30));
            var entry = story.Events[picks.Item4 % story.Events.Count].Id;
            var (text, named) = (flag ? Text() : null, picks.Item4 % 2 == 0 ? unit : null);
            string[] proof = flag ? [Evidence] : ["x"];
            foreach (var task in story.Tasks)
            {
                var plan = story.Plan;
                var request = task.Coordination.Requests is [.., var last] ? last.Id : entry;
                Decision[] all =
                [
                    RequestCooperation.Decide(task, plan, new(id, unit, day, text, proof, named), who, now),
                    AnswerRequest.Decide(task, plan, new(request, flag, text, named), who, now),
                    AdjudicateRequest.Decide(task, plan, new(request, flag, flag ? day : null, text), who, now),
                    EscalateRequest.Decide(task, plan, new(request, text, named), who, now),
                    DecideRequest.Decide(task, plan, new(request, flag, flag ? day : null, text), who, now),
                    FulfilRequest.Decide(task, plan, new(request, text, proof, named), who, now),
                    ConfirmFulfilment.Decide(task, plan, new(request, flag, text, named), who, now),
                    GiveInstruction.Decide(task, plan, new([unit], [id], day, text), who, now),
                    ReplyToInstruction.Decide(task, plan, new(entry, text, proof, named), who, now),
                    IssueUrge.Decide(task, plan, new([unit], [id], flag ? day : null, text), who, now),
                    AnswerUrge.Decide(task, plan, new(entry, text, proof, named), who, now),
                    DraftOrder.Decide(task, plan, new([unit], [id], day, text), who, now),
                    SignOrder.Decide(task, plan, new(entry), who, now),
                    ReplyToOrder.Decide(task, plan, new(entry, text, proof, named), who, now),
                    CloseOrder.Decide(task, plan, new(entry, text), who, now),
                    WithdrawRequest.Decide(task, plan, new((RequestKind)(picks.Item4 % 5), flag ? request : entry, text, named), who, now),
                    DisputeAssignment.Decide(task, plan, new(flag ? id : null, text, proof, named), who, now),
                    ReleaseDispute.Decide(task, plan, new(entry), who, now),
                    DecideDispute.Decide(task, plan, new(entry, flag, [unit], null, day, text, text), who, now),
                ];
                all.ShouldAllBe(d => d.Refusal != null ^ d.Events.Count > 0);
            }
        }, iter: 300);
}
