using BizEnvLedger.Audit;

return await Tool.RunAsync(args, Console.Out, Console.Error, CancellationToken.None);
