using BizEnvLedger.Service.Store;
using Marten;

namespace BizEnvLedger.Service.Supervision;

/// <summary>
/// The stored views: one composite, so that all of them stand at one ledger position. They serve search and dashboards;
/// what is judged (lights, delay, half-year figures) is computed from the leaves when asked, and never stored as truth.
/// </summary>
[Projections]
public static class SupervisionProjections
{
    public const string Name = "Supervision";

    public static void Add(StoreOptions options)
    {
        options.Schema.For<TrailEntry>().Index(x => x.Plan).Index(x => x.Unit!);
        options.Schema.For<UnitHalfYear>().Index(x => x.Plan);
        options.Projections.CompositeProjectionFor(Name, composite =>
        {
            composite.Options.BatchSize = 2000;
            composite.Add<TaskCardProjection>();
            composite.Add(new TrailProjection(), trail => trail.DeleteViewTypeOnTeardown<TrailEntry>());
            composite.Add<UnitHalfYearProjection>();
        });
    }
}
