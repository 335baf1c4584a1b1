using BizEnvLedger.Benchmarks;

Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(6));
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
return await Run.AllAsync(args, stop.Token);
