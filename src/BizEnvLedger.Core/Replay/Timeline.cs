using BizEnvLedger.Core.Administration;
using BizEnvLedger.Core.Ledger;

namespace BizEnvLedger.Core.Replay;

/// <summary>
/// A jurisdiction's events in ledger order with the moment from which each was known. That moment never decreases along the leaves,
/// so what was recorded by T is always a prefix, and every answer can name its position. One writer; any number of readers meanwhile.
/// </summary>
public sealed class Timeline
{
    private Recorded[] events = new Recorded[256];
    private DateTimeOffset[] knownAt = new DateTimeOffset[256];
    private volatile int count;
    private bool importEnded;

    public int Count => count;

    public Recorded this[int leaf] => leaf < count ? events[leaf] : throw new ArgumentOutOfRangeException(nameof(leaf));

    public void Add(Recorded e)
    {
        if (e.Leaf != count)
            throw new InvalidOperationException($"Leaf {e.Leaf} follows leaf {count - 1}: the ledger has a gap.");
        if (count == events.Length)
        {
            // Readers go on with the arrays that they hold: what they may see is in both.
            Array.Resize(ref knownAt, count * 2);
            Array.Resize(ref events, count * 2);
        }

        var before = count > 0 ? knownAt[count - 1] : DateTimeOffset.MinValue;
        // What the catalogue does not know keeps its place and tells no time: a tombstone's is the machine's, the history's may be claimed.
        // Neither does what the owner did before the import ended: the history that comes after it is older.
        var isTimeless = e.Data is Unknown || (e.Data is IAdministrative && !importEnded);
        knownAt[count] = isTimeless || before > e.KnownAt ? before : e.KnownAt;
        importEnded |= e.Data is ImportEnded;
        events[count] = e;
        count++;
    }

    /// <summary>Number of leaves recorded by a moment, that moment included.</summary>
    public int SizeAt(DateTimeOffset recordedBy)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (knownAt[middle] <= recordedBy)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The moment from which a prefix was known: its last leaf's.</summary>
    public DateTimeOffset? KnownAt(int size) => size == 0 ? null : knownAt[size - 1];

    /// <summary>The state from leaves 0 … size−1; of one plan, where its id is given.</summary>
    public LedgerState Replay(int size, string? plan = null) =>
        LedgerState.Fold(Prefix(size).Where(e => plan is null || IsOf(plan, e.Stream))) with { Size = size };

    public IEnumerable<Recorded> OfStream(string stream, int size) => Prefix(size).Where(e => e.Stream == stream);

    private IEnumerable<Recorded> Prefix(int size)
    {
        var n = Math.Min(size, count);
        return new ArraySegment<Recorded>(events, 0, n);
    }

    private static bool IsOf(string plan, string stream) =>
        stream.StartsWith(plan, StringComparison.Ordinal) && (stream.Length == plan.Length || stream[plan.Length] == ':');
}
