using System.Text.Json;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Deliveries;

/// <summary>How a subscription is reached.</summary>
public enum ChannelKind { Webhook, Smtp, DingTalk, WeCom }

/// <summary>One receiver by configuration: where, how, and of what it is told. Without units, roles and events it is told of everything that concerns somebody.</summary>
public sealed record Subscription
{
    public required string Id { get; init; }
    public required ChannelKind Kind { get; init; }
    public required string Jurisdiction { get; init; }
    public IReadOnlySet<string> Units { get; init; } = new HashSet<string>();
    public IReadOnlySet<Role> Roles { get; init; } = new HashSet<Role>();
    public IReadOnlySet<string> Events { get; init; } = new HashSet<string>();

    /// <summary>Address of a webhook or robot. A robot's holds its token, so no address is ever logged.</summary>
    public Uri? Url { get; init; }

    /// <summary>Signing secrets of a webhook (two while they change), or the one of a robot.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];
    public Mailbox? Mail { get; init; }

    /// <summary>Whether it wants an event of this name that concerns these units (groups with their members) and roles.</summary>
    public bool Wants(string type, IReadOnlyCollection<string> units, IReadOnlyCollection<Role> roles) =>
        (Events.Count == 0 || Events.Contains(type)) && ((Units.Count == 0 && Roles.Count == 0) || Units.Overlaps(units) || Roles.Overlaps(roles));

    /// <summary>Never with its secrets.</summary>
    public override string ToString() => $"{Id} ({Kind})";
}

/// <summary>A mail server and who writes to whom over it.</summary>
public sealed record Mailbox(string Host, int Port, string? User, string? Password, string From, IReadOnlyList<string> To)
{
    public bool IsLoopback => Host is "localhost" || (System.Net.IPAddress.TryParse(Host, out var address) && System.Net.IPAddress.IsLoopback(address));

    public override string ToString() => Host;
}

/// <summary>What <c>Delivery</c> in the configuration says.</summary>
public sealed record DeliverySettings
{
    public IReadOnlyList<Subscription> Subscriptions { get; init; } = [];

    /// <summary>Where people open the ledger; links in messages begin with it.</summary>
    public string BaseUrl { get; init; } = "";

    /// <summary>Wait before the first repeat; it doubles each time.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest wait between two tries.</summary>
    public TimeSpan LongestRetry { get; init; } = TimeSpan.FromHours(12);

    /// <summary>After so long without success a delivery is set aside, is shown so, and holds up nothing.</summary>
    public TimeSpan SetAsideAfter { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Longest wait for one answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often the ledger is looked at for news.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A delivery that waits longer than this shows in the health.</summary>
    public TimeSpan StuckAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Wait after the given number of tries.</summary>
    public TimeSpan WaitAfter(int attempts) =>
        attempts > 30 ? LongestRetry : TimeSpan.FromTicks(Math.Min(LongestRetry.Ticks, FirstRetry.Ticks << Math.Min(attempts - 1, 20)));

    /// <summary>Reads and checks it. What is wrong stops the start, and is said without the secret.</summary>
    public static DeliverySettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Delivery");
        var defaults = new DeliverySettings();
        var subscriptions = section.GetSection("Subscriptions").GetChildren().Select(Read).ToList();
        if (subscriptions.GroupBy(s => s.Id).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw Wrong(twice.Key, "重复", "given twice");
        return new()
        {
            Subscriptions = subscriptions,
            BaseUrl = (section["BaseUrl"] ?? "").TrimEnd('/'),
            FirstRetry = section.GetValue("FirstRetry", defaults.FirstRetry),
            LongestRetry = section.GetValue("LongestRetry", defaults.LongestRetry),
            SetAsideAfter = section.GetValue("SetAsideAfter", defaults.SetAsideAfter),
            Timeout = section.GetValue("Timeout", defaults.Timeout),
            LookEvery = section.GetValue("LookEvery", defaults.LookEvery),
            StuckAfter = section.GetValue("StuckAfter", defaults.StuckAfter),
        };
    }

    private static Subscription Read(IConfigurationSection s)
    {
        var id = s["Id"] is { Length: > 0 and <= 60 } given && given.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? given
            : throw Wrong(s.Key, "缺少 Id，或 Id 含字母、数字、-、_ 以外的字符", "needs an Id of letters, digits, - and _");
        if (!Enum.TryParse<ChannelKind>(s["Kind"], ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
            throw Wrong(id, "Kind 应为 webhook、smtp、dingtalk 或 wecom", "Kind is webhook, smtp, dingtalk or wecom");
        var subscription = new Subscription
        {
            Id = id,
            Kind = kind,
            Jurisdiction = s["Jurisdiction"] is { Length: > 0 } jurisdiction ? jurisdiction : throw Wrong(id, "缺少 Jurisdiction", "needs a Jurisdiction"),
            Units = Many(s, "Units"),
            Roles = Many(s, "Roles").Select(word => RoleOf(word) ?? throw Wrong(id, $"没有角色 {word}", $"knows no role {word}")).ToHashSet(),
            Events = Many(s, "Events"),
            Secrets = (s["Secret"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
        };
        if (Many(s, "Events").FirstOrDefault(e => EventCatalogue.All.All(known => known.Alias != e)) is { } unknown)
            throw Wrong(id, $"没有事件 {unknown}", $"knows no event {unknown}");
        if (kind == ChannelKind.Smtp)
            return subscription with { Mail = Mail(s, id) };
        if (!Uri.TryCreate(s["Url"], UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
            throw Wrong(id, "Url 必须使用 https", "needs an https Url");
        if (kind == ChannelKind.Webhook && (subscription.Secrets.Count == 0 || !subscription.Secrets.All(WebhookSignature.IsSecret)))
            throw Wrong(id, "Secret 应为 whsec_ 加 24 至 64 字节的 base64", "needs a Secret: whsec_ and 24 to 64 bytes in base64");
        return subscription with { Url = url };
    }

    private static Mailbox Mail(IConfigurationSection s, string id)
    {
        var to = Many(s, "To");
        var mail = new Mailbox(s["Host"] ?? "", s.GetValue("Port", 587), s["User"], s["Password"], s["From"] ?? "", [.. to.Order(StringComparer.Ordinal)]);
        return mail is { Host.Length: > 0, From.Length: > 0 } && to.Count > 0 && to.Append(mail.From).All(a => MimeKit.MailboxAddress.TryParse(a, out _)) ? mail
            : throw Wrong(id, "smtp 需要 Host、From、To 及有效的邮箱地址", "needs Host, From and To with valid mail addresses");
    }

    private static HashSet<string> Many(IConfigurationSection s, string name) => [.. s.GetSection(name).Get<string[]>() ?? []];

    private static Role? RoleOf(string word) =>
        Enum.GetValues<Role>().Cast<Role?>().FirstOrDefault(r => JsonNamingPolicy.KebabCaseLower.ConvertName(r.ToString()!) == word);

    private static LedgerRefusal Wrong(string id, string zh, string en) => new($"Delivery__Subscriptions 中的 {id}：{zh}。", $"Subscription {id} in Delivery__Subscriptions: {en}.");
}
