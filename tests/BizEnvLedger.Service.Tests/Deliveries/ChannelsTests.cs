using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using BizEnvLedger.Core.Deliveries;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Service.Deliveries;
using BizEnvLedger.Service.Store;
using Microsoft.Extensions.Configuration;

namespace BizEnvLedger.Service.Tests.Deliveries;

public sealed class ChannelsTests : IAsyncLifetime
{
    private readonly Receiver receiver = new();
    private readonly Channels channels = new(new() { Timeout = TimeSpan.FromSeconds(20) }, TimeProvider.System);

    private static Outgoing Outgoing { get; } = new(new("01890a5d-ac96-774b-bcce-b302099a8057"), "150500", JsonSerializer.Serialize(
        new Message("reminder_issued", DateTimeOffset.UnixEpoch, new(
            Guid.Empty, "150500", new("p", "行动计划"), new("9", "办电"), "9.3.1-m1", "before-10", null, null, new(2021, 6, 30), [new("energy", "能源局")], [], "report-or-claim", "请能源局报送进展", "energy: report", "https://ledger.example/x")),
        LedgerJson.Options), 0);

    public ValueTask InitializeAsync() => new(receiver.UpAsync());

    public async ValueTask DisposeAsync()
    {
        channels.Dispose();
        await receiver.DisposeAsync();
    }

    /// <summary>The example that the standard's own libraries publish and test.</summary>
    [Fact]
    public void A_signature_is_the_one_of_the_published_example() =>
        WebhookSignature.Of(["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}")
            .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    [Fact]
    public void While_a_secret_changes_both_sign() =>
        WebhookSignature.Of([Receiver.Secret, "whsec_" + Convert.ToBase64String(new byte[32])], "m", 1, "{}").Split(' ').Length.ShouldBe(2);

    [Theory]
    [InlineData(204, "delivered")]
    [InlineData(302, "refused")]
    [InlineData(410, "refused")]
    [InlineData(429, "down")]
    [InlineData(503, "down")]
    public async Task A_webhooks_answer_is_taken_at_its_word(int status, string word)
    {
        receiver.Status = status;
        (await channels.SendAsync(receiver.Subscription(), Outgoing)).ShouldBe(new Answer(word, status));
    }

    [Fact]
    public async Task A_webhook_that_does_not_answer_in_time_or_is_not_there_is_down()
    {
        receiver.Thinks = TimeSpan.FromSeconds(4);
        using var hurried = new Channels(new() { Timeout = TimeSpan.FromMilliseconds(500) }, TimeProvider.System);
        (await hurried.SendAsync(receiver.Subscription(), Outgoing)).ShouldBe(new Answer("down"));
        await receiver.DownAsync();
        (await channels.SendAsync(receiver.Subscription(), Outgoing)).ShouldBe(new Answer("down"));
    }

    [Theory]
    [InlineData("{\"errcode\":0,\"errmsg\":\"ok\"}", "delivered", 0)]
    [InlineData("{\"errcode\":310000,\"errmsg\":\"sign not match\"}", "refused", 310000)]
    [InlineData("{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}", "down", 45009)]
    public async Task A_robot_has_taken_it_only_where_its_own_code_says_so(string says, string word, int code)
    {
        receiver.Says = says;
        receiver.Status = 200;
        foreach (var kind in new[] { ChannelKind.DingTalk, ChannelKind.WeCom })
            (await channels.SendAsync(new() { Id = "robot", Kind = kind, Jurisdiction = "150500", Url = new(receiver.Url + "?access_token=t"), Secrets = ["SEC0"] }, Outgoing)).ShouldBe(new Answer(word, code));
        var (dingtalk, wecom) = (receiver.Arrived.First(), receiver.Arrived.Last());
        dingtalk.Path.ShouldMatch("^/hook\\?access_token=t&timestamp=\\d{13}&sign=[A-Za-z0-9%]+$");
        wecom.Path.ShouldBe("/hook?access_token=t");
        foreach (var arrival in new[] { dingtalk, wecom })
        {
            arrival.Body.GetProperty("msgtype").GetString().ShouldBe("text");
            arrival.Body.GetProperty("text").GetProperty("content").GetString().ShouldBe("请能源局报送进展\nenergy: report\nhttps://ledger.example/x");
        }
    }

    [Fact]
    public void A_dingtalk_address_is_signed_over_time_and_secret() =>
        RobotMessage.SignedAddress(new("https://oapi.dingtalk.com/robot/send?access_token=x"), "this is secret", 1577262236757).Query
            .ShouldBe("?access_token=x&timestamp=1577262236757&sign=" + Uri.EscapeDataString(Convert.ToBase64String(
                System.Security.Cryptography.HMACSHA256.HashData("this is secret"u8, "1577262236757\nthis is secret"u8))));

    [Theory]
    [InlineData("250 ok", "delivered", 250)]
    [InlineData("550 no such user", "refused", 550)]
    [InlineData("451 later", "down", 451)]
    public async Task A_mail_is_taken_when_its_server_says_so_and_its_id_is_the_deliverys(string reply, string word, int code)
    {
        using var server = new MailServer(reply);
        var answer = await channels.SendAsync(new() { Id = "mail", Kind = ChannelKind.Smtp, Jurisdiction = "150500", Mail = new("127.0.0.1", server.Port, null, null, "ledger@city.example", ["office@city.example"]) }, Outgoing);
        answer.ShouldBe(new Answer(word, code));
        var mail = await server.MailAsync();
        mail.ShouldContain($"Message-Id: <{Outgoing.Id}@city.example>", Case.Insensitive);
        mail.ShouldContain("To: office@city.example");
    }

    [Theory]
    [InlineData("Url", "http://receiver.example/hook", "https")]
    [InlineData("Secret", "whsec_c2hvcnQ=", "whsec_")]
    [InlineData("Kind", "fax", "Kind")]
    [InlineData("Events:0", "no_such_event", "no_such_event")]
    [InlineData("Roles:0", "mayor", "mayor")]
    [InlineData("Jurisdiction", "", "Jurisdiction")]
    public void A_subscription_that_cannot_work_stops_the_start_and_its_secret_is_not_told(string name, string value, string told)
    {
        var refused = Should.Throw<LedgerRefusal>(() => DeliverySettings.From(Configured((name, value))));
        refused.Message.ShouldContain(told);
        refused.Message.ShouldNotContain("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    }

    [Fact]
    public void A_subscription_is_read_from_the_configuration()
    {
        var read = DeliverySettings.From(Configured(("Units:0", "energy-bureau"), ("Roles:0", "group-office"), ("Events:0", "reminder_issued"))).Subscriptions.Single();
        (read.Id, read.Kind, read.Url!.Host).ShouldBe(("platform", ChannelKind.Webhook, "receiver.example"));
        read.Wants("reminder_issued", ["energy-bureau"], []).ShouldBeTrue();
        read.Wants("reminder_issued", ["tax-bureau"], [Role.GroupOffice]).ShouldBeTrue();
        read.Wants("reminder_issued", ["tax-bureau"], []).ShouldBeFalse();
        read.Wants("task_assigned", ["energy-bureau"], []).ShouldBeFalse();
    }

    [Fact]
    public void Waits_double_up_to_the_longest() =>
        new[] { 1, 2, 3, 10, 20, 40, 5000 }.Select(n => new DeliverySettings().WaitAfter(n).TotalSeconds).ShouldBe([5, 10, 20, 2560, 43200, 43200, 43200]);

    [Fact]
    public void Everything_that_can_be_asked_has_words()
    {
        var asked = Concerns.All.Select(c => c.Asked).Append(Concerns.Answer).Where(a => a != "report-or-claim").Distinct();
        Messages.Codes.Where(c => !c.Contains('/', StringComparison.Ordinal)).ShouldBe(asked, ignoreOrder: true);
        Messages.Codes.Where(c => c.StartsWith("report-or-claim/", StringComparison.Ordinal)).ShouldBe(new[] { "before", "on-day", "overdue", "by-hand" }.Select(k => "report-or-claim/" + k), ignoreOrder: true);
    }

    [Fact]
    public void What_must_be_answered_or_decided_is_named_by_its_kind()
    {
        foreach (var kind in new[] { "request", "instruction", "urge", "order", "complaint", "notice" })
            Messages.Codes.ShouldContain("answer/" + kind);
        foreach (var kind in new[] { "request", "order", "dispute" })
            Messages.Codes.ShouldContain("decide/" + kind);
    }

    private static IConfiguration Configured(params (string Name, string Value)[] changed) => new ConfigurationBuilder().AddInMemoryCollection(
        new (string Name, string Value)[] { ("Id", "platform"), ("Kind", "webhook"), ("Jurisdiction", "150500"), ("Url", "https://receiver.example/hook"), ("Secret", Receiver.Secret) }
            .Concat(changed).GroupBy(s => s.Name).ToDictionary(g => "Delivery:Subscriptions:0:" + g.Key, g => (string?)g.Last().Value)).Build();

    /// <summary>As little of a mail server as a client needs.</summary>
    private sealed class MailServer : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly Task<string> talk;

        public MailServer(string reply)
        {
            listener.Start();
            talk = TalkAsync(reply);
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public Task<string> MailAsync() => talk.WaitAsync(TimeSpan.FromSeconds(20));

        public void Dispose() => listener.Dispose();

        private async Task<string> TalkAsync(string reply)
        {
            using var client = await listener.AcceptTcpClientAsync();
            using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
            await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\r\n" };
            await writer.WriteLineAsync("220 mail.example");
            var mail = new StringBuilder();
            while (await reader.ReadLineAsync() is { } line)
            {
                if (line != "DATA")
                {
                    await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.Ordinal) ? "221 bye" : "250 ok");
                    continue;
                }

                await writer.WriteLineAsync("354 go on");
                while (await reader.ReadLineAsync() is { } text && text != ".")
                    mail.AppendLine(text);
                await writer.WriteLineAsync(reply);
                return mail.ToString();
            }

            return mail.ToString();
        }
    }
}
