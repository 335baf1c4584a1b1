using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BizEnvLedger.Proof;

namespace BizEnvLedger.Service.Tests.Audit;

/// <summary>Everything that can be done to a package by whoever hands it over; each is caught, with a sentence that says what and where.</summary>
public sealed class PackageAttacksTests(PackagedApi packaged) : IClassFixture<PackagedApi>
{
    private const string Round = "inspections/tongliao-2021-2023/2021H1/";

    public static TheoryData<string, string> Attacks => new()
    {
        { "byte of an event", "something was changed, removed, slipped in or swapped" },
        { "byte of a header", "between leaf 0 and leaf" },
        { "timestamp", "something was changed, removed, slipped in or swapped" },
        { "event deleted", "something was changed, removed, slipped in or swapped" },
        { "last event deleted", "leaves are missing at its end" },
        { "last hundred deleted", "leaves are missing at its end" },
        { "event inserted", "the ones beyond are not signed" },
        { "event inserted with a fresh index", "The checkpoint was signed over" },
        { "two swapped", "something was changed, removed, slipped in or swapped" },
        { "renumbered", "it should be" },
        { "leaf of another jurisdiction", "is of 150600, not of 150500" },
        { "leaf no JSON", "cannot be read" },
        { "evidence byte", "is named by its hash, but hashes to" },
        { "evidence removed", "was brought in and is not in the package, and no event erased it" },
        { "evidence added", "No event names evidence/" },
        { "plan file byte", "is named by its hash" },
        { "data set byte", "is not the one that the closing event" },
        { "data set and its hash file", "is not the one that the closing event" },
        { "report byte", "report.docx of tongliao-2021-2023 2021H1 differs from what its data set gives" },
        { "workbook removed", "report.xlsx of tongliao-2021-2023 2021H1 differs" },
        { "text changed", "it is not what the event committed to" },
        { "text erased", "is gone, and no event erased it" },
        { "text slipped in", "which committed to none" },
        { "checkpoint of another key", "The checkpoint is not signed by" },
        { "checkpoint's size", "does not verify: the checkpoint or the signature was changed" },
        { "fork", "the log was forked" },
        { "manifest left as it was", "was changed: the manifest has SHA-256" },
        { "file not in the manifest", "is not in the manifest" },
    };

    [Fact]
    public async Task An_honest_package_holds_with_key_and_older_checkpoint()
    {
        var (status, said) = await packaged.VerifyAsync(packaged.Package, "--older", packaged.Older);
        (status, said.Contains("HOLDS: the", StringComparison.Ordinal)).ShouldBe((0, true), said);
        said.ShouldContain(string.Create(CultureInfo.InvariantCulture, $"Leaves: {packaged.Size} checked from leaf 0 on"));
        said.ShouldContain("Half-years: 1 computed again");
        said.ShouldNotContain("[FAULT]");
    }

    [Fact]
    public async Task Contacts_and_tips_stay_in_the_house_and_taking_the_ledger_out_is_on_record_once_a_day()
    {
        var texts = Encoding.UTF8.GetString(Tampering.With(packaged.Package)[PackageEntries.Texts]);
        texts.ShouldContain("窗口推诿");
        foreach (var kept in new[] { "13800000001", "13800000002", "举报内容甲" })
            texts.ShouldNotContain(kept);
        await packaged.ExportAsync();
        var readings = (await packaged.Api.GetAsync("/api/v1/readings?limit=500", "auditor")).GetProperty("items").EnumerateArray();
        readings.Count(r => r.GetProperty("data").GetRawText().Contains("ExportLedger", StringComparison.Ordinal)).ShouldBe(1);
        foreach (var account in new[] { "office", "admin", "leader", "unit:energy-bureau" })
            await Http.LedgerApi.ProblemAsync(await packaged.Api.SendAsync(HttpMethod.Get, account, "/api/v1/audit/export"), 403, "role-not-allowed");
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Every_attack_on_a_package_is_caught_and_told(string attack, string sentence)
    {
        var (status, said) = await packaged.VerifyAsync(Made(attack));
        status.ShouldBe(1, said);
        said.ShouldContain(sentence, Case.Sensitive, attack);
        said.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_package_that_was_cut_off_says_so_wherever_it_was_cut()
    {
        foreach (var length in new[] { 0, 1, 100, packaged.Package.Length / 2, packaged.Package.Length - 1 })
        {
            var (status, said) = await packaged.VerifyAsync(packaged.Package[..length]);
            status.ShouldBe(1);
            said.ShouldContain("could not be read");
        }

        var cut = Tampering.With(packaged.Package);
        cut[PackageEntries.Leaves] = cut[PackageEntries.Leaves][..^10];
        (await packaged.VerifyAsync(cut.Build())).Said.ShouldContain("breaks off in the middle of a line");
    }

    [Fact]
    public async Task An_older_backup_that_was_carried_on_does_not_agree_with_the_checkpoint_that_the_auditor_kept()
    {
        // The same log's key signs another history from some leaf on.
        var (key, other) = (SigningKey.Generate("forger.example/ledger/150500", SignatureKind.Ed25519), Tampering.With(packaged.Package));
        other.Leaves(l => l[3] = l[3].Replace("\"user\" :", "\"user\"  :", StringComparison.Ordinal));
        var tree = new MerkleTree();
        var kept = "";
        foreach (var line in Encoding.UTF8.GetString(Tampering.With(packaged.Package)[PackageEntries.Leaves]).Split('\n')[..^1])
        {
            tree.Append(MerkleRoot.LeafHash(Encoding.UTF8.GetBytes(line)));
            if (tree.Size == 5)
                kept = Sign(key, tree);
        }

        var forged = new MerkleTree();
        foreach (var line in Encoding.UTF8.GetString(other[PackageEntries.Leaves]).Split('\n')[..^1])
            forged.Append(MerkleRoot.LeafHash(Encoding.UTF8.GetBytes(line)));
        other[PackageEntries.Checkpoint] = Encoding.UTF8.GetBytes(Sign(key, forged));
        other[PackageEntries.Checkpoints] = [];
        other.Replace(PackageLedger.Entry, Checkpoint.Parse(SignedNote.Parse(await packaged.TextAsync("checkpoint")).Text).Origin, key.Verifier.Name);
        var older = Path.Combine(packaged.Folder, "kept.checkpoint");
        await File.WriteAllTextAsync(older, kept, TestContext.Current.CancellationToken);
        var file = Path.Combine(packaged.Folder, "forged.zip");
        await File.WriteAllBytesAsync(file, other.Build(), TestContext.Current.CancellationToken);
        var (status, said) = await PackagedApi.ToolAsync("verify", file, "--key", key.Verifier.ToString(), "--older", older);
        status.ShouldBe(1);
        said.ShouldContain("The checkpoint over 5 leaves was signed with root");
    }

    [Fact]
    public async Task A_receipt_holds_for_its_own_leaf_index_and_size_and_for_no_other()
    {
        var file = Path.Combine(packaged.Folder, "leaf.tlog-proof");
        var text = await packaged.TextAsync("proof/6");
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        var (status, said) = await PackagedApi.ToolAsync("proof", file, "--key", packaged.Key);
        (status, said.Contains("this event is leaf 6", StringComparison.Ordinal)).ShouldBe((0, true), said);
        foreach (var (changed, sentence) in new[]
        {
            (text.Replace("index 6\n", "index 7\n", StringComparison.Ordinal), "is not leaf 7"),
            (text.Replace("index 6\n", "index 99999\n", StringComparison.Ordinal), "speaks of leaf 99999"),
            (text.Replace("index 6\n", "index 06\n", StringComparison.Ordinal), "is no proof file"),
            (text.Replace("extra ", "extra eyJ9", StringComparison.Ordinal), "is not leaf 6"),
            (text[..(text.Length / 2)], ""),
            ("", "is no proof file"),
        })
        {
            await File.WriteAllTextAsync(file, changed, TestContext.Current.CancellationToken);
            var (no, why) = await PackagedApi.ToolAsync("proof", file, "--key", packaged.Key);
            no.ShouldBe(1, why);
            why.ShouldContain(sentence);
            why.ShouldNotContain("   at ");
        }
    }

    private static string Sign(SigningKey key, MerkleTree tree)
    {
        var text = new Checkpoint(key.Verifier.Name, tree.Size, tree.Root(tree.Size)).Text;
        return new SignedNote(text, [key.Sign(text)]).ToString();
    }

    private byte[] Made(string attack)
    {
        var t = Tampering.With(packaged.Package);
        string Evidence() => t.Paths.Single(p => p.StartsWith(PackageEntries.EvidenceFolder, StringComparison.Ordinal));
        var mended = true;
        switch (attack)
        {
            case "byte of an event": t.Replace(PackageEntries.Leaves, "\"narrative\"", "\"narratiwe\""); break;
            case "byte of a header": t.Replace(PackageEntries.Leaves, "\"headers\" :", "\"headers\"  :"); break;
            case "timestamp": t.Leaves(l => l[^1] = l[^1].Replace("\"recordedAt\" : \"2", "\"recordedAt\" : \"1", StringComparison.Ordinal)); break;
            case "event deleted": t.Leaves(l => { l.RemoveAt(4); l.Add(l[^1]); }); break;
            case "last event deleted": t.Leaves(l => l.RemoveAt(l.Count - 1)); break;
            case "last hundred deleted": t.Leaves(l => l.RemoveRange(Math.Max(1, l.Count - 100), Math.Min(100, l.Count - 1))); break;
            case "event inserted": t.Leaves(l => l.Insert(5, Fresh(l[5]))); break;
            case "event inserted with a fresh index": t.Leaves(l => l.Add(Fresh(l[^1]))); break;
            case "two swapped": t.Leaves(l => (l[3], l[4]) = (l[4], l[3])); break;
            case "renumbered": t.Leaves(l => l[^1] = l[^1].Replace("\"version\" : ", "\"version\" : 9", StringComparison.Ordinal)); break;
            case "leaf of another jurisdiction": t.Leaves(l => l[^1] = l[^1].Replace("\"150500\"", "\"150600\"", StringComparison.Ordinal)); break;
            case "leaf no JSON": t.Leaves(l => l[2] = "{\"tenant\":"); break;
            case "evidence byte": t[Evidence()] = [.. t[Evidence()][..^1], (byte)'x']; break;
            case "evidence removed": t.Remove(Evidence()); break;
            case "evidence added": t[PackageEntries.EvidenceFolder + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("more"u8))] = "more"u8.ToArray(); break;
            case "plan file byte": var plan = t.Paths.Single(p => p.StartsWith(PackageEntries.PlanFolder, StringComparison.Ordinal)); t[plan] = [.. t[plan], (byte)' ']; break;
            case "data set byte": t.Replace(Round + "data-set.json", "\"overdue\":", "\"overdue\":1"); break;
            case "data set and its hash file":
                t.Replace(Round + "data-set.json", "\"overdue\":", "\"overdue\":1");
                t[Round + "data-set.sha256"] = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(t[Round + "data-set.json"])) + "\n");
                break;
            case "report byte": t[Round + "report.docx"] = [.. t[Round + "report.docx"], 0]; break;
            case "workbook removed": t.Remove(Round + "report.xlsx"); break;
            case "text changed": t.Replace(PackageEntries.Texts, "标准已印发", "标准未印发"); break;
            case "text erased": t[PackageEntries.Texts] = Encoding.UTF8.GetBytes(string.Concat(Encoding.UTF8.GetString(t[PackageEntries.Texts]).Split('\n')[1..^1].Select(l => l + "\n"))); break;
            case "text slipped in": t[PackageEntries.Texts] = [.. t[PackageEntries.Texts], .. Encoding.UTF8.GetBytes($$"""{"event":"{{Guid.NewGuid()}}","field":"reason","salt":"00","value":"x"}""" + "\n")]; break;
            case "checkpoint of another key":
                var key = SigningKey.Generate(Checkpoint.Parse(SignedNote.Parse(t[PackageEntries.Checkpoint]).Text).Origin, SignatureKind.Ed25519);
                var text = SignedNote.Parse(t[PackageEntries.Checkpoint]).Text;
                t[PackageEntries.Checkpoint] = Encoding.UTF8.GetBytes(new SignedNote(text, [key.Sign(text)]).ToString());
                break;
            case "checkpoint's size": t.Replace(PackageEntries.Checkpoint, string.Create(CultureInfo.InvariantCulture, $"\n{packaged.Size}\n"), string.Create(CultureInfo.InvariantCulture, $"\n{packaged.Size - 1}\n")); break;
            case "fork": Fork(t); break;
            case "manifest left as it was": t[Evidence()] = "other"u8.ToArray(); mended = false; break;
            case "file not in the manifest": t["extra.txt"] = "x"u8.ToArray(); mended = false; break;
            default: throw new ArgumentException(attack);
        }

        return t.Build(mended);
    }

    /// <summary>Whoever has the key signs a second root over the same size; the key's file is the service's own.</summary>
    private void Fork(Tampering t)
    {
        var note = SignedNote.Parse(t[PackageEntries.Checkpoint]);
        var head = Checkpoint.Parse(note.Text);
        var other = new Checkpoint(head.Origin, head.Size, MerkleRoot.Empty).Text;
        var line = JsonSerializer.Serialize(new { size = head.Size, note = new SignedNote(other, [packaged.LogKey.Sign(other)]).ToString() });
        t[PackageEntries.Checkpoints] = [.. t[PackageEntries.Checkpoints], .. Encoding.UTF8.GetBytes(line + "\n")];
    }

    private static string Fresh(string leaf)
    {
        var node = JsonNode.Parse(leaf)!;
        node["id"] = Guid.NewGuid().ToString();
        node["version"] = node["version"]!.GetValue<long>() + 1;
        return node.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
