using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Tests.Store;

public sealed class LedgerConnectionsTests
{
    [Fact]
    public void A_pool_size_that_was_given_stands_and_any_other_is_ours()
    {
        new NpgsqlConnectionStringBuilder(LedgerConnections.From("Host=h", null).Runtime).MaxPoolSize.ShouldBe(80);
        new NpgsqlConnectionStringBuilder(LedgerConnections.From("Host=h;Maximum Pool Size=33", null).Runtime).MaxPoolSize.ShouldBe(33);
    }

    [Fact]
    public void The_runtime_connection_always_acts_as_the_runtime_role_and_the_owner_never()
    {
        var connections = LedgerConnections.From("Host=h;Username=app;Options=-c statement_timeout=5s", "Host=h;Username=boss");

        new NpgsqlConnectionStringBuilder(connections.Runtime).Options.ShouldBe("-c statement_timeout=5s -c role=ledger_app");
        new NpgsqlConnectionStringBuilder(connections.Owner).Options.ShouldBeNull();
        new NpgsqlConnectionStringBuilder(connections.Owner).Username.ShouldBe("boss");
    }
}
