using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("BizEnvLedger.Reports.Tests")]
