using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.PlanTasks.Acts;
using BizEnvLedger.Core.Tests.Laws;
using BizEnvLedger.Core.Units;
using BizEnvLedger.Core.Units.Acts;
using CsCheck;
using static BizEnvLedger.Core.Tests.Telling;
using static BizEnvLedger.Core.Tests.Units.UnitActs;

namespace BizEnvLedger.Core.Tests.Units;

public class UnitLaws
{
    private static readonly string[] Departments = ["energy", "water", "housing", "tax", "court"];
    private static readonly Gen<Story> Stories = RandomStory.Stories.Where(s => s.Events[^1].RecordedOn < Day(RandomStory.LastDay));

    /// <summary>Renamed, merged or split, and perhaps once more, on days of which some lie back.</summary>
    private static readonly Gen<(int Kind, int Who, int Back)[]> Reforms = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 4], Gen.Int[0, 200]).Array[1, 3];

    [Fact]
    public void A_succession_keeps_the_sum_of_delay_and_only_its_names_change() =>
        Gen.Select(Stories, Reforms).Sample((story, reforms) =>
        {
            var reformed = Reformed(story, reforms);
            foreach (var milestone in RandomStory.Milestones)
            {
                var (before, after) = (story.Delay(milestone, RandomStory.LastDay), reformed.Delay(milestone, RandomStory.LastDay));
                after.Sum(d => d.Days).ShouldBe(before.Sum(d => d.Days), milestone);
                // What the doers answer for, the doers answer for: a cooperating unit that is one with the lead now, or has a late one among its own, answers as such.
                foreach (var account in new Account[][] { [Account.Leads, Account.Cooperating], [Account.Verifier], [Account.Nobody] })
                    after.Where(d => account.Contains(d.Account)).Sum(d => d.Days).ShouldBe(before.Where(d => account.Contains(d.Account)).Sum(d => d.Days), $"{milestone} {account[0]}");
                // Two that led jointly are one now, and what one of them has acknowledged is.
                if (story.Standing(milestone, RandomStory.LastDay).State is not MilestoneState.Planned and var state)
                    reformed.Standing(milestone, RandomStory.LastDay).State.ShouldBe(state);
                var successions = reformed.Plan.Roster.Successions;
                after.ShouldAllBe(d => d.Units.All(u => !successions.IsGone(u, d.From)));
            }

            var (one, other) = (story.HalfYear("2022H1", RandomStory.LastDay), reformed.HalfYear("2022H1", RandomStory.LastDay));
            other.Totals.ShouldBe(one.Totals);
            other.Units.Sum(u => u.Reports).ShouldBe(one.Units.Sum(u => u.Reports));
            other.Units.ShouldAllBe(u => u.Due == u.OnTime + u.Extended + u.Late + u.Open);
            other.Units.SelectMany(u => u.Formerly ?? []).Select(f => f.Id).Except(reformed.Plan.Roster.Successions.InOrder.SelectMany(s => s.From)).ShouldBeEmpty();
        }, iter: 40);

    [Fact]
    public void Who_holds_what_is_held_by_nobody_else() =>
        Gen.Select(Stories, Reforms, Gen.Int[0, 500]).Sample((story, reforms, offset) =>
        {
            var (successions, day) = (Reformed(story, reforms).Plan.Roster.Successions, Day("2021-05-01").AddDays(offset));
            foreach (var unit in Departments)
            {
                var holder = successions.Holder(unit, day);
                successions.IsGone(holder, day).ShouldBeFalse();
                successions.Holder(holder, day).ShouldBe(holder);
                successions.Heirs(unit, day).ShouldContain(holder);
                successions.FormerOf(holder, day, []).Contains(unit).ShouldBe(successions.IsGone(unit, day) && holder != unit);
            }
        }, iter: 100);

    /// <summary>Facts about different groups, units and their persons in another order of recording.</summary>
    [Fact]
    public void The_order_of_unrelated_facts_does_not_matter() =>
        Gen.Shuffle(new Act[]
        {
            Join("bureaus", "2021-06-01", new Membership("tax", Day("2021-04-01"), Day("2021-08-31"))),
            Leave("bureaus", "housing", "2021-06-01", until: "2021-07-31"),
            Name("energy", "2021-06-01", effective: "2021-03-01"), Name("energy", "2021-06-01", effective: "2021-05-01"),
            Name("water", "2021-06-01"),
            Succeed(SuccessionKind.Rename, ["court"], ["works"], "2021-06-01", "2021-06-10", [Works with { Kind = UnitKind.Court, Authority = Authority.Judicial }]),
        }).Sample(acts =>
        {
            var roster = Given(Acts.Issued()).And(acts).Plan;
            foreach (var day in Enumerable.Range(0, 200).Select(d => Day("2021-03-01").AddDays(d)))
                roster.MembersOf("bureaus", day).Order().ShouldBe(Expected(day).Order());
            roster.Roster.TermsOf("energy").Select(t => (t.From, t.Until)).ShouldBe([(Day("2021-03-01"), Day("2021-04-30")), (Day("2021-05-01"), null)]);
            roster.Roster.Successions.Holder("court", Day("2021-06-10")).ShouldBe("works");
        }, iter: 60);

    [Fact]
    public void What_is_taken_back_or_moved_and_brought_back_is_as_it_was_and_nothing_else_changes_meanwhile() =>
        Gen.Select(Gen.Shuffle(new Act[]
        {
            Join("bureaus", "2021-06-01", new Membership("tax", Day("2021-04-01"), Day("2021-08-31"))),
            Join("bureaus", "2021-06-01", new Membership("court", Day("2021-05-01"))),
            Leave("bureaus", "housing", "2021-06-01", until: "2021-07-31"),
            Name("energy", "2021-06-01", effective: "2021-03-01"), Name("energy", "2021-06-01", effective: "2021-05-01"), Name("water", "2021-06-01"),
        }), Gen.Int[1, 6], Gen.Int[-60, 60]).Sample((acts, which, shift) =>
        {
            var story = Given(Acts.Issued()).And(acts);
            var entry = story.Events[^which];
            foreach (var correction in new[] { CorrectUnits("2021-06-02", entry.Id, withdrawn: true), CorrectUnits("2021-06-02", entry.Id, Iso(Day("2021-06-15").AddDays(shift))) })
            {
                if (story.Decide(correction).Refusal is not null)
                    continue;
                var corrected = story.Do(correction);
                var subject = corrected.Plan.Roster.Corrections[^1].Subject;
                foreach (var other in new[] { "energy", "water" }.Where(u => u != subject))
                    Terms(corrected, other).ShouldBe(Terms(story, other));
                if (subject != "bureaus")
                    Members(corrected).ShouldBe(Members(story));
                var back = corrected.And(CorrectUnits("2021-06-03", withdrawn: true));
                (Terms(back, "energy"), Terms(back, "water"), Members(back)).ShouldBe((Terms(story, "energy"), Terms(story, "water"), Members(story)));
            }
        }, iter: 100);

    private static string Terms(Story story, string unit) => string.Join(' ', story.Plan.Roster.TermsOf(unit).Select(t => $"{t.Id} {t.From} {t.Until}"));

    private static string Members(Story story) =>
        string.Join(' ', Enumerable.Range(0, 240).Select(d => Day("2021-02-01").AddDays(d)).Select(day => string.Join(',', story.Plan.MembersOf("bureaus", day).Order())));

    [Fact]
    public void No_command_however_wrong_is_answered_by_an_exception() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[-900, 900], Gen.Int[0, 3], Gen.String, Gen.Int[0, 1]).Sample((a, b, days, kind, text, flag) =>
        {
            string[] ids = [.. Departments, "bureaus", "north", "nobody", "", "\0"];
            var story = flag == 0 ? Given(Acts.Issued()) : Given(Acts.Issued(), Renamed("2021-03-01"), Name("water", "2021-03-01"), Acts.Step("1.1-m1", "north", "2021-05-31", People.Clerk("industry"), "2021-03-02"));
            var (one, other, day, now) = (ids[a], ids[b], Day("2021-06-30").AddDays(days), new Moment(default, Day("2021-04-01")));
            var words = new DraftText(text, new byte[32]);
            foreach (var who in new[] { People.GroupOffice, People.Clerk(one), People.Office })
            {
                Decision[] all =
                [
                    SetMembers.Decide(story.State, new(one, [new(other, day, day.AddDays(kind - 1))], kind == 3 ? [Works with { Id = other, Name = text }] : [], words), who, now),
                    EndMembership.Decide(story.State, new(one, other, day, words), who, now),
                    NameFirstResponsible.Decide(story.State, new(one, words, words, day, null), who, now),
                    EndTerm.Decide(story.State, new(one, story.Last, day, words), who, now),
                    SucceedUnit.Decide(story.State, new(kind == 3 ? null : (SuccessionKind)kind, [one], [other, one], [Works with { Id = other, Name = text }], [new(text, other)], day, words), who, now),
                    CorrectRoster.Decide(story.State, new(kind == 0 ? Guid.Empty : story.Events[^kind].Id, flag == 0 ? null : day, kind > 1, words), who, now),
                    AdoptImplementationPlan.Decide(story.State, new(one, text, day, Visibility.Public, [text]), who, now),
                    ReportStep.Decide(story.Task("1"), story.Plan, new("1.1-m1-s1", day, words, [text], other), who, now),
                ];
                all.ShouldAllBe(d => d.Refusal != null ^ d.Events.Count > 0);
            }
        }, iter: 300);

    private static IEnumerable<string> Expected(DateOnly day) =>
        new[] { ("housing", Day("2021-01-01"), Day("2021-07-31")), ("water", Day("2021-03-01"), Day("2021-11-30")), ("tax", Day("2021-04-01"), Day("2021-08-31")) }
            .Where(m => m.Item2 <= day && day <= m.Item3).Select(m => m.Item1).Append("bureaus");

    /// <summary>Nobody acts after the reforms, so that nothing but the names can differ.</summary>
    private static Story Reformed(Story story, (int Kind, int Who, int Back)[] reforms)
    {
        var today = Day(RandomStory.LastDay);
        for (var i = 0; i < reforms.Length; i++)
        {
            var (kind, who, back) = reforms[i];
            var (first, second) = (Departments[who], Departments[(who + 1) % Departments.Length]);
            var (a, b) = (Works with { Id = $"works-{i}", Name = $"城建局{i}" }, Works with { Id = $"parks-{i}", Name = $"园林局{i}" });
            var act = (SuccessionKind)kind switch
            {
                SuccessionKind.Rename => Succeed(SuccessionKind.Rename, [first], [a.Id], RandomStory.LastDay, Iso(today.AddDays(-back)), [story.Plan.FindUnit(first)! with { Id = a.Id, Name = a.Name, Aliases = [] }]),
                SuccessionKind.Merge => Succeed(SuccessionKind.Merge, [first, second], [a.Id], RandomStory.LastDay, Iso(today.AddDays(-back)), [a]),
                _ => Succeed(SuccessionKind.Split, [first], [a.Id, b.Id], RandomStory.LastDay, Iso(today.AddDays(-back)), [a, b], [new("1.1", b.Id)]),
            };
            var decision = story.Decide(act);
            story = decision.Refusal is null ? story.Record(act, decision.Events) : story;
        }

        return story;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", null);
}
