using System.Text.Json;
using BizEnvLedger.Core.Plans.Reading;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Tests.PlanTasks;
using CsCheck;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Laws;

public class RuleLaws
{
    [Fact]
    public void The_accounts_of_delay_sum_to_the_milestones_delay_counted_day_by_day() =>
        RandomStory.Stories.Sample(story =>
        {
            foreach (var milestone in RandomStory.Milestones)
            {
                var oracle = new DelayOracle(story, milestone);
                var stretches = story.Delay(milestone, RandomStory.LastDay);
                var days = Days("2021-01-15", RandomStory.LastDay).ToList();
                stretches.Sum(s => s.Days).ShouldBe(days.Count(d => oracle.IsDoersDelay(d) || oracle.IsVerifiersDelay(d)), milestone);
                stretches.Where(s => s.Account == Account.Nobody && s.Events.Count > 0 && story.Events.Exists(e => e.Id == s.Events[^1] && e.Data is SuspensionGranted)).Sum(s => s.Days)
                    .ShouldBe(days.Count(oracle.IsNobodys), milestone);
                stretches.Where(s => s.Account == Account.Verifier).Sum(s => s.Days).ShouldBe(days.Count(oracle.IsVerifiersDelay), milestone);
                foreach (var day in days)
                    stretches.Count(s => s.From <= day && day < s.To).ShouldBe(oracle.IsDoersDelay(day) || oracle.IsVerifiersDelay(day) ? 1 : 0, $"{milestone} {day}");
                foreach (var stretch in stretches.Where(s => s.Account == Account.Leads))
                    story.Standing(milestone, stretch.From.ToString("yyyy-MM-dd", null)).Chain.Leads.ShouldBe(stretch.Units);
            }
        }, iter: 60);

    /// <summary>The law of the clock: when a claim was asked for changes nothing. Whoever holds the place with one and has it released later, gains no day over who claims on the day of that release.</summary>
    [Fact]
    public void A_placeholder_claim_gains_nothing() =>
        Gen.Select(Gen.Int[-20, 40], Gen.Int[0, 60], Gen.Int[0, 60]).Sample((dated, asked, released) =>
        {
            var due = Day("2021-06-30");
            var (effective, placed, let) = (due.AddDays(Math.Min(dated, asked)), due.AddDays(asked), due.AddDays(asked + released));
            string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", null);
            var begun = Given(Issued());
            var placeholder = begun.And(Claim("1.1-m1", People.Energy, Iso(placed), Iso(effective)), Release("1.1-m1", "energy", Iso(let)));
            var honest = begun.And(Claimed("1.1-m1", "energy", Iso(let), Iso(effective)));
            placeholder.Accounts("1.1-m1", "2021-12-31").ShouldBe(honest.Accounts("1.1-m1", "2021-12-31"));
            placeholder.DelayDays("1.1-m1", Iso(let)).ShouldBeGreaterThanOrEqualTo(Math.Max(0, let.DayNumber - due.DayNumber - 10));
        }, iter: 200);

    [Fact]
    public void Due_is_the_sum_of_its_outcomes_everywhere() =>
        RandomStory.Stories.Sample(story =>
        {
            foreach (var (halfYear, closing) in new[] { ("2021H1", "2021-07-20"), ("2021H2", "2022-01-20"), ("2022H1", "2022-07-20") })
            {
                var view = story.HalfYear(halfYear, closing);
                view.Totals.Due.ShouldBe(view.Totals.OnTime + view.Totals.Extended + view.Totals.Late + view.Totals.Open);
                view.Tasks.ShouldAllBe(t => t.Due == t.OnTime + t.Extended + t.Late + t.Open);
                view.Areas.ShouldAllBe(a => a.Due == a.OnTime + a.Extended + a.Late + a.Open);
                view.Units.ShouldAllBe(u => u.Due == u.OnTime + u.Extended + u.Late + u.Open);
                view.Tasks.Sum(t => t.Due).ShouldBe(view.Totals.Due);
                view.Due.ShouldAllBe(m => m.Events.Count == m.Events.Distinct().Count());
            }
        }, iter: 60);

    [Fact]
    public void A_unit_is_named_by_days_only_with_a_day_of_its_own_in_the_half_year_or_as_the_lead_at_the_cut() =>
        RandomStory.Stories.Sample(story =>
        {
            foreach (var (text, closing) in new[] { ("2021H1", "2021-07-20"), ("2021H2", "2022-01-20"), ("2022H1", "2022-07-20") })
            {
                var half = Inspections.InspectionActs.Half(text);
                var last = half.LastDay.ToString("yyyy-MM-dd", null);
                var view = story.HalfYear(text, closing);
                foreach (var entry in view.Proposed.Concat(view.Letters).Where(p => p.Rule == "overdue-days"))
                    entry.Milestones.Any(m => story.Standing(m, last).Chain.Leads.Contains(entry.Unit.Id)
                        || story.Delay(m, last).Any(d => d.Account == Account.Leads && d.To > half.FirstDay && d.Units.Contains(entry.Unit.Id))).ShouldBeTrue($"{text} {entry.Unit.Id}");
            }
        }, iter: 60);

    [Fact]
    public void A_light_as_known_on_a_day_never_changes_when_later_facts_arrive() =>
        Gen.Select(RandomStory.Stories, Gen.Int[0, 400]).Sample((story, offset) =>
        {
            var known = Day("2021-05-10").AddDays(offset).ToString("yyyy-MM-dd", null);
            var then = story.KnownOn(known);
            foreach (var milestone in RandomStory.Milestones)
                foreach (var day in new[] { "2021-05-10", known })
                {
                    if (Day(day) > Day(known))
                        continue;
                    // The task as known on the day, asked with the plan of today: later rounds and later documents do not bear on it.
                    var task = then.TaskOf(milestone);
                    var standing = task.StandingOn(task.MilestonesOn(Day(day)).First(m => m.Id == milestone), Day(day), story.Plan);
                    Text(task.LightOn(standing, Day(day), story.Plan)).ShouldBe(Text(then.Lit(milestone, day)));
                }
        }, iter: 60);

    [Fact]
    public void A_light_has_one_reason_that_holds_or_none_and_is_green() =>
        RandomStory.Stories.Sample(story =>
        {
            foreach (var milestone in RandomStory.Milestones)
                foreach (var day in new[] { "2021-06-30", "2021-07-01", "2021-09-15", RandomStory.LastDay })
                {
                    var lit = story.Lit(milestone, day);
                    var holding = lit.Reasons.Where(r => r.Holds).ToList();
                    holding.Count.ShouldBeLessThanOrEqualTo(1);
                    if (holding.Count == 0)
                        lit.Light.ShouldBe(Light.Green);
                    else
                        holding[0].ShouldBe(lit.Reasons[^1]);
                    lit.Reasons.SelectMany(r => r.Events).ShouldAllBe(id => story.Events.Exists(e => e.Id == id));
                }
        }, iter: 60);

    [Fact]
    public void Correcting_corrections_in_any_order_leaves_the_last_word_and_every_word_before() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 1000], (value, which) => (value, which)).List[1, 12].Sample(corrections =>
        {
            var story = Given(IssuedWithSystems(), Metric("1.1-i1", 100, People.Energy, "2021-02-01"));
            var entries = new List<Guid> { story.Last };
            var words = new List<decimal> { 100 };
            foreach (var (value, which) in corrections)
            {
                var act = Correct("1", People.Energy, "2021-02-02", entries[which % entries.Count], value);
                var decision = story.Decide(act);
                (decision.Refusal?.Code).ShouldBe(value == words[^1] ? "nothing-corrected" : null);
                if (decision.Refusal is not null)
                    continue;
                story = story.Record(act, decision.Events);
                entries.Add(story.Last);
                words.Add(value);
            }

            var task = story.Task("1");
            var reading = task.Readings.ShouldHaveSingleItem();
            (reading.Value, reading.Entry.EffectiveOn).ShouldBe((words[^1], Day("2021-02-01")));
            reading.Entry.Corrections.ShouldBe(entries.Skip(1));
            task.Corrections.Select(c => (c.Of, c.Before, c.After)).ShouldBe(words.Skip(1).Zip(words, (after, before) => (entries[0], (decimal?)before, (decimal?)after)));
        });

    private static IEnumerable<DateOnly> Days(string from, string to) =>
        Enumerable.Range(0, Day(to).DayNumber - Day(from).DayNumber + 1).Select(Day(from).AddDays);

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, PlanJson.Options);
}
