namespace BizEnvLedger.Service.Http;

/// <summary>Marks a public static class whose <c>Map(IEndpointRouteBuilder)</c> maps a slice's routes at start.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EndpointsAttribute : Attribute;

/// <summary>Marks a public static class whose <c>Add(IServiceCollection, IConfiguration)</c> registers a slice's services at start.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ServicesAttribute : Attribute;
