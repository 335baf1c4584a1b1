using BizEnvLedger.Core.EvidenceFiles;
using BizEnvLedger.Core.EvidenceFiles.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Replay;
using static BizEnvLedger.Core.Tests.Telling;

namespace BizEnvLedger.Core.Tests.EvidenceFiles;

public class EvidenceTests
{
    private static readonly Moment Now = new(DateTimeOffset.UnixEpoch, Day("2021-03-01"));

    [Fact]
    public void A_file_comes_in_under_its_hash() =>
        UploadEvidence.Decide(EvidenceCases.None, EvidenceCases.Upload, People.Energy, Now).Events.ShouldHaveSingleItem()
            .ShouldBe(new EvidenceUploaded(Evidence, 8, "application/pdf", "energy"));

    [Fact]
    public void What_was_not_declared_unclassified_is_refused() => Refused(EvidenceCases.Upload with { NotClassified = false }, "not-declared-unclassified");

    [Fact]
    public void An_address_that_is_no_hash_is_refused() => Refused(EvidenceCases.Upload with { Said = "abc" }, "evidence-not-a-hash");

    [Fact]
    public void Other_bytes_than_the_address_says_are_refused() => Refused(EvidenceCases.Upload with { Sha256 = new('b', 64) }, "hash-differs");

    [Fact]
    public void An_empty_file_is_refused() => Refused(EvidenceCases.Upload with { Size = 0 }, "file-empty");

    [Theory]
    [InlineData(EvidenceFile.LargestFile, null)]
    [InlineData(EvidenceFile.LargestFile + 1, "file-too-large")]
    public void Two_hundred_megabytes_is_the_most(long size, string? code) =>
        (UploadEvidence.Decide(EvidenceCases.None, EvidenceCases.Upload with { Size = size }, People.Energy, Now).Refusal?.Code).ShouldBe(code);

    [Fact]
    public void A_type_that_can_run_is_refused() => Refused(EvidenceCases.Upload with { MediaType = "text/html" }, "file-type-not-taken");

    [Fact]
    public void A_program_that_calls_itself_a_document_is_refused() => Refused(EvidenceCases.Upload with { Begin = "MZ\0\0"u8.ToArray() }, "bytes-not-of-type");

    [Fact]
    public void A_file_that_its_unit_brought_in_already_is_no_second_event() =>
        UploadEvidence.Decide(EvidenceCases.Held, EvidenceCases.Upload, People.North, Now).Refusal.ShouldNotBeNull().Code.ShouldBe("evidence-held-already");

    [Fact]
    public void Another_unit_that_brings_the_same_bytes_in_is_recorded_with_its_declaration_and_reads_them()
    {
        UploadEvidence.Decide(EvidenceCases.Held, EvidenceCases.Upload, People.Tax, Now).Events.ShouldHaveSingleItem().ShouldBe(new EvidenceUploaded(Evidence, 8, "application/pdf", "tax"));
        UploadEvidence.Decide(EvidenceCases.Held, EvidenceCases.Upload with { NotClassified = false }, People.Tax, Now).Refusal.ShouldNotBeNull().Code.ShouldBe("not-declared-unclassified");
        var again = EvidenceCases.Cited.And(new Act(EvidenceFile.StreamOf(Evidence), People.Tax, Day("2021-03-02"), (s, who, now) => UploadEvidence.Decide(s.Whole.Files, EvidenceCases.Upload, who, now)));
        again.Whole.Files[Evidence].Unit.ShouldBe("north");
        again.Whole.Files[Evidence].Bringings.Select(b => b.Unit).ShouldBe(["north", "tax"]);
        ReadEvidence.Decide(again.Whole, new(Evidence), People.Tax, Now).Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void Only_who_may_read_a_file_cites_it()
    {
        CiteEvidence.Check(EvidenceCases.Cited.Whole, new([Evidence]), People.Water, Now).ShouldBeNull();
        CiteEvidence.Check(EvidenceCases.Cited.Whole, new([Evidence]), People.North, Now).ShouldBeNull();
        CiteEvidence.Check(EvidenceCases.Cited.Whole, new([Evidence]), People.Office, Now).ShouldBeNull();
        CiteEvidence.Check(EvidenceCases.Cited.Whole, new([Evidence]), People.Tax, Now).ShouldNotBeNull().Code.ShouldBe("evidence-not-yours");
        CiteEvidence.Check(LedgerState.Empty, new([Evidence]), People.Tax, Now).ShouldNotBeNull().Code.ShouldBe("evidence-unknown");
        CiteEvidence.Check(LedgerState.Empty, new([]), People.Tax, Now).ShouldBeNull();
    }

    [Fact]
    public void A_file_without_a_type_is_told_so() => Refused(EvidenceCases.Upload with { MediaType = "" }, "file-type-missing");

    [Fact]
    public void A_file_that_is_not_held_cannot_be_read() =>
        ReadEvidence.Decide(LedgerState.Empty, new(Evidence), People.Auditor, Now).Refusal.ShouldNotBeNull().Code.ShouldBe("evidence-unknown");

    [Fact]
    public void A_unit_reads_what_is_cited_where_it_has_a_part_and_nothing_else()
    {
        ReadEvidence.Decide(EvidenceCases.Cited.Whole, new(Evidence), People.Water, Now).Events.ShouldHaveSingleItem().ShouldBe(new EvidenceRead(Evidence));
        ReadEvidence.Decide(EvidenceCases.Cited.Whole, new(Evidence), People.Tax, Now).Refusal.ShouldNotBeNull().Code.ShouldBe("not-your-matter");
    }

    [Fact]
    public void An_act_that_cites_what_is_not_held_is_refused()
    {
        EvidenceFile.Missing(EvidenceCases.Held, [Evidence]).ShouldBeNull();
        EvidenceFile.Missing(EvidenceCases.Held, [Evidence, new('b', 64)]).ShouldNotBeNull().Code.ShouldBe("evidence-unknown");
    }

    [Theory]
    [InlineData("application/pdf", "%PDF-1.4", true)]
    [InlineData("application/pdf", "%!PS", false)]
    [InlineData("text/csv", "a,b\n1,2", true)]
    [InlineData("text/csv", "a\0b", false)]
    [InlineData("application/zip", "PK\u0003\u0004", true)]
    [InlineData("video/mp4", "\0\0\0 ftypisom", true)]
    [InlineData("video/mp4", "ftyp", false)]
    public void Bytes_fit_their_type_or_not(string type, string begin, bool fits) =>
        MediaTypes.Fits(type, System.Text.Encoding.Latin1.GetBytes(begin)).ShouldBe(fits);

    private static void Refused(UploadEvidence command, string code) =>
        UploadEvidence.Decide(EvidenceCases.None, command, People.Energy, Now).Refusal.ShouldNotBeNull().Code.ShouldBe(code);
}
