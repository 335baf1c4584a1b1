using System.Net;
using System.Net.Sockets;

namespace BizEnvLedger.Service.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"bizenv 命令 {Guid.NewGuid():N}");

    [Theory]
    [InlineData("frob", "frob", "ledger help")]
    [InlineData("up --prot 5080", "--prot", "--port N")]
    [InlineData("up --port", "--port", "needs a value")]
    [InlineData("up --port x", "--port x", "65535")]
    [InlineData("up --port 0", "--port 0", "65535")]
    [InlineData("up --port 5080 --port 5081", "--port", "twice")]
    [InlineData("up extra", "Usage", "ledger up")]
    [InlineData("backup", "Usage", "ledger backup FILE")]
    [InlineData("restore a b", "Usage", "ledger restore FILE")]
    [InlineData("jurisdiction remove 150500", "Usage", "--name NAME")]
    [InlineData("jurisdiction add 150500", "Usage", "--name NAME")]
    [InlineData("plan load x", "Usage", "ledger plan check FILE")]
    public async Task A_line_that_does_not_fit_is_told_what_does(string line, string named, string right)
    {
        var (exit, _, error) = await LedgerProcess.RunAsync(line.Split(' '));

        exit.ShouldBe(2);
        error.ShouldContain(named);
        error.ShouldContain(right);
        error.ShouldMatch(@"[\u4e00-\u9fff]");
    }

    [Theory]
    [InlineData("help")]
    [InlineData("--help")]
    public async Task Help_names_every_command(string word)
    {
        var (exit, output, _) = await LedgerProcess.RunAsync(word);

        exit.ShouldBe(0);
        foreach (var command in new[] { "up", "backup", "restore", "jurisdiction add", "plan check", "test", "bench", "help" })
        {
            output.ShouldContain($"ledger {command}");
        }
    }

    [Fact]
    public async Task A_busy_port_is_refused_before_anything_starts()
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var port = ((IPEndPoint)busy.LocalEndpoint).Port;

        var (exit, _, error) = await LedgerProcess.RunAsync("up", "--port", $"{port}", "--data", path);

        exit.ShouldBe(1);
        error.ShouldContain("--port");
        Directory.Exists(path).ShouldBeFalse();
    }

    [Fact]
    public async Task A_backup_that_is_not_there_is_named()
    {
        var (exit, _, error) = await LedgerProcess.RunAsync("restore", "/nowhere/台账.zip", "--data", path);

        exit.ShouldBe(1);
        error.ShouldContain("/nowhere/台账.zip");
    }

    [Fact]
    public async Task A_wrong_plan_file_is_answered_line_by_line()
    {
        Directory.CreateDirectory(path);
        var file = Path.Combine(path, "方案.json");
        await File.WriteAllTextAsync(file, "{ \"format\": \"bizenv-plan/1\" }");

        var (exit, output, _) = await LedgerProcess.RunAsync("plan", "check", file);

        exit.ShouldBe(1);
        output.ShouldContain($"{file}:1:");
    }

    public void Dispose()
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
