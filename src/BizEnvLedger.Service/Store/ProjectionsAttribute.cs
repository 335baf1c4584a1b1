namespace BizEnvLedger.Service.Store;

/// <summary>Marks a static class whose <c>Add(Marten.StoreOptions)</c> registers a slice's projections and documents.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ProjectionsAttribute : Attribute;
