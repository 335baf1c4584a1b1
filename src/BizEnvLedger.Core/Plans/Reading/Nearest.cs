namespace BizEnvLedger.Core.Plans.Reading;

/// <summary>Finds the known name that a mistyped one was probably meant to be.</summary>
internal static class Nearest
{
    private const int Longest = 64;

    public static string? To(string written, IEnumerable<string> known)
    {
        if (written.Length is 0 or > Longest)
            return null;
        var best = known.Where(x => x.Length <= Longest)
            .Select(x => (Name: x, Distance: Distance(written.ToLowerInvariant(), x.ToLowerInvariant())))
            .OrderBy(x => x.Distance).FirstOrDefault((Name: "", Distance: int.MaxValue));
        return best.Distance <= Math.Max(1, written.Length / 3) ? best.Name : null;
    }

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}
