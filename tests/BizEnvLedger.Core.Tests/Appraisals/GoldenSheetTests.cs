using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using BizEnvLedger.Core.Plans.Reading;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Appraisals.AppraisalActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Appraisals;

/// <summary>Whole years scored by the delivered rules. A changed golden file is a changed score: read every line before taking it.</summary>
public class GoldenSheetTests
{
    internal static readonly Story Busy = Given(IssuedWithSystems()).And(
    [
        Adopt("2021-02-01"),
        Report("1.1", People.Energy, "2021-03-20"), Report("2.2", People.Court, "2021-03-25"),
        Step("1.1-m1", "north", "2021-05-31", People.Energy, "2021-02-01"), Step("1.1-m2", "north", "2021-08-31", People.Energy, "2021-02-01"),
        .. StepDone("1.1-m1-s1", "north", "2021-05-30", "2021-06-01", "2021-05-30"), .. StepDone("1.1-m2-s1", "north", "2021-09-05", "2021-09-10", "2021-09-05"),
        .. Done("1.1-m1", "energy", "2021-06-20", "2021-06-25"),
        .. Done("2.2-m1", "court", "2021-06-30", "2021-07-05"),
        Metric("1.1-i1", 5, People.Energy, "2021-07-20", "2021-06-30"),
        .. Claimed("1.2-m1", "water", "2021-08-30"), Return("1.2-m1", "2021-09-06", ReturnGround.Untrue),
        .. Done("1.2-m1", "water", "2021-09-20", "2021-09-24"),
        .. Done("1.2.1-m1", "housing", "2021-08-25", "2021-08-30"),
        .. Done("1.1-m2", "energy", "2021-10-10", "2021-10-14"),
        .. Done("1.2.2-m1", "housing", "2021-10-29", "2021-11-05"),
        Reassign("1.3", ["tax"], "2021-11-10"),
        Metric("1.1-i1", 2, People.Energy, "2021-12-28"),
        .. Done("1.1-m4", "energy", "2021-12-30", "2022-01-06"),
        Appraise("2022-01-07"),
        Ballots("energy", "2022-01-08", counts: Marks(30, 8, 2)), Ballots("energy", "2022-01-08", "cppcc", 25, Marks(15, 5, 5)),
        Ballots("water", "2022-01-08", counts: Marks(20, 15, 5)), Ballots("north", "2022-01-08", counts: Marks(36, 4, 0)), Ballots("tax", "2022-01-08", ballots: 19, counts: Marks(19, 0, 0)),
        Publish("2022-01-10"),
    ]);

    [Fact]
    public void A_busy_year() => Same(Json("2022-01-20", 2021, Busy), "busy-2021");

    [Fact]
    public void A_year_of_which_nothing_was_reported() => Same(Json("2022-01-20", 2021, Given(IssuedWithSystems())), "silent-2021");

    [Fact]
    public void The_year_after() => Same(Json("2023-01-20", 2022, Busy.And(Scored("2022-01-20"))), "after-2022");

    private static string Json(string on, int year, Story story) =>
        JsonNode.Parse(JsonSerializer.Serialize(story.Sheets(on, year), PlanJson.Options))!.ToJsonString(new() { WriteIndented = true, Encoder = PlanJson.Options.Encoder }) + "\n";

    private static void Same(string json, string name, [CallerFilePath] string here = "") =>
        json.ShouldBe(File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "golden", name + ".json")));
}
