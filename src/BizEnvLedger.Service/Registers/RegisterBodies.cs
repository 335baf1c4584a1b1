using System.Text.Json;

namespace BizEnvLedger.Service.Registers;

/// <summary>A new item: <c>values</c> by column id (a unit's id, an amount or number, a date), <c>texts</c> by column id for the text columns.</summary>
public sealed record ItemBody(IReadOnlyDictionary<string, JsonElement>? Values, IReadOnlyDictionary<string, string?>? Texts, DateOnly? EffectiveOn, string? Unit);

/// <summary>Changed cells of an item; null empties one. <c>texts</c>, where given, are all text cells as they now are. <c>version</c>, where given, must be the item's present one.</summary>
public sealed record ItemChangeBody(IReadOnlyDictionary<string, JsonElement>? Values, IReadOnlyDictionary<string, string?>? Texts, int? Version, DateOnly? EffectiveOn, string? Unit);

/// <summary>The item is done, with evidence by its SHA-256.</summary>
public sealed record SettlementBody(DateOnly? EffectiveOn, string? Narrative, IReadOnlyList<string>? Evidence, string? Unit);

/// <summary>The settlement by its event id.</summary>
public sealed record SettlementReleaseBody(Guid? Claim);

/// <summary>The settlement by its event id, and what was found.</summary>
public sealed record SettlementConfirmationBody(Guid? Claim, string? Finding);

/// <summary>The settlement by its event id, and why it is not believed.</summary>
public sealed record SettlementReturnBody(Guid? Claim, string? Reason);

/// <summary>Why the item leaves the register.</summary>
public sealed record ItemWithdrawalBody(string? Reason, string? Unit);

/// <summary>The period: 2022-05, 2022Q2, 2022H1 or 2022.</summary>
public sealed record RegisterDispatchBody(string? Period, string? Note);
