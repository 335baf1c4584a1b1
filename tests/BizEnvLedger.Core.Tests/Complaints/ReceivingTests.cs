using BizEnvLedger.Core.Complaints;
using BizEnvLedger.Core.Complaints.Acts;
using BizEnvLedger.Core.Ledger;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Complaints.ComplaintActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Complaints;

public class ReceivingTests
{
    private static readonly Story Start = Given(Issued());

    private static DateTimeOffset At(string time) => new(DateTime.Parse(time), TimeSpan.FromHours(8));

    [Fact]
    public void Anybody_gives_a_complaint_and_its_words_stay_beside_the_ledger() =>
        Start.When(Receive("2021-03-01", area: "a1", milestone: "1.1-m1", unit: "energy")).Then(new ComplaintReceived(
            "c1", ComplaintKind.Complaint, ComplaintChannel.Online, "a1", "1", "1.1-m1", "energy",
            Sealed("投诉内容"), Sealed("13800138000"), Sealed(Code + "c1"), Complaint.HashOf(Code + "c1"), At("2021-03-01 15:00")));

    [Fact]
    public void A_contact_is_not_asked_for_and_a_receipt_code_is_found_by_its_hash_only()
    {
        var story = Start.And(Register("2021-03-01", channel: ComplaintChannel.Letter));
        var complaint = story.State.Complaints["c1"];
        (complaint.HasContact, complaint.Channel, complaint.State).ShouldBe((false, ComplaintChannel.Letter, ComplaintState.Received));
        complaint.ReceiptSha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Code))));
        Json(story.Events[^1].Data).ShouldNotContain(Code);
        story.When(Read("2021-03-01", People.Office)).Refused("no-contact", RefusalKind.Conflict);
    }

    [Fact]
    public void The_public_form_is_nobodys_with_an_account_and_the_offices_entry_is_nobodys_without()
    {
        Start.When(Receive("2021-03-01").By(People.Office)).Refused("role-not-allowed", RefusalKind.NotAllowed);
        Start.When(Register("2021-03-01").By(Anybody)).Refused("role-not-allowed", RefusalKind.NotAllowed);
    }

    [Fact]
    public void What_it_says_is_bounded()
    {
        Start.When(Receive("2021-03-01", text: Text(" "))).Refused("text-empty", RefusalKind.Invalid, "text");
        Start.When(Receive("2021-03-01", text: Text(new string('字', 101)))).Refused("text-too-long", RefusalKind.Invalid, "text");
        Start.When(Receive("2021-03-01", contact: Text(new string('1', 101)))).Refused("text-too-long", RefusalKind.Invalid, "contact");
    }

    [Fact]
    public void What_it_is_about_is_known_to_the_plan()
    {
        Start.When(Receive("2021-03-01", area: "a9")).Refused("unknown-area", RefusalKind.Invalid, "area");
        Start.When(Receive("2021-03-01", task: "99")).Refused("unknown-task", RefusalKind.Invalid, "task");
        Start.When(Receive("2021-03-01", unit: "nobody")).Refused("unknown-unit", RefusalKind.Invalid, "unit");
        Start.When(Receive("2021-03-01", milestone: "1.1-m9")).Refused("unknown-milestone", RefusalKind.Invalid, "milestone");
        Start.When(Receive("2021-03-01", task: "2", milestone: "1.1-m1")).Refused("milestone-of-other-task", RefusalKind.Invalid, "milestone");
        Start.When(Receive("2021-03-01", milestone: "2.1-m1@2021H1")).Accepted().State.Complaints["c1"].Task.ShouldBe("2");
    }

    [Fact]
    public void An_id_is_given_once() =>
        Start.And(Receive("2021-03-01")).When(Receive("2021-03-02")).Refused("complaint-received-already", RefusalKind.Conflict);

    [Fact]
    public void A_tips_officer_is_named_by_another_and_reads_it_on_record()
    {
        var told = Start.And(Receive("2021-03-01", kind: ComplaintKind.Tip, unit: "north"));
        told.When(Name("vice-mayor", "2021-03-01")).Refused("nobody-names-himself", RefusalKind.NotAllowed);
        told.When(Name("", "2021-03-01")).Refused("not-a-person", RefusalKind.Invalid, "officer");
        told.When(Name("a\nb", "2021-03-01")).Refused("not-a-person", RefusalKind.Invalid, "officer");
        told.When(Name("tip-officer", "2021-03-01")).Then(new TipOfficerNamed("c1", "tip-officer"));
        Start.And(Receive("2021-03-01")).When(Name("tip-officer", "2021-03-01")).Refused("not-a-tip", RefusalKind.Conflict);
        told.And(Name("tip-officer", "2021-03-01")).When(Read("2021-03-01", Officer)).Then(new TipRead("c1"));
    }

    [Fact]
    public void Nobody_but_the_named_officer_reads_a_tip_and_no_officer_reads_one_about_the_own_home_unit()
    {
        var told = Start.And(Tip("2021-03-01"));
        foreach (var who in new[] { People.Office, People.GroupOffice, Officer with { Sub = "other" } })
            told.When(Read("2021-03-01", who)).Refused("not-the-person-named", RefusalKind.NotAllowed);
        foreach (var who in new[] { People.Leader, People.Auditor, People.North, Anybody })
            told.When(Read("2021-03-01", who)).Refused("role-not-allowed", RefusalKind.NotAllowed);
        told.When(Read("2021-03-01", Officer with { HomeUnit = "north" })).Refused("home-unit-involved", RefusalKind.NotAllowed);
        told.And(Name("second-officer", "2021-03-02")).When(Read("2021-03-02", Officer)).Refused("not-the-person-named", RefusalKind.NotAllowed);
    }

    [Fact]
    public void A_complainants_contact_is_read_on_record_by_those_who_handle_it()
    {
        var dispatched = Start.And(Receive("2021-03-01"), Dispatch("2021-03-01"));
        dispatched.When(Read("2021-03-01", People.Energy)).Then(new ContactRead("c1"));
        dispatched.When(Read("2021-03-01", People.Water)).Refused("not-your-complaint", RefusalKind.NotAllowed);
        Refusal? Knows(Caller who) => ReadContact.MayKnow(dispatched.State, dispatched.State.Complaints["c1"], who, Day("2021-03-01"));
        (Knows(People.Auditor), Knows(People.Energy)).ShouldBe((null, null));
        (Knows(People.Water)?.Code, Knows(Anybody)?.Code).ShouldBe(("not-your-complaint", "role-not-allowed"));
    }
}
