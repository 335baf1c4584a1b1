using System.Text.Json;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Plans.Reading;
using BizEnvLedger.Core.PlanTasks;
using CsCheck;

namespace BizEnvLedger.Core.Tests.Laws;

public class FoldingLaws
{
    [Fact]
    public void Replay_of_every_prefix_is_the_state_at_that_time() =>
        RandomStory.Stories.Sample(story =>
        {
            ActionPlan? plan = null;
            var live = new Dictionary<string, PlanTask?>();
            for (var n = 0; n < story.Events.Count; n++)
            {
                var e = story.Events[n];
                plan = Story.IsTaskStream(e.Stream) ? plan : ActionPlan.Apply(plan, e);
                if (!Story.IsTaskStream(e.Stream))
                    continue;
                live[e.Stream] = PlanTask.Apply(live.GetValueOrDefault(e.Stream), e, plan!);
                var then = story.AtTreeSize(n + 1);
                Text(PlanTask.Fold(then.Events.Where(x => x.Stream == e.Stream), then.Plan)).ShouldBe(Text(live[e.Stream]));
            }

            // What the plan learns later changes nothing that was folded before.
            foreach (var (stream, state) in live)
                Text(PlanTask.Fold(story.Events.Where(x => x.Stream == stream), story.Plan)).ShouldBe(Text(state));
        }, iter: 25);

    [Fact]
    public void Folding_and_the_view_are_deterministic() =>
        RandomStory.Stories.Sample(story =>
        {
            var again = new Story(story.Events);
            Text(again.Tasks).ShouldBe(Text(story.Tasks));
            Text(again.HalfYear("2021H2", RandomStory.LastDay)).ShouldBe(Text(story.HalfYear("2021H2", RandomStory.LastDay)));
        }, iter: 60);

    [Fact]
    public void Every_event_is_read_back_as_it_was_written() =>
        RandomStory.Stories.Sample(story =>
        {
            foreach (var e in story.Events)
            {
                var json = JsonSerializer.Serialize(e.Data, e.Data.GetType(), PlanJson.Options);
                JsonSerializer.Serialize(JsonSerializer.Deserialize(json, e.Data.GetType(), PlanJson.Options), e.Data.GetType(), PlanJson.Options).ShouldBe(json);
                EventCatalogue.All.ShouldContain(x => x.Type == e.Data.GetType());
            }
        }, iter: 40);

    /// <summary>Facts of different measures recorded on one day in another order.</summary>
    [Fact]
    public void The_order_of_unrelated_facts_changes_no_figure() =>
        Gen.Select(RandomStory.Stories, Gen.Int, Gen.Int[0, 400]).Sample((story, seed, offset) =>
        {
            var shuffled = Shuffled(story, new Random(seed));
            foreach (var milestone in RandomStory.Milestones)
                foreach (var day in new[] { Telling.Day("2021-05-01").AddDays(offset).ToString("yyyy-MM-dd", null), RandomStory.LastDay })
                {
                    Text(shuffled.Lit(milestone, day)).ShouldBe(Text(story.Lit(milestone, day)));
                    Text(shuffled.Delay(milestone, day)).ShouldBe(Text(story.Delay(milestone, day)));
                    shuffled.Standing(milestone, day).State.ShouldBe(story.Standing(milestone, day).State);
                }

            var (one, other) = (story.HalfYear("2021H2", RandomStory.LastDay), shuffled.HalfYear("2021H2", RandomStory.LastDay));
            other.Totals.ShouldBe(one.Totals);
            Text((other.Areas, other.Units, other.Tasks, other.Indicators)).ShouldBe(Text((one.Areas, one.Units, one.Tasks, one.Indicators)));
            other.LateEntries.Select(Text).ShouldBe(one.LateEntries.Select(Text), ignoreOrder: true);
        }, iter: 60);

    private static Story Shuffled(Story story, Random random)
    {
        var events = story.Events.ToArray();
        for (var round = 0; round < 5 * events.Length; round++)
        {
            var i = random.Next(events.Length - 1);
            var (a, b) = (events[i], events[i + 1]);
            if (a.RecordedOn == b.RecordedOn && Lane(a) is { } one && Lane(b) is { } other && one != other)
                (events[i], events[i + 1]) = (b with { Leaf = a.Leaf, RecordedAt = a.RecordedAt, SealedAt = a.SealedAt }, a with { Leaf = b.Leaf, RecordedAt = b.RecordedAt, SealedAt = b.SealedAt });
        }

        return new([.. events]);
    }

    /// <summary>What a fact is about; null for an act or a decision, which may bear on anything.</summary>
    private static string? Lane(Recorded e) => e.Data switch
    {
        ProgressRecorded x => "measure " + x.Measure,
        MetricReported x => "indicator " + x.Indicator,
        TaskAssigned or TaskChanged or LeadReassigned or LeaderAppointed or EntryCorrected => null,
        MilestoneClaimed x => "milestone " + x.Milestone,
        ClaimReleased x => "milestone " + x.Milestone,
        MilestoneVerified x => "milestone " + x.Milestone,
        MilestoneReturned x => "milestone " + x.Milestone,
        _ => null,
    };

    private static readonly JsonSerializerOptions WithFields = new(PlanJson.Options) { IncludeFields = true };

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, WithFields);
}
