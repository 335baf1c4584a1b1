using System.Text;
using System.Text.Json;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Plans.Checking;
using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Tests.Plans;

public class PlanChangeTests
{
    private static readonly DateOnly recordedOn = new(2021, 6, 1);

    private const string AddedMeasure = "\"id\": \"1.2\", \"title\": \"二\", \"clause\": \"二\"";
    private const string M1 = "\"id\": \"1.1-m1\", \"statement\": \"线上办电\"";
    private const string M2 = "\"id\": \"1.1-m2\", \"statement\": \"通报\"";

    private static PlanChangeReading Read(string format, string body, string effectiveOn = "2021-07-01", string plan = "small-2021") => PlanChangeFile.Read(
        Encoding.UTF8.GetBytes($$"""
            { "format": "bizenv-{{format}}/1", "id": "change-1", "plan": "{{plan}}", "title": "变更", "documentNumber": "小发2号",
              "effectiveOn": "{{effectiveOn}}",
              {{body}} }
            """), "change.json");

    private static IReadOnlyList<PlanMistake> Check(PlanChangeReading reading, PlanDocument? plan = null)
    {
        ExampleFiles.Told(reading.Mistakes).ShouldBe("");
        return PlanChangeCheck.Of(reading.Change!, plan ?? SmallPlan.Read(), recordedOn, reading.Positions);
    }

    private static PlanDocument Applied(string format, string body, PlanDocument? plan = null)
    {
        var reading = Read(format, body);
        ExampleFiles.Told(Check(reading, plan)).ShouldBe("");
        return PlanChanges.Apply(plan ?? SmallPlan.Read(), reading.Change!);
    }

    private static MilestoneDefinition Milestone(PlanDocument plan, string id) => new PlanPlaces(plan).Milestones.Single(x => x.Milestone.Id == id).Milestone;

    [Theory]
    [InlineData("amendment", "\"effectiv\": 1", "unknown-property", "$.effectiv")]
    [InlineData("amendment", "\"withdraw\": []", "empty-change", "$")]
    [InlineData("addition", "\"withdraw\": [\"1.1-m2\"]", "unknown-format", "$.format")]
    [InlineData("amendment", "\"addMilestones\": [{ \"measure\": \"1.1\" }]", "missing-property", "$.addMilestones[0].milestone")]
    public void What_shows_without_the_plan_is_told_by_the_reader(string format, string body, string code, string path)
    {
        var reading = Read(format, body);
        reading.Change.ShouldBeNull();
        reading.Mistakes.ShouldContain(x => x.Code == code && x.Path == path, ExampleFiles.Told(reading.Mistakes));
    }

    [Theory]
    [InlineData("\"groups\": [{ \"group\": \"al\", \"members\": [\"water\"] }]", "unknown-unit", "$.groups[0].group")]
    [InlineData("\"groups\": [{ \"group\": \"water\", \"members\": [\"energy\"] }]", "members-on-non-group", "$.groups[0].group")]
    [InlineData("\"groups\": [{ \"group\": \"all\", \"members\": [\"water\", \"wter\"] }]", "unknown-unit", "$.groups[0].members[1]")]
    [InlineData("\"groups\": [{ \"group\": \"all\", \"members\": [\"energy\"] }]", "duplicate-member", "$.groups[0].members[0]")]
    [InlineData("\"groups\": [{ \"group\": \"all\", \"members\": [\"wider\"] }]", "group-contains-itself", "$.groups[0].members[0]")]
    [InlineData("\"units\": [{ \"id\": \"heat\", \"name\": \"市能源局\", \"kind\": \"company\" }]", "duplicate-name", "$.units[0].name")]
    [InlineData("\"units\": [{ \"id\": \"heat\", \"name\": \"热力\", \"kind\": \"company\" }, { \"id\": \"heat\", \"name\": \"热力公司\", \"kind\": \"company\" }]", "duplicate-reference", "$.units[1].id")]
    [InlineData("\"addTasks\": [{ \"number\": 1, \"area\": \"a1\", \"title\": \"二\", \"clause\": \"二\", \"leads\": [\"water\"], \"measures\": [] }]", "duplicate-id", "$.addTasks[0].number")]
    [InlineData("\"addTasks\": [{ \"number\": 2, \"area\": \"a2\", \"title\": \"二\", \"clause\": \"二\", \"leads\": [\"water\"], \"measures\": [] }]", "unknown-area", "$.addTasks[0].area")]
    [InlineData("\"addMeasures\": [{ \"under\": \"1.3\", \"measure\": { " + AddedMeasure + " } }]", "unknown-parent", "$.addMeasures[0].under")]
    [InlineData("\"addMeasures\": [{ \"under\": \"1\", \"measure\": { \"id\": \"1.1\", \"title\": \"二\", \"clause\": \"二\" } }]", "duplicate-id", "$.addMeasures[0].measure.id")]
    [InlineData("\"addMeasures\": [{ \"under\": \"1.1\", \"measure\": { " + AddedMeasure + " } }]", "id-not-under-parent", "$.addMeasures[0].measure.id")]
    [InlineData("\"addMeasures\": [{ \"under\": \"1\", \"measure\": { " + AddedMeasure + ", \"leads\": [\"court\"] } }]", "unknown-unit", "$.addMeasures[0].measure.leads[0]")]
    [InlineData("\"addMeasures\": [{ \"under\": \"1\", \"measure\": { " + AddedMeasure + ", \"milestones\": [{ \"id\": \"1.2-m1\", \"statement\": \"早\", \"due\": \"2021-06-30\", \"dueText\": \"6月\" }] } }]", "retroactive", "$.addMeasures[0].measure.milestones[0].due")]
    [InlineData("\"addMilestones\": [{ \"measure\": \"1.1\", \"milestone\": { " + M1 + ", \"start\": \"2021-08-01\" } }]", "duplicate-id", "$.addMilestones[0].milestone.id")]
    [InlineData("\"addMilestones\": [{ \"measure\": \"1.3\", \"milestone\": { \"id\": \"1.3-m1\", \"statement\": \"新\", \"start\": \"2021-08-01\" } }]", "unknown-measure", "$.addMilestones[0].measure")]
    [InlineData("\"addMilestones\": [{ \"measure\": \"1.1\", \"milestone\": { \"id\": \"1.1-m3\", \"statement\": \"新\" } }]", "milestone-without-date", "$.addMilestones[0].milestone")]
    [InlineData("\"addIndicators\": [{ \"measure\": \"1.1\", \"indicator\": { \"id\": \"1.1-i1\", \"name\": \"率\", \"unit\": \"%\" } }]", "duplicate-id", "$.addIndicators[0].indicator.id")]
    [InlineData("\"changeMilestones\": [{ \"id\": \"1.1-m9\", \"statement\": \"新\", \"start\": \"2021-08-01\" }]", "unknown-milestone", "$.changeMilestones[0].id")]
    [InlineData("\"changeMilestones\": [{ " + M1 + ", \"due\": \"2021-06-30\", \"dueText\": \"6月底\" }]", "retroactive", "$.changeMilestones[0].due")]
    [InlineData("\"changeMilestones\": [{ " + M1 + ", \"due\": \"2021-10-31\" }]", "due-without-text", "$.changeMilestones[0].dueText")]
    [InlineData("\"changeMilestones\": [{ " + M2 + ", \"recurrence\": { \"every\": \"month\", \"text\": \"每月\" } }]", "retroactive", "$.changeMilestones[0].recurrence")]
    [InlineData("\"changeIndicators\": [{ \"id\": \"1.1-i2\", \"name\": \"率\", \"unit\": \"%\" }]", "unknown-indicator", "$.changeIndicators[0].id")]
    [InlineData("\"changeIndicators\": [{ \"id\": \"1.1-i1\", \"name\": \"率\", \"unit\": \"%\", \"targets\": [{ \"due\": \"2021-06-30\", \"comparator\": \"atLeast\", \"value\": 5 }] }]", "retroactive", "$.changeIndicators[0].targets[0]")]
    [InlineData("\"withdraw\": [\"1.1-m9\"]", "unknown-id", "$.withdraw[0]")]
    [InlineData("\"withdraw\": [\"1.1-m2\", \"1.1-m2\"]", "duplicate-reference", "$.withdraw[1]")]
    [InlineData("\"changeMilestones\": [{ " + M1 + ", \"due\": \"2021-10-31\", \"dueText\": \"10月底\" }], \"withdraw\": [\"1.1\"]", "changed-and-withdrawn", "$.changeMilestones[0].id")]
    [InlineData("\"addMeasures\": [{ \"under\": \"1\", \"measure\": { " + AddedMeasure + " } }], \"withdraw\": [\"task:1\"]", "changed-and-withdrawn", "$.addMeasures[0].under")]
    public void An_amendment_that_does_not_fit_the_plan_is_told_where(string body, string code, string path)
    {
        var mistakes = Check(Read("amendment", body));
        mistakes.Select(x => $"{x.Code} {x.Path} {x.Line}").ShouldBe([$"{code} {path} 3"], ExampleFiles.Told(mistakes));
    }

    [Fact]
    public void A_change_never_takes_effect_before_it_is_recorded()
    {
        Check(Read("amendment", "\"withdraw\": [\"1.1-m2\"]", effectiveOn: "2021-05-31")).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            x => x.Code.ShouldBe("retroactive"), x => x.Path.ShouldBe("$.effectiveOn"), x => x.Line.ShouldBe(2));
        Check(Read("amendment", "\"withdraw\": [\"1.1-m2\"]", effectiveOn: "2021-06-01")).ShouldBeEmpty();
    }

    [Fact]
    public void A_change_for_another_plan_is_refused() =>
        Check(Read("amendment", "\"withdraw\": [\"1.1-m2\"]", plan: "other")).ShouldHaveSingleItem().Code.ShouldBe("other-plan");

    [Theory]
    [InlineData("\"withdraw\": [\"1.1-m2\"]", "$.withdraw")]
    [InlineData("\"units\": [{ \"id\": \"heat\", \"name\": \"热力\", \"kind\": \"company\" }]", "$.units")]
    [InlineData("\"addMeasures\": [{ \"under\": \"1\", \"measure\": { " + AddedMeasure + " } }]", "$.addMeasures")]
    [InlineData("\"changeMilestones\": [{ " + M1 + ", \"due\": \"2021-10-31\", \"dueText\": \"8月底前\" }]", "$.changeMilestones[0]")]
    [InlineData("\"changeMilestones\": [{ \"id\": \"1.1-m2\", \"statement\": \"公布\", \"recurrence\": { \"every\": \"halfYear\", \"text\": \"每半年\" } }]", "$.changeMilestones[0]")]
    [InlineData("\"changeMilestones\": [{ " + M2 + ", \"recurrence\": { \"every\": \"year\", \"text\": \"每半年\" } }]", "$.changeMilestones[0]")]
    [InlineData("\"changeIndicators\": [{ \"id\": \"1.1-i1\", \"name\": \"网办率\", \"unit\": \"%\", \"direction\": \"up\", \"lagDays\": 5, \"targets\": [] }]", "$.changeIndicators[0]")]
    public void A_clarification_that_does_more_than_settle_is_refused(string body, string path) =>
        Check(Read("clarification", body)).ShouldContain(x => x.Code == "beyond-clarification" && x.Path == path);

    [Theory]
    [InlineData("\"dueText\": \"适时\", \"binding\": \"ambiguous\"")]
    [InlineData("\"due\": \"2021-08-31\", \"dueText\": \"适时\", \"binding\": \"implied\"")]
    [InlineData("\"dueText\": \"适时\", \"start\": \"2021-03-01\"")]
    public void A_clarification_settles_an_open_date(string open)
    {
        var plan = SmallPlan.With("\"due\": \"2021-08-31\", \"dueText\": \"8月底前\"", open).Plan!;
        var start = open.Contains("start") ? ", \"start\": \"2021-03-01\"" : "";
        var settled = Applied("clarification", "\"changeMilestones\": [{ " + M1 + ", \"due\": \"2021-11-30\", \"dueText\": \"适时\", \"note\": \"会议定\"" + start + " }]", plan);
        Milestone(settled, "1.1-m1").Due.ShouldBe(new DateOnly(2021, 11, 30));
    }

    [Fact]
    public void A_clarification_settles_an_unset_period_from_its_day_on()
    {
        var plan = SmallPlan.With("\"every\": \"halfYear\", \"text\": \"每半年\"", "\"text\": \"定期\"").Plan!;
        var settled = Applied("clarification", "\"changeMilestones\": [{ " + M2 + ", \"recurrence\": { \"every\": \"quarter\", \"text\": \"定期\", \"from\": \"2021-07-01\" } }]", plan);
        Occurrences.Of(Milestone(settled, "1.1-m2"), plan.Period)[0].Id.ShouldBe("1.1-m2@2021Q3");
    }

    [Fact]
    public void A_clarification_settles_the_date_of_a_target_that_was_open()
    {
        var plan = SmallPlan.With("\"due\": \"2022-12-31\", \"comparator\"", "\"due\": \"2022-12-31\", \"binding\": \"implied\", \"comparator\"").Plan!;
        var indicator = plan.Tasks[0].Measures[0].Indicators[0];
        var changed = indicator with { Targets = [indicator.Targets[0], indicator.Targets[1] with { Due = new(2022, 6, 30), Binding = Binding.Own }] };
        var settled = Applied("clarification", "\"changeIndicators\": [" + JsonSerializer.Serialize(changed, PlanJson.Options) + "]", plan);
        settled.Tasks[0].Measures[0].Indicators[0].Targets[1].Due.ShouldBe(new DateOnly(2022, 6, 30));
    }

    [Fact]
    public void Members_join_a_group_from_the_effective_date() =>
        Applied("clarification", "\"groups\": [{ \"group\": \"all\", \"members\": [\"water\"] }]").Units.Single(x => x.Id == "all").Members[^1]
            .ShouldBe(new Membership("water", new DateOnly(2021, 7, 1)));

    [Fact]
    public void A_unit_that_changes_its_name_keeps_its_members_and_former_aliases()
    {
        var unit = Applied("amendment", "\"units\": [{ \"id\": \"all\", \"name\": \"市直有关部门\", \"aliases\": [\"有关部门\"], \"kind\": \"group\" }]").Units[3];
        unit.Name.ShouldBe("市直有关部门");
        unit.Members.Select(x => x.Unit).ShouldBe(["energy"]);
        unit.Aliases.ShouldBe(["有关部门"]);
    }

    [Fact]
    public void What_is_added_stands_after_what_was_there()
    {
        var plan = Applied("amendment", "\"addMeasures\": [{ \"under\": \"1\", \"measure\": { " + AddedMeasure + " } }], "
            + "\"addMilestones\": [{ \"measure\": \"1.1\", \"milestone\": { \"id\": \"1.1-m3\", \"statement\": \"新\", \"start\": \"2021-08-01\" } }]");
        plan.Tasks[0].Measures.Select(x => x.Id).ShouldBe(["1.1", "1.2"]);
        plan.Tasks[0].Measures[0].Milestones.Select(x => x.Id).ShouldBe(["1.1-m1", "1.1-m2", "1.1-m3"]);
    }

    [Fact]
    public void What_is_withdrawn_goes_with_what_refers_to_it()
    {
        var plan = Applied("amendment", "\"withdraw\": [\"task:1\"]");
        plan.Tasks.ShouldBeEmpty();
        plan.Goals[0].ServedBy.ShouldBeEmpty();
        plan.Goals[0].Milestones[0].SameAs.ShouldBeNull();
        plan.Registers[0].Measure.ShouldBeNull();
    }

    [Fact]
    public void A_change_leaves_the_plan_that_it_was_applied_to_as_it_was()
    {
        var plan = SmallPlan.Read();
        var before = JsonSerializer.Serialize(plan, PlanJson.Options);
        Applied("amendment", "\"withdraw\": [\"1.1\"]", plan);
        JsonSerializer.Serialize(plan, PlanJson.Options).ShouldBe(before);
    }

    [Fact]
    public void The_example_plan_is_clarified_and_then_amended()
    {
        var plan = PlanFile.Read(ExampleFiles.Plan, "plan.json").Plan!;
        foreach (var (file, day) in new[] { ("clarification-2024.json", new DateOnly(2024, 3, 28)), ("amendment-2025.json", new DateOnly(2025, 2, 20)) })
        {
            var reading = PlanChangeFile.Read(ExampleFiles.Deployed("plans/example-two-years/" + file), file);
            ExampleFiles.Told(reading.Mistakes).ShouldBe("");
            ExampleFiles.Told(PlanChangeCheck.Of(reading.Change!, plan, day, reading.Positions)).ShouldBe("");
            plan = PlanChanges.Apply(plan, reading.Change!);
        }
        plan.Tasks.Count.ShouldBe(7);
        Milestone(plan, "2.1.2.1-m1").Due.ShouldBe(new DateOnly(2025, 10, 31));
        new PlanPlaces(plan).MilestoneIds.ShouldNotContain("4.1-m1");
    }
}
