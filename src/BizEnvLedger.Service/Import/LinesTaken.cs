using System.Globalization;
using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Import;

/// <summary>Where a line stands: its number, and the SHA-256 of the file's lines up to and including it, each ended by one line feed.</summary>
public sealed record LinePlace(int Number, string Sha256)
{
    /// <summary>Header of every event that a line makes: <c>hash:number:part</c>, parts from 0 in the order of the decision.</summary>
    public const string Header = "historyLine";

    public string Part(int part) => string.Create(CultureInfo.InvariantCulture, $"{Sha256}:{Number}:{part}");

    /// <summary>Place and part from a header's value.</summary>
    public static (LinePlace Place, int Part) Read(string header)
    {
        var parts = header.Split(':');
        return (new(int.Parse(parts[1], CultureInfo.InvariantCulture), parts[0]), int.Parse(parts[2], CultureInfo.InvariantCulture));
    }
}

/// <summary>
/// The lines that the ledger holds already, from a load that was cut off. Every event says which line it came from, and a line is one transaction:
/// it is there whole or not at all. The hash tells a file that goes on from one that tells another history.
/// </summary>
internal sealed class LinesTaken
{
    private const string Headers =
        $"""
        select event_id, header from (
          select event_id, convert_from(bytes, 'UTF8')::json #>> array['headers', '{LinePlace.Header}'] as header
          from {LedgerSchema.Name}.seal_leaf where tenant_id = $1) as leaves
        where header is not null
        """;

    private readonly Dictionary<int, (string Sha256, Guid First)> lines = [];

    private int last;

    public static async Task<LinesTaken> ReadAsync(NpgsqlDataSource database, string jurisdiction, CancellationToken ct)
    {
        var taken = new LinesTaken();
        await using var connection = await database.OpenConnectionAsync(ct);
        foreach (var (id, header) in await connection.ListAsync(Headers, row => (row.GetGuid(0), row.GetString(1)), ct, jurisdiction))
        {
            var (place, part) = LinePlace.Read(header);
            taken.last = Math.Max(taken.last, place.Number);
            if (part == 0)
                taken.lines.Add(place.Number, (place.Sha256, id));
        }

        return taken;
    }

    /// <summary>The line's first event, where the ledger holds the line.</summary>
    public Guid? Find(LinePlace place)
    {
        if (!lines.TryGetValue(place.Number, out var line))
            return null;
        return line.Sha256 == place.Sha256 ? line.First : throw Other(place.Number);
    }

    /// <summary>Refuses a file that ends before what the ledger holds.</summary>
    public void RequireAll(int read)
    {
        if (read < last)
            throw Other(last);
    }

    private static LedgerRefusal Other(int number) => new(
        $"台账中第 {number} 行历史来自另一份历史文件；请用原来的文件继续，或换用新的数据目录。",
        $"Line {number} of the history that this ledger holds came from another file. Go on with that file, or use a new data folder.");
}
