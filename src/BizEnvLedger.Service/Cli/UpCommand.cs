using System.Globalization;
using System.Net;
using System.Net.Sockets;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Service.Embedded;
using BizEnvLedger.Service.Sealing;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Cli;

/// <summary><c>ledger up</c>: database, schema, seal, first contents, then the service until it is told to stop.</summary>
internal static class UpCommand
{
    private const int DefaultPort = 5080;

    public static async Task<int> RunAsync(Arguments arguments, Terminal terminal, CancellationToken ct)
    {
        var port = Port(arguments.Value("--port"));
        RefuseBusy(port);
        var configuration = LedgerApp.Configuration();
        await using var workplace = await Workplace.OpenAsync(configuration, arguments.Value("--data"), exclusive: true, terminal, ct);
        // Before the schema is looked at: a newer build must not change it under a service that runs.
        await using var only = await ServiceLock.TakeAsync(workplace.Connections, ServiceLock.Patience, ct);
        var demonstration = arguments.Has("--demo") || workplace.Postgres is not null;
        await PrepareAsync(workplace, demonstration, terminal, ct);

        var builder = LedgerApp.CreateBuilder(workplace.Connections.Runtime);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        if (workplace.Postgres is { } postgres)
        {
            builder.Services.AddHostedService(_ => new PostgresKeeper(postgres));
        }

        builder.Services.AddSingleton(only).AddHostedService<ServiceLockKeeper>();
        await using var app = LedgerApp.Build(builder);
        var start = new StartContext(
            app.Services, workplace.Connections, workplace.Folder,
            Empty: arguments.Has("--empty"), demonstration, terminal.Step) { As = arguments.As };
        foreach (var prepare in StartHooks.BeforeServing)
        {
            await prepare(start, ct);
        }

        await ServeAsync(app, port, terminal, start, ct);
        return 0;
    }

    private static async Task PrepareAsync(Workplace workplace, bool demonstration, Terminal terminal, CancellationToken ct)
    {
        var database = new LedgerDatabase(workplace.Connections, EventCatalogue.All);
        if (await database.PrepareAsync(ct))
        {
            terminal.Step("数据库结构已就绪 / the schema is in place");
        }

        if (demonstration)
        {
            await database.AddJurisdictionAsync(Jurisdictions.Tongliao, ct);
        }

        await using var runtime = await LedgerDatabase.OpenRuntimeAsync(workplace.Connections, ct);
        await SealWatch.RequireAsync(runtime, ct);
    }

    private static async Task ServeAsync(WebApplication app, int port, Terminal terminal, StartContext start, CancellationToken ct)
    {
        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw Busy(port);
        }

        terminal.Say("");
        terminal.Say($"营商环境台账已启动 / BizEnvLedger is up: http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");
        foreach (var line in StartHooks.Greeting.SelectMany(greet => greet(start, port)))
        {
            terminal.Say(line);
        }

        terminal.Say("按 Ctrl+C 停止 / Ctrl+C stops it");
        var stopping = app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, stopping);
        await Task.Delay(Timeout.Infinite, either.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        terminal.Step("正在停止 / stopping");
        await app.StopAsync(CancellationToken.None);
    }

    private static int Port(string? given) =>
        given is null ? DefaultPort
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535 ? port
        : throw new UsageError($"端口 {given} 无效:应为 1 到 65535。", $"--port {given} is no port: 1 to 65535.");

    // Before anything is started, so that the answer comes at once.
    private static void RefuseBusy(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressAlreadyInUse)
        {
            throw Busy(port);
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.AccessDenied)
        {
            throw new LedgerRefusal($"无权使用端口 {port}。请用 --port 指定 1024 以上的端口。", $"Port {port} is not allowed for this user; name one above 1024 with --port.", e);
        }
    }

    private static LedgerRefusal Busy(int port) => new(
        $"端口 {port} 已被占用。请用 --port 指定别的端口,例如:ledger up --port {port + 1}",
        $"Port {port} is in use. Name another one with --port, for example: ledger up --port {port + 1}");
}
