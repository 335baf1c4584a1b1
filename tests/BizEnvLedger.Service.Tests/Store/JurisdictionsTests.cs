using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Tests.Store;

public sealed class JurisdictionsTests(TestServer server)
{
    [Fact]
    public async Task A_jurisdiction_added_while_the_service_runs_can_be_written_to_at_once()
    {
        var connections = await server.CreateDatabaseAsync();
        await using var running = TestDatabase.StoreOn(connections.Runtime);
        await using (var session = running.LightweightSession("150500"))
        {
            session.Events.StartStream<TestStream>("a:1", new TestNoted("一", 1));
            await session.SaveChangesAsync();
        }

        await new LedgerDatabase(connections, TestEvents.All).AddJurisdictionAsync(new("152500", "锡林郭勒盟", "Asia/Shanghai"));

        await using var later = running.LightweightSession("152500");
        later.Events.StartStream<TestStream>("a:1", new TestNoted("一", 1));
        await later.SaveChangesAsync();
    }

    [Fact]
    public async Task Adding_one_twice_changes_nothing_but_other_words_for_it_are_refused()
    {
        var database = new LedgerDatabase(await server.CreateDatabaseAsync(), TestEvents.All);

        await database.AddJurisdictionAsync(Jurisdictions.Tongliao);

        await Should.ThrowAsync<LedgerRefusal>(() => database.AddJurisdictionAsync(Jurisdictions.Tongliao with { Name = "哲里木盟" }));
    }

    [Theory]
    [InlineData("15-05", "通辽市", "Asia/Shanghai")]
    [InlineData("", "通辽市", "Asia/Shanghai")]
    [InlineData("x'; drop table", "通辽市", "Asia/Shanghai")]
    [InlineData("150600", " ", "Asia/Shanghai")]
    [InlineData("150600", "鄂尔多斯市", "Asia/Nowhere")]
    public async Task Impossible_ones_are_refused(string id, string name, string zone)
    {
        var database = new LedgerDatabase(await server.CreateDatabaseAsync(), TestEvents.All);

        await Should.ThrowAsync<LedgerRefusal>(() => database.AddJurisdictionAsync(new(id, name, zone)));
    }
}
