using System.Text;
using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Tests.Plans;

public class ContentMistakeTests
{
    private const string Measure = "$.tasks[0].measures[0]";
    private const string Milestone = Measure + ".milestones[0]";
    private const string Duty = Measure + ".milestones[1]";
    private const string Indicator = Measure + ".indicators[0]";

    [Theory]
    [InlineData("bizenv-plan/1", "bizenv-plan/2", "unknown-format", 2, "$.format")]
    [InlineData("small-2021", "Small 2021", "bad-id", 2, "$.id")]
    [InlineData("小计划", " ", "empty-text", 2, "$.title")]
    [InlineData("小发1号", "", "empty-text", 2, "$.documentNumber")]
    [InlineData("\"calendar\": \"china\"", "\"calendar\": \"\"", "bad-id", 4, "$.calendar")]
    [InlineData("\"from\": \"2021-01-01\", \"to\": \"2023-12-31\"", "\"to\": \"2019-01-01\", \"from\": \"2019-12-31\"", "period-reversed", 4, "$.period")]
    [InlineData("\"issuer\": \"city\"", "\"issuer\": \"town\"", "unknown-unit", 3, "$.issuer")]
    [InlineData("\"issuer\": \"city\"", "\"issuer\": \"city\", \"issuingOffice\": \"office\"", "unknown-unit", 3, "$.issuingOffice")]
    [InlineData("\"recipients\": [\"energy\"]", "\"recipients\": [\"\"]", "empty-text", 12, "$.recipients[0]")]
    [InlineData("\"recipients\": [\"energy\"]", "\"recipients\": [\"energy\", \"energy\"]", "duplicate-reference", 12, "$.recipients[1]")]
    [InlineData("\"recipients\": [\"energy\"]", "\"copiesTo\": [\" \"]", "empty-text", 12, "$.copiesTo[0]")]
    [InlineData("\"recipients\": [\"energy\"]", "\"rules\": { \"id\": \"own\", \"version\": 1, \"graceDays\": 10, \"verificationWorkingDays\": 15, \"mendWorkingDays\": 5, \"reclaimDays\": 15, \"dueSoonDays\": 30, \"behindPoints\": 10, \"monthlyWithinDays\": 90, \"monthlyDays\": 31, \"quarterlyDays\": 92, \"noticeOverdueDays\": 30, \"noticeOverdueShare\": 20, \"noticeOverdueLeast\": 2, \"textLimit\": 4000 }", "number-out-of-range", 12, "$.rules.noticeOverdueShare")]
    [InlineData("\"recipients\": [\"energy\"]", "\"shortTitle\": \" \"", "empty-text", 12, "$.shortTitle")]
    [InlineData("\"recipients\": [\"energy\"]", "\"implementationPlans\": { \"clause\": \"\", \"whose\": \"各部门\", \"scope\": [{ \"kind\": \"department\" }] }", "empty-text", 12, "$.implementationPlans.clause")]
    [InlineData("\"recipients\": [\"energy\"]", "\"firstResponsible\": { \"clause\": \"四\", \"whose\": \" \", \"scope\": [{ \"kind\": \"department\" }] }", "empty-text", 12, "$.firstResponsible.whose")]
    [InlineData("\"recipients\": [\"energy\"]", "\"implementationPlans\": { \"clause\": \"四\", \"whose\": \"各部门\", \"scope\": [] }", "binds-nobody", 12, "$.implementationPlans.scope")]
    [InlineData("\"recipients\": [\"energy\"]", "\"implementationPlans\": { \"clause\": \"四\", \"whose\": \"各部门\", \"scope\": [{ \"kind\": \"group\" }] }", "group-in-scope", 12, "$.implementationPlans.scope[0].kind")]
    [InlineData("\"recipients\": [\"energy\"]", "\"issuedOn\": \"2021-02-01\", \"implementationPlans\": { \"clause\": \"四\", \"whose\": \"各部门\", \"scope\": [{ \"kind\": \"region\" }], \"due\": \"2021-01-31\" }", "due-before-issue", 12, "$.implementationPlans.due")]
    [InlineData("\"type\": \"text\" }", "\"type\": \"date\", \"personal\": true }", "personal-not-text", 29, "$.registers[0].columns[0].personal")]
    public void The_head_is_checked(string written, string instead, string code, int line, string path) =>
        SmallPlan.With(written, instead).ShouldTell(code, line, path);

    [Theory]
    [InlineData("\"id\": \"wider\"", "\"id\": \"water\"", "duplicate-id", 10, "$.units[4].id")]
    [InlineData("\"id\": \"wider\"", "\"id\": \"wider/er\"", "bad-id", 10, "$.units[4].id")]
    [InlineData("\"name\": \"市水务局\"", "\"name\": \"能源局\"", "duplicate-name", 8, "$.units[2].name")]
    [InlineData("\"aliases\": [\"能源局\"]", "\"aliases\": [\"能源局\", \"市能源局\"]", "duplicate-name", 7, "$.units[1].aliases[1]")]
    [InlineData("\"name\": \"市水务局\"", "\"name\": \"\"", "empty-text", 8, "$.units[2].name")]
    [InlineData("\"name\": \"各单位\", \"kind\": \"group\"", "\"name\": \"各单位\", \"kind\": \"department\"", "members-on-non-group", 10, "$.units[4].members")]
    [InlineData("\"from\": \"2021-05-01\"", "\"from\": \"2021-05-01\", \"until\": \"2021-04-30\"", "membership-reversed", 9, "$.units[3].members[0].until")]
    [InlineData("[{ \"unit\": \"all\" }]", "[{ \"unit\": \"al\" }]", "unknown-unit", 10, "$.units[4].members[0].unit")]
    [InlineData("[{ \"unit\": \"all\" }]", "[{ \"unit\": \"all\" }, { \"unit\": \"all\", \"from\": \"2022-01-01\" }]", "duplicate-member", 10, "$.units[4].members[1]")]
    [InlineData("[{ \"unit\": \"all\" }]", "[{ \"unit\": \"wider\" }]", "group-contains-itself", 10, "$.units[4].members[0].unit")]
    public void Units_are_checked(string written, string instead, string code, int line, string path) =>
        SmallPlan.With(written, instead).ShouldTell(code, line, path);

    [Theory]
    [InlineData("{ \"id\": \"a1\", \"title\": \"一\", \"clause\": \"一\" }", "{ \"id\": \"a1\", \"title\": \"一\", \"clause\": \"一\" }, { \"id\": \"a1\", \"title\": \"二\", \"clause\": \"二\" }", "duplicate-id", 13, "$.areas[1].id")]
    [InlineData("\"area\": \"a1\"", "\"area\": \"a2\"", "unknown-area", 17, "$.tasks[0].area")]
    [InlineData("\"leads\": [\"energy\"], \"cooperating\": [\"all\"]", "\"leads\": [], \"cooperating\": [\"all\"]", "task-without-leads", 17, "$.tasks[0].leads")]
    [InlineData("\"leads\": [\"energy\"], \"cooperating\": [\"all\"]", "\"leads\": [\"energy\"], \"cooperating\": [\"energy\"]", "lead-and-cooperating", 17, "$.tasks[0].cooperating[0]")]
    [InlineData("\"leads\": [\"energy\"], \"cooperating\": [\"water\"]", "\"leads\": [\"energy\"], \"cooperating\": [\"energy\"]", "lead-and-cooperating", 18, Measure + ".cooperating[0]")]
    [InlineData("\"leads\": [\"energy\"], \"cooperating\": [\"water\"]", "\"leads\": [\"all\"]", "lead-and-cooperating", 18, Measure + ".leads[0]")]
    [InlineData("\"leads\": [\"energy\"], \"cooperating\": [\"water\"]", "\"leads\": []", "empty-leads", 18, Measure + ".leads")]
    [InlineData("\"leads\": [\"energy\"], \"cooperating\": [\"water\"]", "\"leads\": [\"enrgy\"]", "unknown-unit", 18, Measure + ".leads[0]")]
    [InlineData("\"title\": \"用电\"", "\"title\": \"\"", "empty-text", 17, "$.tasks[0].title")]
    [InlineData("\"title\": \"办电\"", "\"title\": \"\"", "empty-text", 18, Measure + ".title")]
    [InlineData("\"servedBy\": [1]", "\"servedBy\": [2]", "unknown-task", 14, "$.goals[0].servedBy[0]")]
    [InlineData("\"servedBy\": [1]", "\"servedBy\": [1, 1]", "duplicate-reference", 14, "$.goals[0].servedBy[1]")]
    [InlineData("\"indicators\": [", "\"measures\": [{ \"id\": \"1.2\", \"title\": \"二\", \"clause\": \"二\" }], \"indicators\": [", "id-not-under-parent", 23, Measure + ".measures[0].id")]
    [InlineData("\"indicators\": [", "\"measures\": [{ \"id\": \"1.1.1/2\", \"title\": \"二\", \"clause\": \"二\" }], \"indicators\": [", "bad-id", 23, Measure + ".measures[0].id")]
    [InlineData("\"indicators\": [", "\"measures\": [{ \"id\": \"1.1.1\", \"title\": \"二\", \"clause\": \"二\" }, { \"id\": \"1.1.1\", \"title\": \"二\", \"clause\": \"二\" }], \"indicators\": [", "duplicate-id", 23, Measure + ".measures[1].id")]
    [InlineData("\"id\": \"1.1-m2\"", "\"id\": \"1.1-m1\"", "duplicate-id", 21, Duty + ".id")]
    [InlineData("\"id\": \"1.1-m2\"", "\"id\": \"1.2-m2\"", "id-not-under-parent", 21, Duty + ".id")]
    [InlineData("\"id\": \"1.1-m2\"", "\"id\": \"1.1-m02\"", "id-not-under-parent", 21, Duty + ".id")]
    [InlineData("\"id\": \"1.1-i1\"", "\"id\": \"1.1-m3\"", "id-not-under-parent", 24, Indicator + ".id")]
    [InlineData("\"measure\": \"1.1\"", "\"measure\": \"1.2\"", "unknown-measure", 29, "$.registers[0].measure")]
    [InlineData("\"keeper\": \"energy\"", "\"keeper\": \"power\"", "unknown-unit", 29, "$.registers[0].keeper")]
    [InlineData("[{ \"id\": \"c1\", \"title\": \"事项\", \"type\": \"text\" }]", "[]", "register-without-columns", 29, "$.registers[0].columns")]
    [InlineData("\"type\": \"text\" }", "\"type\": \"text\" }, { \"id\": \"c1\", \"title\": \"金额\", \"type\": \"amount\" }", "duplicate-id", 29, "$.registers[0].columns[1].id")]
    public void Tasks_measures_and_registers_are_checked(string written, string instead, string code, int line, string path) =>
        SmallPlan.With(written, instead).ShouldTell(code, line, path);

    [Theory]
    [InlineData("\"due\": \"2021-08-31\"", "\"due\": \"2020-08-31\"", "due-before-period", 20, Milestone + ".due")]
    [InlineData("\"due\": \"2021-08-31\"", "\"due\": \"2021-08-31\", \"start\": \"2021-09-01\"", "start-after-due", 20, Milestone + ".start")]
    [InlineData("\"recurrence\": {", "\"due\": \"2021-08-31\", \"dueText\": \"8月\", \"recurrence\": {", "due-and-recurrence", 21, Duty + ".due")]
    [InlineData(", \"due\": \"2021-08-31\", \"dueText\": \"8月底前\"", "", "milestone-without-date", 20, Milestone)]
    [InlineData(", \"dueText\": \"8月底前\"", "", "due-without-text", 20, Milestone + ".dueText")]
    [InlineData("\"statement\": \"线上办电\"", "\"statement\": \"\"", "empty-text", 20, Milestone + ".statement")]
    [InlineData("\"sameAs\": \"1.1-m1\"", "\"sameAs\": \"1.1-m9\"", "unknown-milestone", 15, "$.goals[0].milestones[0].sameAs")]
    [InlineData("\"sameAs\": \"1.1-m1\"", "\"sameAs\": \"g1-m1\"", "unknown-milestone", 15, "$.goals[0].milestones[0].sameAs")]
    [InlineData("\"text\": \"每半年\"", "\"text\": \"\"", "empty-text", 21, Duty + ".recurrence.text")]
    [InlineData("\"text\": \"每半年\"", "\"text\": \"每半年\", \"from\": \"2022-01-01\", \"until\": \"2021-12-31\"", "recurrence-reversed", 21, Duty + ".recurrence.until")]
    [InlineData("\"text\": \"每半年\"", "\"text\": \"每半年\", \"from\": \"2024-01-01\"", "recurrence-reversed", 21, Duty + ".recurrence.from")]
    public void Milestones_are_checked(string written, string instead, string code, int line, string path) =>
        SmallPlan.With(written, instead).ShouldTell(code, line, path);

    [Theory]
    [InlineData("\"due\": \"2022-12-31\"", "\"due\": \"2021-12-31\", \"milestone\": \"1.1-m1\"", "overlapping-targets", 26, Indicator + ".targets[1]")]
    [InlineData("\"due\": \"2022-12-31\"", "\"due\": \"2021-06-30\"", "targets-out-of-order", 26, Indicator + ".targets[1]")]
    [InlineData("\"due\": \"2022-12-31\"", "\"due\": \"2022-12-31\", \"from\": \"2023-01-01\"", "start-after-due", 26, Indicator + ".targets[1].from")]
    [InlineData("\"due\": \"2022-12-31\"", "\"due\": \"2022-12-31\", \"milestone\": \"1.1-m3\"", "unknown-milestone", 26, Indicator + ".targets[1].milestone")]
    [InlineData(", \"upper\": 90", "", "value-missing", 26, Indicator + ".targets[1].upper")]
    [InlineData("\"upper\": 90", "\"upper\": 50", "range-reversed", 26, Indicator + ".targets[1].upper")]
    [InlineData("\"upper\": 90", "\"upper\": 101", "percent-out-of-range", 26, Indicator + ".targets[1].upper")]
    [InlineData("\"value\": 50", "\"value\": -1", "percent-out-of-range", 25, Indicator + ".targets[0].value")]
    [InlineData("\"value\": 50, ", "", "value-missing", 25, Indicator + ".targets[0].value")]
    [InlineData("\"value\": 50, ", "\"value\": 50, \"upper\": 60, ", "value-not-allowed", 25, Indicator + ".targets[0].upper")]
    [InlineData("\"atLeast\", \"value\": 50", "\"unstated\", \"wanted\": \"稳步提高\", \"value\": 50", "value-not-allowed", 25, Indicator + ".targets[0].value")]
    [InlineData("\"atLeast\", \"value\": 50", "\"unstated\"", "wanted-missing", 25, Indicator + ".targets[0].wanted")]
    [InlineData("\"atLeast\", \"value\": 50", "\"betterThan\"", "benchmark-missing", 25, Indicator + ".targets[0].benchmark")]
    [InlineData("\"lagDays\": 5", "\"lagDays\": -5", "number-out-of-range", 24, Indicator + ".lagDays")]
    [InlineData("\"lagDays\": 5", "\"scope\": {}", "empty-scope", 24, Indicator + ".scope")]
    [InlineData("\"lagDays\": 5", "\"dataOwner\": \"统计局\"", "unknown-unit", 24, Indicator + ".dataOwner")]
    [InlineData("\"name\": \"网办率\"", "\"name\": \"\"", "empty-text", 24, Indicator + ".name")]
    public void Indicators_and_targets_are_checked(string written, string instead, string code, int line, string path) =>
        SmallPlan.With(written, instead).ShouldTell(code, line, path);

    [Theory]
    [InlineData("\"number\": 1", "\"number\": 1000", "number-out-of-range", 17, "$.tasks[0].number")]
    [InlineData("[{ \"unit\": \"energy\", \"from\": \"2021-05-01\" }]", "[{ \"unit\": \"wider\" }]", "group-contains-itself", 9, "$.units[3].members[0].unit")]
    [InlineData("[{ \"unit\": \"energy\", \"from\": \"2021-05-01\" }]", "[{ \"unit\": \"wider\" }]", "group-contains-itself", 10, "$.units[4].members[0].unit")]
    [InlineData("\"id\": \"g1\"", "\"id\": \"1.9\"", "id-not-under-parent", 14, "$.goals[0].id")]
    public void A_mistake_that_has_others_in_its_train_is_told_too(string written, string instead, string code, int line, string path) =>
        SmallPlan.With(written, instead).Mistakes.ShouldContain(x => x.Code == code && x.Line == line && x.Path == path);

    [Fact]
    public void A_second_task_with_the_same_number_is_a_mistake()
    {
        const string second = "{ \"number\": 1, \"area\": \"a1\", \"title\": \"二\", \"clause\": \"二\", \"leads\": [\"water\"], \"measures\": [] },\n    { \"number\": 1, \"area\"";
        SmallPlan.With("{ \"number\": 1, \"area\"", second).ShouldTell("duplicate-id", 18, "$.tasks[1].number");
    }

    [Fact]
    public void A_unit_written_by_its_name_is_answered_with_its_id() =>
        SmallPlan.With("\"issuer\": \"city\"", "\"issuer\": \"能源局\"").Mistakes[0].RemedyEn.ShouldStartWith("Did you mean “energy”?");

    [Fact]
    public void An_addressee_is_a_unit_or_a_name_as_printed() =>
        SmallPlan.With("\"recipients\": [\"energy\"]", "\"recipients\": [\"energy\", \"各人民团体\"]").Mistakes.ShouldBeEmpty();

    [Fact]
    public void A_step_back_against_the_direction_is_allowed() =>
        SmallPlan.With("\"value\": 60, \"upper\": 90", "\"value\": 10, \"upper\": 20").Mistakes.ShouldBeEmpty();

    [Fact]
    public void A_due_after_the_plans_end_is_allowed() =>
        SmallPlan.With("\"due\": \"2021-08-31\"", "\"due\": \"2025-12-31\"").Mistakes.ShouldBeEmpty();

    [Fact]
    public void A_milestone_whose_date_the_text_leaves_open_is_allowed() =>
        SmallPlan.With(", \"due\": \"2021-08-31\", \"dueText\": \"8月底前\"", ", \"binding\": \"ambiguous\"").Mistakes.ShouldBeEmpty();

    [Fact]
    public void All_mistakes_of_form_and_content_are_told_at_once_in_the_order_of_the_file()
    {
        var broken = SmallPlan.Text
            .Replace("\"issuer\": \"city\"", "\"issuer\": \"town\"")
            .Replace("\"kind\": \"government\"", "\"kind\": \"goverment\"")
            .Replace("\"id\": \"wider\"", "\"id\": \"water\"")
            .Replace("\"servedBy\": [1]", "\"servedBy\": [4]")
            .Replace("\"2021-08-31\"", "\"2021-08-32\"")
            .Replace("\"text\": \"每半年\"", "\"texts\": \"每半年\"")
            .Replace("\"upper\": 90", "\"upper\": 50")
            .Replace("\"keeper\": \"energy\"", "\"keeper\": 4");
        PlanFile.Read(Encoding.UTF8.GetBytes(broken), "broken.json").Mistakes.Select(x => $"{x.Line} {x.Code}").ShouldBe(
        [
            "3 unknown-unit", "6 unknown-value", "10 duplicate-id", "14 unknown-task", "20 impossible-date",
            "21 missing-property", "21 unknown-property", "26 range-reversed", "29 wrong-type",
        ]);
    }
}
