return await BizEnvLedger.Service.Cli.CommandLine.RunAsync(args);
