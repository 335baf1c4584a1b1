using Npgsql;

namespace BizEnvLedger.Service.Store;

/// <summary>Plain SQL on a connection, for what lies beside Marten.</summary>
public static class Sql
{
    /// <summary>Runs statements; parameters are positional (<c>$1</c>), and then only one statement is allowed.</summary>
    public static async Task<int> RunAsync(this NpgsqlConnection connection, string sql, CancellationToken ct = default, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The first column of the first row; default when there is no row or it is null.</summary>
    public static async Task<T?> ScalarAsync<T>(this NpgsqlConnection connection, string sql, CancellationToken ct = default, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteScalarAsync(ct) is T value ? value : default;
    }

    /// <summary>Every row, read by <paramref name="read"/>.</summary>
    public static async Task<IReadOnlyList<T>> ListAsync<T>(
        this NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct = default, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
