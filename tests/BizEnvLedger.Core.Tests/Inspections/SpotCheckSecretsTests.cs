using System.Security.Cryptography;
using System.Text;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using CsCheck;
using static BizEnvLedger.Core.Tests.Acts;
using static BizEnvLedger.Core.Tests.Inspections.InspectionActs;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.Inspections;

/// <summary>The commitment in a scheme's approval, RevealSecret, and the draw that rests on both.</summary>
public class SpotCheckSecretsTests
{
    internal const string Secret = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private const string Other = "ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100";

    private static readonly Story Drafted = Given(Issued())
        .And([.. Done("1.1-m1", "energy", "2021-06-20", "2021-06-25"), .. Done("1.1-m2", "energy", "2021-06-21", "2021-06-25"), .. Done("2.1-m3", "tax", "2021-06-22", "2021-06-25"), Draft("2021H1", "2021-07-02")]);
    private static readonly Story Closed = Drafted.And(Commit("2021H1", "2021-07-02", Sha(Secret)), Open("2021H1", "2021-07-02"), Close("2021H1", "2021-07-10"));
    private static readonly Story Shown = Closed.And(Reveal("2021H1", "2021-07-12", Secret));

    [Fact]
    public void An_approval_commits_to_a_secret_that_no_other_approval_had()
    {
        Drafted.When(Commit("2021H1", "2021-07-02", null)).Refused("commitment-missing", RefusalKind.Invalid, "commitment");
        foreach (var malformed in new[] { "", "abc", Sha(Secret).ToUpperInvariant(), Sha(Secret) + "0" })
            Drafted.When(Commit("2021H1", "2021-07-02", malformed)).Refused("commitment-malformed", RefusalKind.Invalid, "commitment");
        Drafted.And(Commit("2021H1", "2021-07-02", Sha(Secret)), Draft("2021H1", "2021-07-03")).When(Commit("2021H1", "2021-07-03", Sha(Secret))).Refused("commitment-used-already", RefusalKind.Invalid, "commitment");
        Closed.And(Draft("2021H2", "2021-07-12")).When(Commit("2021H2", "2021-07-12", Sha(Secret))).Refused("commitment-used-already", RefusalKind.Invalid, "commitment");
        Drafted.When(Commit("2021H1", "2021-07-02", Sha(Secret))).Then(new InspectionSchemeApproved(InventedPlan.Id, "2021H1", Drafted.Last) { Commitment = Sha(Secret) });
    }

    [Fact]
    public void Nobody_commits_anew_once_the_round_is_closed() =>
        Drafted.And(Commit("2021H1", "2021-07-02", Sha(Secret)), Open("2021H1", "2021-07-02"), Draft("2021H1", "2021-07-05"), Close("2021H1", "2021-07-10"))
            .When(Commit("2021H1", "2021-07-11", Sha(Other))).Refused("round-closed-already", RefusalKind.Conflict);

    [Fact]
    public void The_secret_is_shown_after_closing_and_is_the_one_committed_to()
    {
        Drafted.And(Commit("2021H1", "2021-07-02", Sha(Secret)), Open("2021H1", "2021-07-02")).When(Reveal("2021H1", "2021-07-09", Secret)).Refused("draw-before-closing", RefusalKind.Conflict);
        Closed.When(Reveal("2021H1", "2021-07-12", Other)).Refused("secret-differs", RefusalKind.Invalid, "secret");
        Closed.When(Reveal("2021H1", "2021-07-12", "王五")).Refused("secret-differs", RefusalKind.Invalid, "secret");
        Closed.When(Reveal("2021H1", "2021-07-12", Secret)).Then(new SpotCheckSecretRevealed(InventedPlan.Id, "2021H1", Secret));
        Shown.When(Reveal("2021H1", "2021-07-13", Secret)).Refused("secret-revealed-already", RefusalKind.Conflict);
        Given([Issued(), .. Opened("2021H1", "2021-07-02"), Close("2021H1", "2021-07-10")]).When(Reveal("2021H1", "2021-07-12", Secret)).Refused("no-commitment", RefusalKind.Conflict);
    }

    [Fact]
    public void The_draw_is_drawn_again_from_what_anybody_can_read()
    {
        var drawn = Shown.When(Draw("2021H1", "2021-07-12")).Decision.Events.ShouldHaveSingleItem().ShouldBeOfType<SpotCheckDrawn>();
        // The tree that the closing's own leaf ends; worked out once more, by the words of docs/spot-checks.md.
        var size = Closed.Events.FindIndex(e => e.Data is InspectionClosed) + 1;
        var seed = Sha($"bizenv-spot-check/2\n{InventedPlan.Id}\n2021H1\n{new string('1', 64)}\n{size}\n{Root}\n{Secret}");
        (drawn.TreeSize, drawn.Seed).ShouldBe((size, seed));
        drawn.Drawn.ShouldBe([new[] { "1.1-m1", "1.1-m2", "2.1-m3" }.MinBy(id => Sha($"{seed}\n{id}"), StringComparer.Ordinal)!]);
    }

    [Fact]
    public void What_is_recorded_after_closing_by_whomever_steers_no_draw() => Gen.Int[1, 12].Sample(reports =>
    {
        var later = Shown;
        for (var i = 0; i < reports; i++)
            later = later.And(Report("1.2", People.Water, "2021-07-13", noChange: i % 2 == 0));
        later.When(Draw("2021H1", "2021-07-20").By(Second)).Then(Shown.When(Draw("2021H1", "2021-07-12")).Decision.Events[0]);
    }, iter: 12);

    [Fact]
    public void Another_secret_draws_by_another_seed() =>
        Drawing.Of("p", Half("2021H1"), "d", 7, Root, ["a"], new(), Secret).Seed.ShouldNotBe(Drawing.Of("p", Half("2021H1"), "d", 7, Root, ["a"], new(), Other).Seed);

    [Fact]
    public void Before_the_secret_is_shown_nothing_is_drawn_and_kept_back_past_its_limit_everything()
    {
        Closed.When(Draw("2021H1", "2021-07-12")).Refused("secret-not-revealed", RefusalKind.Conflict);
        // Closed on Saturday 10 July: ten working days end on the 23rd.
        var limit = Closed.Plan.Calendar.After(Day("2021-07-10"), 10);
        Closed.When(Draw("2021H1", Iso(limit))).Refused("secret-not-revealed", RefusalKind.Conflict);
        Closed.When(Draw("2021H1", Iso(limit.AddDays(1)))).Decision.Events.ShouldHaveSingleItem().ShouldBeOfType<SpotCheckDrawn>().Drawn.ShouldBe(["1.1-m1", "1.1-m2", "2.1-m3"]);
        Closed.And(Draw("2021H1", Iso(limit.AddDays(1)))).When(Reveal("2021H1", Iso(limit.AddDays(2)), Secret)).Refused("spot-check-drawn-already", RefusalKind.Conflict);
        // Shown late, and before anybody drew: the tenth, as ever.
        Closed.And(Reveal("2021H1", Iso(limit.AddDays(5)), Secret)).When(Draw("2021H1", Iso(limit.AddDays(6)))).Then(Shown.When(Draw("2021H1", "2021-07-12")).Decision.Events[0]);
    }

    [Fact]
    public void A_leader_is_told_to_show_it_and_then_the_office_to_draw()
    {
        string[] Kinds(Story story, string on) => [.. InspectionDuties.Of(story.State, Day(on)).Where(d => d.Subject == "2021H1" && d.Kind is "secret-due" or "draw-due").Select(d => d.Kind)];
        Kinds(Closed, "2021-07-12").ShouldBe(["secret-due"]);
        Kinds(Shown, "2021-07-12").ShouldBe(["draw-due"]);
        Kinds(Closed, "2021-09-12").ShouldBe(["draw-due"]);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Sha(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
