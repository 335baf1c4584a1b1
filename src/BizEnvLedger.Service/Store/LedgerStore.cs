using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Sealing;
using JasperFx;
using JasperFx.Events;
using JasperFx.MultiTenancy;
using Marten;
using Weasel.Core;

namespace BizEnvLedger.Service.Store;

/// <summary>How the ledger's events are stored: one partition and one sequence per jurisdiction, string streams, every metadata column.</summary>
public static class LedgerStore
{
    /// <summary>
    /// Configures Marten. <paramref name="events"/> are the event types with their frozen aliases.
    /// The schema is never changed at run time; <see cref="LedgerDatabase"/> applies it as the owner.
    /// </summary>
    public static void Configure(StoreOptions options, IReadOnlyList<(Type Type, string Alias)> events)
    {
        options.DatabaseSchemaName = LedgerSchema.Name;
        options.AutoCreateSchemaObjects = AutoCreate.None;
        options.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase, LedgerJson.Apply);

        options.Events.TenancyStyle = TenancyStyle.Conjoined;
        options.Policies.AllDocumentsAreMultiTenanted();
        options.Policies.PartitionMultiTenantedDocumentsUsingMartenManagement(LedgerSchema.Name);
        options.Advanced.DefaultTenantUsageEnabled = false;
        options.Events.UseTenantPartitionedEvents = true;
        options.Events.StreamIdentity = StreamIdentity.AsString;
        options.Events.UseMandatoryStreamTypeDeclaration = true;
        options.Events.UseExclusiveLockOnConcurrentAppends = true;
        options.Events.AutoDiscoverTagTypes = false;
        options.Events.MetadataConfig.EnableAll();
        // EnableAll leaves the user name out.
        options.Events.MetadataConfig.UserNameEnabled = true;

        // A skipped event is a silently short report.
        options.Projections.Errors.SkipApplyErrors = false;
        options.Projections.Errors.SkipSerializationErrors = false;
        options.Projections.Errors.SkipUnknownEvents = false;
        options.Projections.RebuildErrors.SkipApplyErrors = false;
        options.Projections.RebuildErrors.SkipSerializationErrors = false;
        options.Projections.RebuildErrors.SkipUnknownEvents = false;

        foreach (var (type, alias) in events)
        {
            options.Events.MapEventType(type, alias);
        }

        options.Storage.Add(new LedgerSchema(options));
        options.Storage.Add(new SealSchema(options));
        Slices.Call<ProjectionsAttribute>("Add", options);
    }
}
