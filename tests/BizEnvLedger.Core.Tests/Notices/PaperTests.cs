using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Notices;
using static BizEnvLedger.Core.Tests.Notices.NoticeActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Notices;

/// <summary>发文字号: each is given once in the jurisdiction, in the year of its paper.</summary>
public class PaperTests
{
    [Theory]
    [InlineData("港政办字〔2021〕7号", true)]
    [InlineData("港政办字〔2021〕07号", false)]
    [InlineData("港政办字〔2021〕0号", false)]
    [InlineData("港政办字〔２０２１〕7号", false)]
    [InlineData("港政办字[2021]7号", false)]
    [InlineData("〔2021〕7号", false)]
    [InlineData("港政办字〔2021〕7号\n", false)]
    public void A_number_is_series_year_and_ordinal(string text, bool stands) => (DocumentNumber.Parse(text)?.ToString()).ShouldBe(stands ? text : null);

    [Fact]
    public void A_number_is_of_its_paper_s_year()
    {
        Approved.When(Sign("2021-07-23", "港政办字〔2020〕7号")).Refused("document-number-year", RefusalKind.Invalid, "number");
        Approved.When(Letter("2021-07-23", number: "港政办函〔2022〕8号")).Refused("document-number-year", RefusalKind.Invalid, "number");
        Drafted.When(Feedback("2021-07-14", "港政征〔2020〕1号")).Refused("document-number-year", RefusalKind.Invalid, "number");
        Signed.When(Order("2021-07-26", "2021-08-31", number: "港政改〔2022〕1号")).Refused("document-number-year", RefusalKind.Invalid, "number");
        Ordered.When(Propose("2021-09-05", number: "港政请〔2022〕1号")).Refused("document-number-year", RefusalKind.Invalid, "number");
    }

    [Fact]
    public void No_two_papers_have_the_same_number_and_the_refusal_names_the_other()
    {
        var refusal = Approved.Decide(Sign("2021-07-23", "港政征〔2021〕1号")).Refusal!;
        (refusal.Code, refusal.Values["paper"]).ShouldBe(("document-number-taken", $"{Named} 征求意见函"));
        Signed.When(Letter("2021-07-23", number: "港政办字〔2021〕7号")).Refused("document-number-taken", RefusalKind.Conflict, "number");
        Signed.When(Order("2021-07-26", "2021-08-31", number: "港政办字〔2021〕7号")).Refused("document-number-taken", RefusalKind.Conflict, "number");
        Ordered.When(Propose("2021-09-05", number: "港政改〔2021〕1号")).Refused("document-number-taken", RefusalKind.Conflict, "number");
        // The plan's own number, too.
        Approved.When(Sign("2021-07-23", InventedPlan.Document.DocumentNumber)).Refused("document-number-taken", RefusalKind.Conflict, "number");
        // Another plan of the jurisdiction has its numbers from the same books.
        var other = Approved.Record(new("other-2021", People.GroupOffice, Day("2021-07-22"), (_, _, _) => throw new InvalidOperationException()),
            [new Core.Plans.PlanIssued(InventedPlan.Document with { Id = "other-2021", DocumentNumber = "港政办字〔2021〕7号" }, Evidence, Day("2021-07-22"), Rulebook.Rules, Rulebook.Calendar)]);
        other.When(Sign("2021-07-23")).Refused("document-number-taken", RefusalKind.Conflict, "number");
    }

    [Fact]
    public void Letters_that_go_out_together_have_one_number_after_the_other()
    {
        var two = Behind.And(Add("2021-07-14", "energy"), ConfirmLast("2021-07-14"));
        var sent = (NoticeFeedbackSent)two.And(Feedback("2021-07-15", "港政征〔2021〕3号")).Events[^1].Data;
        sent.Papers!.Select(p => p.Number).ShouldBe(["港政征〔2021〕3号", "港政征〔2021〕4号"]);
        two.When(Feedback("2021-07-15", "港政征〔2021〕99999号")).Refused("document-number-form", RefusalKind.Invalid, "number");
        two.And(Feedback("2021-07-15", "港政征〔2021〕3号")).When(Sign("2021-07-23", "港政征〔2021〕4号")).Refused("notice-not-approved", RefusalKind.Conflict);
    }

    [Fact]
    public void No_paper_is_dated_before_what_it_rests_on_or_in_the_future_or_drawn_from_another_state()
    {
        Drafted.When(Feedback("2021-07-14", dated: "2021-07-12")).Refused("date-out-of-bounds", RefusalKind.Invalid, "signedOn");
        Drafted.When(Feedback("2021-07-14", dated: "2021-07-15")).Refused("date-out-of-bounds", RefusalKind.Invalid, "signedOn");
        Drafted.When(Feedback("2021-07-14", version: 9)).Refused("notice-moved", RefusalKind.Conflict);
        Approved.When(Letter("2021-07-23", dated: "2021-07-21")).Refused("date-out-of-bounds", RefusalKind.Invalid, "signedOn");
        Signed.When(Order("2021-07-26", "2021-08-31", dated: "2021-07-22")).Refused("date-out-of-bounds", RefusalKind.Invalid, "signedOn");
        Signed.When(Order("2021-07-26", "2021-08-31", version: 1)).Refused("notice-moved", RefusalKind.Conflict);
        Ordered.When(Propose("2021-09-05", version: 1)).Refused("notice-moved", RefusalKind.Conflict);
        (Entry(Ordered).Rectification!.Paper!.Number, Entry(Proposed).Proposal!.Paper!.DocumentSha256, Entry(FedBack).FeedbackPaper!.SignedOn).ShouldBe(("港政改〔2021〕1号", Evidence, Day("2021-07-14")));
    }
}
