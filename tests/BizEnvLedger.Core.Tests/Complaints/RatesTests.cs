using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.Inspections;
using CsCheck;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Complaints.ComplaintActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Complaints;

public class RatesTests
{
    private static readonly Story Begun = Given(Issued());

    private static Story Sent(string on = "2021-03-01") => Begun.And(Receive(on), Dispatch(on, task: "1"));

    private static ComplaintRates Of(Story story, string to = "2021-06-30", string from = "2021-01-01", string? unit = null) =>
        Rates.Of(story.State.Complaints.Values, story.Plan, Day(from), Day(to), unit is null ? null : t => t.Unit == unit);

    private static (int, int) Count(ComplaintRate rate) => (rate.Met, rate.Due);

    [Theory]
    [InlineData("2021-03-02", 1)]
    [InlineData("2021-03-03", 0)]
    public void A_response_counts_until_its_hour(string on, int met) => Count(Of(Sent().And(Answered(on, AnswerKind.Response))).Responded).ShouldBe((met, 1));

    [Theory]
    [InlineData("2021-03-22", 1)]
    [InlineData("2021-03-23", 0)]
    public void A_resolution_counts_until_its_day(string on, int met) => Count(Of(Sent().And(Answered(on))).Resolved).ShouldBe((met, 1));

    [Fact]
    public void An_unreleased_answer_counts_for_nothing() => Count(Of(Sent().And(Answer("2021-03-02"))).Responded).ShouldBe((0, 1));

    [Theory]
    [InlineData(Satisfaction.Satisfied, "2021-03-16", 1)]
    [InlineData(Satisfaction.Satisfied, "2021-03-17", 0)]
    [InlineData(Satisfaction.Silent, "2021-03-16", 0)]
    [InlineData(Satisfaction.Unsatisfied, "2021-03-16", 0)]
    public void Only_a_word_said_in_time_satisfies(Satisfaction said, string on, int met) =>
        Count(Of(Sent().And(Answered("2021-03-02")).And(Ask(on, said))).Satisfied).ShouldBe((met, 1));

    [Fact]
    public void Not_asked_is_not_satisfied_and_nor_is_what_was_never_resolved()
    {
        Count(Of(Sent().And(Answered("2021-03-02"))).Satisfied).ShouldBe((0, 1));
        Count(Of(Sent()).Satisfied).ShouldBe((0, 1));
        Count(Of(Sent(), to: "2021-04-05").Satisfied).ShouldBe((0, 1));
        Count(Of(Sent(), to: "2021-04-04").Satisfied).ShouldBe((0, 0));
    }

    [Fact]
    public void A_limit_in_the_next_half_year_is_judged_there()
    {
        var story = Sent("2021-06-30").And(Answered("2021-07-01"));
        Count(Of(story).Responded).ShouldBe((0, 0));
        Count(Of(story, from: "2021-07-01", to: "2021-12-31").Responded).ShouldBe((1, 1));
        story.HalfYear("2021H1", "2021-07-10").Complaints!.Rates.Responded.Due.ShouldBe(0);
    }

    [Fact]
    public void Handing_over_after_the_limit_washes_nothing_away_and_before_it_takes_nothing_along()
    {
        var late = Sent().And(Reassigned("2021-03-03", ["water"])).And(Answered("2021-03-03", unit: "water"));
        Count(Of(late, unit: "energy").Responded).ShouldBe((0, 1));
        Count(Of(late, unit: "water").Responded).ShouldBe((1, 1));
        Count(Of(late).Responded).ShouldBe((0, 1));
        var early = Sent().And(Reassigned("2021-03-01", ["water"])).And(Answered("2021-03-02", unit: "water"));
        Count(Of(early, unit: "energy").Responded).ShouldBe((0, 0));
        Count(Of(early).Responded).ShouldBe((1, 1));
    }

    [Fact]
    public void A_repeat_takes_the_resolution_back_and_is_one_more_itself()
    {
        var story = Sent().And(Answered("2021-03-02")).And(Ask("2021-03-03", Satisfaction.Satisfied), Receive("2021-03-04", "c2"), Dispatch("2021-03-04", "c2"));
        Count(Of(story).Resolved).ShouldBe((1, 2));
        var rates = Of(story.And(Link("2021-03-05", "c2", "c1")));
        (Count(rates.Resolved), Count(rates.Satisfied), Count(rates.Responded)).ShouldBe(((0, 2), (0, 2), (0, 2)));
        // What was known before the repeat stays as it was.
        Count(Of(story.And(Link("2021-04-05", "c2", "c1")), to: "2021-03-31").Resolved).ShouldBe((1, 2));
    }

    [Fact]
    public void Handled_again_by_order_the_last_verdict_counts_and_no_period_forgets_what_it_knew()
    {
        var again = Sent().And(Answered("2021-03-02")).And(Ask("2021-03-03", Satisfaction.Unsatisfied), Again("2021-03-05"));
        // The unit has a turn anew, with limits from the order on.
        var turn = again.State.Complaints["c1"].Open.ShouldHaveSingleItem();
        (turn.ResponseDue, turn.ResolveLimit, again.State.Complaints["c1"].State).ShouldBe((Day("2021-03-08"), Day("2021-03-26"), ComplaintState.Dispatched));
        ComplaintDuties.Of(again.State, Day("2021-03-05")).ShouldContain(d => d.Kind == "complaint-answer" && d.Units.Contains("energy"));
        var mended = again.And(Answered("2021-03-08")).And(Ask("2021-03-10", Satisfaction.Satisfied));
        Count(Of(mended).Satisfied).ShouldBe((1, 1));
        Count(Of(again.And(Answered("2021-03-08")).And(Ask("2021-03-10", Satisfaction.Unsatisfied))).Satisfied).ShouldBe((0, 1));
        Count(Of(again.And(Answered("2021-03-08")).And(Ask("2021-03-10", Satisfaction.Silent))).Satisfied).ShouldBe((0, 1));
        Count(Of(again).Satisfied).ShouldBe((0, 1));
        // What the first answer was: it did not resolve it.
        (Count(Of(mended).Resolved), Count(Of(mended).Responded)).ShouldBe(((0, 1), (1, 1)));
        // Ordered after a period, it changes nothing of that one; the next one has the new turn.
        var later = Sent("2021-06-01").And(Answered("2021-06-02")).And(Ask("2021-06-03", Satisfaction.Unsatisfied), Again("2021-07-05")).And(Answered("2021-07-06")).And(Ask("2021-07-07", Satisfaction.Satisfied));
        Count(Of(later).Satisfied).ShouldBe((0, 1));
        Count(Of(later, from: "2021-07-01", to: "2021-12-31").Satisfied).ShouldBe((1, 1));
    }

    [Fact]
    public void Figures_stand_by_unit_and_task_with_their_events()
    {
        var story = Sent().And(Answered("2021-03-02"));
        var section = story.HalfYear("2021H1", "2021-07-10").Complaints!;
        (section.Received, section.Tips, section.Repeats, Count(section.Dispatched)).ShouldBe((1, 0, 0, (1, 1)));
        section.Units.ShouldHaveSingleItem().Unit.ShouldBe(new("energy", "能源局"));
        section.Tasks.ShouldHaveSingleItem().Task.ShouldBe("1");
        section.Rates.Responded.Events.ShouldBe([story.Events[^3].Id, story.Last]);
        Begun.HalfYear("2021H1", "2021-07-10").Complaints.ShouldBeNull();
    }

    [Fact]
    public void A_half_years_section_tells_what_was_upheld_and_exposed_and_holds_no_words()
    {
        var story = Begun.And(Done("1.1-m1", "energy", "2021-02-20", verified: "2021-02-25")).And(Tip("2021-03-01", "t1")).And(Receive("2021-03-01"), Dispatch("2021-03-01"))
            .And(Uphold("2021-03-08"), Propose("2021-03-09"), DecideOn("2021-03-10"));
        var section = story.HalfYear("2021H1", "2021-07-10").Complaints!;
        var upheld = section.Upheld.ShouldHaveSingleItem();
        (upheld.Unit.Id, upheld.FoundOn, upheld.Milestones[0], upheld.Closed[0]).ShouldBe(("energy", Day("2021-03-08"), "1.1-m1", "1.1-m1"));
        section.Exposures.Select(e => (e.Unit.Id, e.Visibility, e.ApprovedOn)).ShouldBe([("energy", "public", Day("2021-03-10"))]);
        (section.Received, section.Tips).ShouldBe((2, 1));
        foreach (var word in new[] { "13800138000", "投诉内容", "写明了的话", Code, "tip-officer", "vice-mayor" })
            Json(section).ShouldNotContain(word);
    }

    [Fact]
    public void Every_clock_is_judged_once_and_met_never_exceeds_due() =>
        Gen.Select(Gen.Int[0, 300], Gen.Int[0, 5], Gen.Int[0, 40], Gen.Int[0, 20], Gen.Int[0, 3]).List[1, 8].Sample(rolls =>
        {
            var story = Begun;
            foreach (var (roll, i) in rolls.Select((r, i) => (r, i)))
            {
                var (id, start) = ($"c{i}", Day("2021-02-01").AddDays(roll.Item1));
                var answered = start.AddDays(roll.Item2 + roll.Item3);
                story = story.And(Receive(Iso(start), id), Dispatch(Iso(start.AddDays(roll.Item2)), id));
                if (roll.Item5 > 0)
                    story = story.And(Answered(Iso(answered), roll.Item5 == 1 ? AnswerKind.Response : AnswerKind.Resolution, id: id));
                if (roll.Item5 == 3)
                    story = story.And(Ask(Iso(answered.AddDays(roll.Item4)), Satisfaction.Satisfied, id));
            }

            var whole = Of(story, to: "2022-12-31");
            var halves = new[] { ("2021-01-01", "2021-06-30"), ("2021-07-01", "2021-12-31"), ("2022-01-01", "2022-12-31") }.Select(h => Of(story, h.Item2, h.Item1)).ToList();
            foreach (var rate in new Func<ComplaintRates, ComplaintRate>[] { r => r.Responded, r => r.Resolved, r => r.Satisfied })
            {
                rate(whole).Due.ShouldBe(rolls.Count);
                halves.Sum(h => rate(h).Due).ShouldBe(rolls.Count);
                halves.Sum(h => rate(h).Met).ShouldBe(rate(whole).Met);
                halves.ShouldAllBe(h => rate(h).Met <= rate(h).Due);
            }
        }, iter: 150);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", null);
}
