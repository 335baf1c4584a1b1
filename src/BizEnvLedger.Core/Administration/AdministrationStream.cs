namespace BizEnvLedger.Core.Administration;

/// <summary>An act of whoever owns the installation; it says nothing about the business.</summary>
public interface IAdministrative;

/// <summary>A receiver by configuration, without address and secret: which events it is told of, and where that goes.</summary>
/// <param name="Host">Machine that it is reached at.</param>
public sealed record DeliveryTarget(string Id, string Kind, string Host, IReadOnlyList<string> Units, IReadOnlyList<string> Roles, IReadOnlyList<string> Events);

/// <summary>The stream of the administrative acts of a jurisdiction's ledger; it belongs to no plan.</summary>
public static class AdministrationStream
{
    public const string Kind = "administration";

    public const string Key = Kind + "@acts";
}
