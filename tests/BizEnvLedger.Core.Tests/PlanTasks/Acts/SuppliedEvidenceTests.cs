using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.PlanTasks;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.PlanTasks.Acts;

/// <summary>Whoever supplied evidence made the claim or the figure too: it neither releases nor judges it, and what comes after the release is released as well.</summary>
public class SuppliedEvidenceTests
{
    private static readonly Caller Both = new("energy-both", new HashSet<Role> { Role.Unit, Role.Approver, Role.Office }, "inspectorate", new HashSet<string> { "energy" });
    private static readonly Story Claims = Given(Issued(), Claim("1.1-m1", People.Energy, "2021-06-20"));
    private static readonly Story Out = Claims.And(Release("1.1-m1", "energy", "2021-06-20"));
    private static readonly Story Added = Out.And(Attach("1", People.Energy, "2021-06-21", Claims.Last, Evidence));

    [Fact]
    public void What_is_added_before_the_release_goes_out_with_it() =>
        Claims.And(Attach("1", People.Energy, "2021-06-20", Claims.Last, Evidence)).TaskOf("1.1").Attachments.ShouldHaveSingleItem().Waits.ShouldBeFalse();

    [Fact]
    public void What_is_added_after_it_waits_for_the_approver()
    {
        var waiting = Added.TaskOf("1.1").Attachments.ShouldHaveSingleItem();
        waiting.Waits.ShouldBeTrue();
        PlanTaskDuties.Of(Added.State, Day("2021-06-22")).ShouldContain(d => d.Kind == "release-evidence" && d.Subject == "1.1-m1" && d.Units.Contains("energy"));
        Added.When(ReleaseEvidence("1", "energy", "2021-06-22")).Then(new EvidenceReleased(waiting.Id, Claims.Last, "energy"));
        var released = Added.And(ReleaseEvidence("1", "energy", "2021-06-22"));
        released.TaskOf("1.1").Attachments.ShouldHaveSingleItem().Waits.ShouldBeFalse();
        released.When(ReleaseEvidence("1", "energy", "2021-06-22", waiting.Id)).Refused("already-released", RefusalKind.Conflict, "entry");
        PlanTaskDuties.Of(released.State, Day("2021-06-22")).ShouldNotContain(d => d.Kind == "release-evidence");
    }

    [Fact]
    public void Whoever_added_it_does_not_release_it_and_nothing_is_released_after_the_verdict()
    {
        Out.And(Attach("1", Both, "2021-06-21", Claims.Last, Evidence)).When(ReleaseEvidence("1", "energy", "2021-06-22").By(Both)).Refused("supplier-never-releases", RefusalKind.NotAllowed);
        Added.And(Return("1.1-m1", "2021-06-22", ReturnGround.Incomplete)).When(ReleaseEvidence("1", "energy", "2021-06-23", Added.Last)).Refused("claim-decided", RefusalKind.Conflict, "entry");
        Out.When(ReleaseEvidence("1", "energy", "2021-06-22", Claims.Last)).Refused("unknown-entry", RefusalKind.NotFound, "entry");
    }

    [Fact]
    public void Whoever_added_evidence_to_a_claim_neither_releases_nor_verifies_it()
    {
        Claims.And(Attach("1", Both, "2021-06-20", Claims.Last, Evidence)).When(Release("1.1-m1", "energy", "2021-06-20").By(Both)).Refused("claimant-never-releases", RefusalKind.NotAllowed);
        var judge = Both with { HomeUnit = "inspectorate", Roles = new HashSet<Role> { Role.Office } };
        Out.When(Verify("1.1-m1", "2021-06-22").By(judge)).Accepted();
        Out.And(Attach("1", Both, "2021-06-21", Claims.Last, Evidence)).When(Verify("1.1-m1", "2021-06-22").By(judge)).Refused("doer-never-verifies", RefusalKind.NotAllowed);
    }

    [Fact]
    public void Whoever_corrected_or_documented_a_figure_that_waits_does_not_release_it()
    {
        var typed = Given(Issued(), Metric("1.1-i1", 9, People.Typist("energy"), "2021-04-05"));
        var corrected = typed.And(Correct("1", Both, "2021-04-06", typed.Last, value: 2));
        corrected.When(ReleaseFigure("1", "energy", "2021-04-07", typed.Last).By(Both)).Refused("typist-never-releases", RefusalKind.NotAllowed);
        corrected.When(ReleaseFigure("1", "energy", "2021-04-07", typed.Last)).Accepted();
        typed.And(Attach("1", Both, "2021-04-06", typed.Last, Evidence)).When(ReleaseFigure("1", "energy", "2021-04-07", typed.Last).By(Both)).Refused("typist-never-releases", RefusalKind.NotAllowed);
    }
}
