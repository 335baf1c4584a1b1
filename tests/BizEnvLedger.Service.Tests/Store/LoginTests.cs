using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Tests.Store;

public sealed class LoginTests(TestServer server)
{
    [Fact]
    public async Task One_login_applies_the_schema_and_then_gives_up_its_own_rights()
    {
        var owner = (await server.CreateDatabaseAsync(empty: true)).Owner;
        var connections = LedgerConnections.From(owner, owner: null);

        await new LedgerDatabase(connections, TestEvents.All).PrepareAsync();

        await using var runtime = await LedgerDatabase.OpenRuntimeAsync(connections);
        (await runtime.ScalarAsync<string>("select current_user::text")).ShouldBe(LedgerRoles.Runtime);
        (await Should.ThrowAsync<PostgresException>(() => runtime.RunAsync("delete from ledger.mt_events"))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task A_login_that_is_no_member_of_the_runtime_role_is_told_what_to_grant()
    {
        var (connections, admin) = await PlainOwnerAsync("plain_owner");
        await using var _ = admin;
        await new LedgerDatabase(connections, TestEvents.All).PrepareAsync();

        (await Should.ThrowAsync<LedgerRefusal>(() => LedgerDatabase.OpenRuntimeAsync(connections))).Message.ShouldContain("GRANT ledger_app TO plain_owner;");

        await admin.RunAsync("grant ledger_app to plain_owner");
        await using var runtime = await LedgerDatabase.OpenRuntimeAsync(connections);
        (await runtime.ScalarAsync<string>("select current_user::text")).ShouldBe(LedgerRoles.Runtime);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_named()
    {
        var connections = LedgerConnections.From("Host=127.0.0.1;Port=1;Username=x;Password=y;Database=z", owner: null);

        (await Should.ThrowAsync<LedgerRefusal>(() => new LedgerDatabase(connections, TestEvents.All).PrepareAsync())).Message.ShouldContain("127.0.0.1");
    }

    [Fact]
    public async Task A_schema_that_may_not_be_made_is_refused_in_one_sentence()
    {
        var (connections, admin) = await PlainOwnerAsync("poor_login", owns: false);
        await using var _ = admin;

        var refusal = await Should.ThrowAsync<LedgerRefusal>(() => new LedgerDatabase(connections, TestEvents.All).PrepareAsync());

        refusal.Message.ShouldContain("permission denied");
        refusal.Message.Length.ShouldBeLessThan(300);
    }

    private async Task<(LedgerConnections, NpgsqlConnection Admin)> PlainOwnerAsync(string login, bool owns = true)
    {
        var builder = new NpgsqlConnectionStringBuilder((await server.CreateDatabaseAsync(empty: true)).Owner);
        var admin = new NpgsqlConnection(builder.ConnectionString);
        await admin.OpenAsync();
        await admin.RunAsync($"create role {login} login password 'p'");
        if (owns)
        {
            await admin.RunAsync($"alter database {builder.Database} owner to {login}");
        }

        (builder.Username, builder.Password) = (login, "p");
        return (LedgerConnections.From(builder.ConnectionString, owner: null), admin);
    }
}
