using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.PlanTasks;

/// <summary>1.1-m9 runs from 1 March for 1000 days, so that a day is a tenth of a point.</summary>
public class StraightLineTests
{
    private static readonly DateOnly Begin = new(2021, 3, 1);

    private static readonly Story Start = Given(IssuedWithSystems("2021-02-01"), Change(
        Amendment("am-1", "2021-02-01") with
        {
            AddMeasures = [new("1", new()
            {
                Id = "1.9", Title = "长跑", Clause = "补",
                Milestones = [new() { Id = "1.9-m1", Statement = "跑完", Start = Begin, Due = Begin.AddDays(1000) }],
                Indicators = [new()
                {
                    Id = "1.9-i1", Name = "里程", Unit = "公里", Direction = Direction.Up,
                    Targets = [new() { Due = Begin.AddDays(1000), Comparator = Comparator.AtLeast, Value = 50, Milestone = "1.9-m1" }],
                }],
            })],
        }, "2021-02-01"));

    [Theory]
    [InlineData(500, false)] // expected 50, measured 40: 10 points behind
    [InlineData(501, true)] // 10.1 points
    public void Ten_points_behind_the_line_are_still_green(int days, bool behind)
    {
        var day = Begin.AddDays(days).ToString("yyyy-MM-dd", null);
        Start.And(Metric("1.9-i1", 20, People.Energy, day)).Shows("1.9-m1", day, behind ? Light.Yellow : Light.Green, behind ? "behind-line" : null);
    }

    [Fact]
    public void The_reason_says_where_the_line_is_and_what_measured()
    {
        var story = Start.And(Metric("1.9-i1", 20, People.Energy, "2022-07-15"));
        var reason = story.Lit("1.9-m1", "2022-07-15").Reasons[^1];
        reason.Inputs.ShouldBe(new Dictionary<string, string>
        {
            ["start"] = "2021-03-01", ["due"] = "2023-11-26", ["expected"] = "50.1", ["measured"] = "40", ["by"] = "1.9-i1", ["points"] = "10",
        }, ignoreOrder: true);
        reason.Events.ShouldBe([story.Last]);
    }

    [Fact]
    public void Without_a_figure_or_a_confirmed_step_there_is_no_line() =>
        Start.And(Report("1.9", People.Energy, "2022-07-15", percent: 1)).Shows("1.9-m1", "2022-07-15", Light.Green, null);

    [Fact]
    public void Confirmed_steps_come_before_the_figure()
    {
        var story = Start.And(
            Step("1.9-m1", "water", "2022-01-31", People.Energy, "2021-03-01"), Step("1.9-m1", "water", "2022-06-30", People.Energy, "2021-03-01"),
            Metric("1.9-i1", 20, People.Energy, "2022-07-14"));
        story.Shows("1.9-m1", "2022-07-15", Light.Yellow, "behind-line");
        var confirmed = story.And(StepDone("1.9-m1-s1", "water", "2022-07-15", "2022-07-15"));
        confirmed.Shows("1.9-m1", "2022-07-14", Light.Green, null);
        confirmed.Shows("1.9-m1", "2022-07-15", Light.Green, null);
        confirmed.Lit("1.9-m1", "2022-07-15").Reasons.Single(r => r.Test == "behind-line").Inputs["by"].ShouldBe("steps");
    }

    [Fact]
    public void The_way_down_is_measured_from_the_baseline()
    {
        // 1.1-m4: from 10 to 2 working days, 15 January to 31 December. On 3 July 169 of 350 days are gone: 48.3 points.
        Given(IssuedWithSystems(), Metric("1.1-i1", 7, People.Energy, "2021-07-03")).Shows("1.1-m4", "2021-07-03", Light.Yellow, "behind-line"); // 37.5
        Given(IssuedWithSystems(), Metric("1.1-i1", 6.9m, People.Energy, "2021-07-03")).Shows("1.1-m4", "2021-07-03", Light.Green, null); // 38.75
    }

    [Fact]
    public void A_figure_of_an_earlier_period_is_no_progress_of_this_occurrence()
    {
        var recurring = new Measure
        {
            Id = "1.8", Title = "每年", Clause = "补",
            Milestones = [new() { Id = "1.8-m1", Statement = "每年一百件", Recurrence = new() { Every = Every.Year, Text = "每年" } }],
            Indicators = [new()
            {
                Id = "1.8-i1", Name = "件数", Unit = "件", Direction = Direction.Up,
                Targets = [new() { From = Day("2021-01-01"), Comparator = Comparator.AtLeast, Value = 100, Milestone = "1.8-m1", Kind = TargetKind.PerPeriod, Recurrence = new() { Every = Every.Year, Text = "每年" } }],
            }],
        };
        var story = Given(IssuedWithSystems(), Change(Amendment("am-1", "2021-02-01") with { AddMeasures = [new("1", recurring)] }, "2021-02-01"), Metric("1.8-i1", 100, People.Energy, "2021-12-20"));
        story.Lit("1.8-m1@2022", "2022-03-01").Reasons.Single(r => r.Test == "behind-line").Inputs.ShouldBeEmpty();
        story.When(Claim("1.8-m1@2022", People.Energy, "2022-03-01")).Refused("reading-missing", RefusalKind.Invalid, "reading");
        story.When(Claim("1.8-m1@2022", People.Energy, "2022-03-01", reading: story.Last)).Refused("reading-not-of-milestone", RefusalKind.Invalid, "reading");
        story.When(Claim("1.8-m1@2021", People.Energy, "2021-12-31")).Accepted();
        story.And(Metric("1.8-i1", 1, People.Energy, "2022-06-20")).Shows("1.8-m1@2022", "2022-06-20", Light.Yellow, "behind-line");
    }
}
