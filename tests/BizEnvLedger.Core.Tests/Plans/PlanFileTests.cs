using System.Text.Json;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Plans.Reading;

namespace BizEnvLedger.Core.Tests.Plans;

public class PlanFileTests
{
    [Fact]
    public void The_example_plan_has_no_mistake()
    {
        var reading = PlanFile.Read(ExampleFiles.Plan, "plan.json");
        ExampleFiles.Told(reading.Mistakes).ShouldBe("");
        reading.Plan!.Tasks.Count.ShouldBe(6);
        reading.File.ShouldBe("plan.json");
    }

    [Fact]
    public void The_real_plan_has_no_mistake_either()
    {
        var reading = PlanFile.Read(ExampleFiles.Deployed("plans/tongliao-2021-2023/plan.json"), "plan.json");
        ExampleFiles.Told(reading.Mistakes).ShouldBe("");
        reading.Plan!.Tasks.Count.ShouldBe(23);
    }

    [Fact]
    public void The_reader_and_the_serialiser_read_the_same_plan()
    {
        var read = PlanFile.Read(ExampleFiles.Plan, "plan.json").Plan!;
        var deserialised = JsonSerializer.Deserialize<PlanDocument>(ExampleFiles.Plan, PlanJson.Options)!;
        Json(deserialised).ShouldBe(Json(read));
    }

    [Fact]
    public void A_plan_written_and_read_back_is_the_same_plan()
    {
        var plan = PlanFile.Read(ExampleFiles.Plan, "plan.json").Plan!;
        var again = PlanFile.Read(JsonSerializer.SerializeToUtf8Bytes(plan, PlanJson.Options), "again.json");
        ExampleFiles.Told(again.Mistakes).ShouldBe("");
        Json(again.Plan!).ShouldBe(Json(plan));
    }

    private static string Json(PlanDocument plan) => JsonSerializer.Serialize(plan, PlanJson.Options);
}
