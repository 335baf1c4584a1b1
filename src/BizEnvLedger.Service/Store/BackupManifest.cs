namespace BizEnvLedger.Service.Store;

/// <summary>What a backup file says about itself, as its entry <c>manifest.json</c>.</summary>
/// <param name="Format">Always <see cref="CurrentFormat"/>.</param>
/// <param name="MadeAt">When the snapshot was taken, by the database's clock.</param>
/// <param name="PostgreSql">The server it was taken from.</param>
/// <param name="Jurisdictions">The tenants, whose partitions a restore makes first.</param>
/// <param name="Tables">Every table, those that others refer to first.</param>
public sealed record BackupManifest(
    string Format, DateTimeOffset MadeAt, string PostgreSql, IReadOnlyList<string> Jurisdictions, IReadOnlyList<BackupTable> Tables)
{
    /// <summary>How many leaves each jurisdiction's ledger has in it; null in files from before it was written.</summary>
    public IReadOnlyDictionary<string, long>? TreeSizes { get; init; }

    /// <summary>The format this program writes and reads.</summary>
    public const string CurrentFormat = "bizenv-ledger-backup/1";

    /// <summary>The name of the manifest's entry.</summary>
    public const string Entry = "manifest.json";
}

/// <summary>One table of a backup: an entry <c>tables/NAME</c> in PostgreSQL's binary COPY format.</summary>
/// <param name="Name">Its name in the ledger's schema.</param>
/// <param name="Columns">Its columns in the order of the rows.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Sha256">SHA-256 of the entry, lower-case hex.</param>
public sealed record BackupTable(string Name, IReadOnlyList<string> Columns, long Rows, string Sha256)
{
    /// <summary>The name of its entry.</summary>
    public string Entry() => $"tables/{Name}";

    /// <summary>Its columns as SQL lists them.</summary>
    public string ColumnList() => string.Join(", ", Columns.Select(column => $"\"{column}\""));
}
