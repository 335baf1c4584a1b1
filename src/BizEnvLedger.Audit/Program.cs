using BizEnvLedger.Audit.Commands;

return await Tool.RunAsync(args, Console.Out, Console.Error, CancellationToken.None);
