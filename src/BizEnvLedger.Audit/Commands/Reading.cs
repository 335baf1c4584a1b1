using System.Text.Json;
using BizEnvLedger.Audit.Checks;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Proof;

namespace BizEnvLedger.Audit.Commands;

/// <summary>A package whose leaves have been read and held against its checkpoint.</summary>
internal sealed class ReadPackage : IDisposable
{
    private ReadPackage(Package package, SignedNote note, Checkpoint head, TimeZoneInfo zone) => (Package, Note, Head, Zone) = (package, note, head, zone);

    public Package Package { get; }
    public SignedNote Note { get; }
    public Checkpoint Head { get; }
    public TimeZoneInfo Zone { get; }
    public ReadLeaves Leaves { get; private set; } = null!;
    public Findings Findings { get; } = new();

    /// <summary>The checkpoints of the package, of which the last is the head; each once signed by one of the keys, where keys are given.</summary>
    public List<Checkpoint> Heads { get; } = [];

    /// <summary>Notes by size, for witnesses' lines.</summary>
    public Dictionary<long, SignedNote> Notes { get; } = [];

    /// <param name="keys">The log's verifier keys; none: signatures are not checked.</param>
    /// <param name="others">Checkpoints known from elsewhere, which the leaves must agree with.</param>
    public static ReadPackage Open(string file, IReadOnlyList<VerifierKey> keys, IReadOnlyList<Checkpoint> others, Words.Speaker say)
    {
        var package = Package.Open(file);
        try
        {
            var note = SignedNote.Parse(package.Bytes(PackageEntries.Checkpoint));
            var read = new ReadPackage(package, note, Keys.Open(note, keys), ZoneOf(package.Ledger.TimeZone));
            read.ReadHeads(keys);
            if (read.Head.Origin != package.Ledger.Origin)
                read.Findings.Add(Finding.Fault("checkpoint-origin", ("told", read.Head.Origin), ("expected", package.Ledger.Origin)));
            foreach (var other in others)
            {
                if (other.Origin != read.Head.Origin)
                    read.Findings.Add(Finding.Fault("checkpoint-origin", ("told", other.Origin), ("expected", read.Head.Origin)));
                else if (other.Size > read.Head.Size)
                    read.Findings.Add(Finding.Fault("older-is-newer", ("size", other.Size), ("head", read.Head.Size)));
                else
                    read.Add(other);
            }

            read.Leaves = new LeafChecks(package, read.Findings, read.Zone).Run(read.Heads, size => say.Progress("progress-leaves", ("count", size)));
            if (read.Leaves.Size > read.Head.Size)
                read.Findings.Add(Finding.Fault("leaves-beyond", ("size", read.Head.Size), ("found", read.Leaves.Size)));
            return read;
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    /// <summary>The plan that is asked about: the only one, or the one named.</summary>
    public string Plan(string? named)
    {
        var plans = Leaves.Events.Select(e => e.Data).OfType<PlanIssued>().Select(p => p.Plan.Id).ToList();
        if (named is not null)
            return plans.Contains(named) ? named : throw new WrongUse("plan-unknown", ("plan", named), ("plans", string.Join(", ", plans)));
        return plans.Count == 1 ? plans[0] : throw new WrongUse("plan-needed", ("plans", string.Join(", ", plans)));
    }

    /// <summary>A part of a ledger cannot be replayed; leaves that are not what was signed are not replayed.</summary>
    public void RequireWholeAndSound()
    {
        if (Package.Ledger.Since > 0)
            throw new ProofRefusal("package-partial", "A part of a ledger cannot be replayed.", ("since", Package.Ledger.Since));
        if (Findings.Told.FirstOrDefault(f => f.IsFault) is { } fault)
            throw new ProofRefusal(fault.Code, fault.Code, [.. fault.Values]);
    }

    public void Dispose() => Package.Dispose();

    private void ReadHeads(IReadOnlyList<VerifierKey> keys)
    {
        Notes[Head.Size] = Note;
        foreach (var line in Package.Lines(PackageEntries.Checkpoints))
        {
            SignedNote note;
            Checkpoint head;
            try
            {
                using var json = JsonDocument.Parse(line);
                note = SignedNote.Parse(json.RootElement.GetProperty("note").GetString()!);
                head = Keys.Open(note, keys);
            }
            catch (ProofRefusal e)
            {
                Findings.Add(Finding.Fault(e.Code, [.. e.About]));
                continue;
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                Findings.Add(Finding.Fault("checkpoint-unreadable", ("why", e.Message)));
                continue;
            }

            Notes[head.Size] = Notes.TryGetValue(head.Size, out var known) && known.Text == note.Text ? known.With(note.Signatures) : note;
            Add(head);
        }

        Add(Head);
    }

    /// <summary>Two of one size with different roots are a fork, whatever the leaves say.</summary>
    private void Add(Checkpoint head)
    {
        if (Heads.Find(h => h.Size == head.Size) is { } same)
        {
            if (!same.Root.AsSpan().SequenceEqual(head.Root))
                Findings.Add(Finding.Fault("fork", ("size", head.Size), ("one", Convert.ToBase64String(same.Root)), ("other", Convert.ToBase64String(head.Root))));
            return;
        }

        Heads.Add(head);
    }

    private static TimeZoneInfo ZoneOf(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : throw new ProofRefusal("zone-unknown", "The time zone is not known here.", ("zone", id));
}

/// <summary>Verifier keys and checkpoints as they are given on the command line: the text itself, or a file that holds it.</summary>
internal static class Keys
{
    public static IReadOnlyList<VerifierKey> Of(IEnumerable<string> given) =>
        [.. given.SelectMany(g => File.Exists(g) ? File.ReadAllLines(g).Select(l => l.Trim()).Where(l => l.Length > 0) : [g]).Select(VerifierKey.Parse)];

    /// <summary>The checkpoint of a note, signed by one of the keys where there are any.</summary>
    public static Checkpoint Open(SignedNote note, IReadOnlyList<VerifierKey> keys)
    {
        if (keys.Count == 0)
            return Checkpoint.Parse(note.Text);
        var checkpoint = Checkpoint.Parse(note.Text);
        var ours = keys.Where(k => note.Signatures.Any(s => s.Name == k.Name && s.Id == k.Id)).ToList();
        return Checkpoint.Open(note, ours.Count > 0 ? ours[0] : keys.FirstOrDefault(k => k.Name == checkpoint.Origin) ?? keys[0]);
    }

    public static SignedNote Note(string file) => SignedNote.Parse(File.ReadAllBytes(file));
}

/// <summary>Moments and days as they are given: a date means its end.</summary>
internal static class Times
{
    public static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day : throw new WrongUse("date-malformed", ("value", text));

    public static DateTimeOffset Moment(string text, TimeZoneInfo zone)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day))
            return LeafLine.EndOf(day, zone);

        return text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var moment)
            ? moment.ToUniversalTime() : throw new WrongUse("moment-malformed", ("value", text));
    }
}
