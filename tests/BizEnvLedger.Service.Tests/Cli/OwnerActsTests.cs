using System.Security.Cryptography;
using System.Text.Json;
using BizEnvLedger.Service.Administration;
using BizEnvLedger.Service.Sealing;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Tests.Cli;

/// <summary>What the owner does by the command line is in the ledger, sealed like everything else.</summary>
public sealed class OwnerActsTests(TestServer server) : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"台账 owner {Guid.NewGuid():N}.zip");

    [Fact]
    public async Task Adding_backing_up_and_restoring_are_events_that_name_who_and_which_file()
    {
        var first = await server.CreateDatabaseAsync(empty: true);
        await RunAsync(first, "jurisdiction", "add", "150500", "--name", "通辽市", "--as", "张三");
        await RunAsync(first, "jurisdiction", "add", "150500", "--name", "通辽市", "--as", "张三");
        await RunAsync(first, "jurisdiction", "add", "150400", "--name", "赤峰市");
        await RunAsync(first, "backup", file, "--as", "李四");
        var sha = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file)));

        var acts = await ActsAsync(first, "150500");
        acts.Select(a => (a.Leaf, a.Type, a.User)).ShouldBe([(0, "jurisdiction_added", "owner:张三"), (1, "backup_taken", "owner:李四")]);
        acts[0].Data.GetProperty("name").GetString().ShouldBe("通辽市");
        acts[1].Data.GetProperty("sha256").GetString().ShouldBe(sha);
        acts[1].Data.GetProperty("treeSize").GetInt64().ShouldBe(1);
        (await ActsAsync(first, "150400")).Select(a => a.User).ShouldBe([$"owner:{Environment.UserName}", "owner:李四"]);

        var second = await server.CreateDatabaseAsync(empty: true);
        await RunAsync(second, "restore", file, "--as", "王五");
        // What the backup holds, and after it which file it was; the event of the backup itself cannot be in it.
        var restored = await ActsAsync(second, "150500");
        restored.Select(a => (a.Leaf, a.Type, a.User)).ShouldBe([(0, "jurisdiction_added", "owner:张三"), (1, "ledger_restored", "owner:王五")]);
        restored[1].Data.GetProperty("sha256").GetString().ShouldBe(sha);
        restored[1].Data.GetProperty("treeSize").GetInt64().ShouldBe(1);
        restored[1].Data.GetProperty("madeAt").GetString().ShouldBe(acts[1].Data.GetProperty("madeAt").GetString());
        await using var owner = await new LedgerDatabase(second, TestEvents.All).OpenOwnerAsync();
        (await owner.ScalarAsync<string>("select value from ledger.installation where key = $1", default, RestoreNote.Key)).ShouldBeNull();
        await SealWatch.RequireAsync(owner);
        (await SealWatch.ContentFaultsAsync(owner)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_restore_that_died_before_its_event_is_put_on_record_by_the_next_start()
    {
        var first = await server.CreateDatabaseAsync(empty: true);
        await RunAsync(first, "jurisdiction", "add", "150500", "--name", "通辽市");
        await RunAsync(first, "backup", file);
        var second = await server.CreateDatabaseAsync(empty: true);
        await LedgerRestore.ReadAsync(new LedgerDatabase(second, Core.Ledger.EventCatalogue.All), file, note: true);
        (await ActsAsync(second, "150500")).Count.ShouldBe(1);

        using var up = await LedgerProcess.UpAsync(LedgerProcess.FreePort(), OneServiceTests.Settings(second), "--as", "赵六");

        (await ActsAsync(second, "150500"))[^1].ShouldSatisfyAllConditions(a => a.Type.ShouldBe("ledger_restored"), a => a.User.ShouldBe("owner:赵六"));
        await up.StopAsync();
    }

    [Fact]
    public async Task Receivers_by_configuration_are_adopted_once_without_address_or_secret()
    {
        var database = await server.CreateDatabaseAsync(empty: true);
        await RunAsync(database, "jurisdiction", "add", "150500", "--name", "通辽市");
        var settings = OneServiceTests.Settings(database);
        var told = new Dictionary<string, string>(settings)
        {
            ["Delivery__Subscriptions__0__Id"] = "platform",
            ["Delivery__Subscriptions__0__Kind"] = "webhook",
            ["Delivery__Subscriptions__0__Jurisdiction"] = "150500",
            ["Delivery__Subscriptions__0__Roles__0"] = "office",
            ["Delivery__Subscriptions__0__Url"] = "https://platform.invalid/in?token=geheim",
            ["Delivery__Subscriptions__0__Secret"] = "whsec_" + Convert.ToBase64String(new byte[32]),
        };
        foreach (var started in new[] { told, told, settings })
        {
            using var up = await LedgerProcess.UpAsync(LedgerProcess.FreePort(), started);
            await up.StopAsync();
        }

        var acts = (await ActsAsync(database, "150500")).Where(a => a.Type == "delivery_targets_adopted").ToList();
        acts.Count.ShouldBe(2);
        acts[0].Data.GetProperty("targets")[0].GetProperty("host").GetString().ShouldBe("platform.invalid");
        acts[0].Data.GetRawText().ShouldNotContain("geheim");
        acts[1].Data.GetProperty("targets").GetArrayLength().ShouldBe(0);
    }

    public void Dispose() => File.Delete(file);

    private static async Task RunAsync(LedgerConnections connections, params string[] words)
    {
        var (exit, output, error) = await LedgerProcess.RunAsync(OneServiceTests.Settings(connections), words);
        exit.ShouldBe(0, error);
        output.ShouldNotContain("Warning", Case.Sensitive);
    }

    /// <summary>From the leaves: what is not sealed is not there.</summary>
    private static async Task<IReadOnlyList<(int Leaf, string Type, string User, JsonElement Data)>> ActsAsync(LedgerConnections connections, string jurisdiction)
    {
        await using var owner = await new LedgerDatabase(connections, TestEvents.All).OpenOwnerAsync();
        return await owner.ListAsync("select leaf_index, bytes from ledger.seal_leaf where tenant_id = $1 and stream = 'administration@acts' order by leaf_index", row =>
        {
            var line = JsonDocument.Parse(row.GetFieldValue<byte[]>(1)).RootElement;
            return ((int)row.GetInt64(0), line.GetProperty("type").GetString()!, line.GetProperty("user").GetString()!, line.GetProperty("data"));
        }, default, jurisdiction);
    }
}
