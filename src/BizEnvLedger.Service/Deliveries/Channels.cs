using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace BizEnvLedger.Service.Deliveries;

/// <summary>Hands one message to its receiver. Whatever fails is an answer, never an exception; no answer holds an address or a secret.</summary>
public sealed class Channels(DeliverySettings settings, TimeProvider time) : IDisposable
{
    // No redirect is followed: a message goes to the configured address or nowhere.
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(2), ConnectTimeout = settings.Timeout }) { Timeout = Timeout.InfiniteTimeSpan };

    public async Task<Answer> SendAsync(Subscription to, Outgoing outgoing)
    {
        using var patience = new CancellationTokenSource(settings.Timeout, time);
        try
        {
            return to.Kind switch
            {
                ChannelKind.Webhook => await PostAsync(Webhook(to, outgoing), patience.Token),
                ChannelKind.Smtp => await MailAsync(to.Mail!, outgoing, patience.Token),
                _ => await RobotAsync(to, outgoing, patience.Token),
            };
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException or SocketException or ProtocolException or ServiceNotConnectedException or SslHandshakeException)
        {
            return new(Answer.Down);
        }
        catch (Exception e) when (e is SmtpCommandException or AuthenticationException or ServiceNotAuthenticatedException or JsonException)
        {
            var code = (int?)(e as SmtpCommandException)?.StatusCode;
            return new(code is >= 400 and < 500 ? Answer.Down : Answer.Refused, code);
        }
    }

    public void Dispose() => http.Dispose();

    /// <summary>The id stays the delivery's, so that a receiver knows a repeat; time and signature are each try's own.</summary>
    private HttpRequestMessage Webhook(Subscription to, Outgoing outgoing)
    {
        var (id, timestamp) = (outgoing.Id.ToString(), time.GetUtcNow().ToUnixTimeSeconds());
        var request = Json(to.Url!, outgoing.Body);
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(to.Secrets, id, timestamp, outgoing.Body));
        return request;
    }

    private async Task<Answer> PostAsync(HttpRequestMessage request, CancellationToken ct)
    {
        using (request)
        using (var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct))
            return Answer.OfStatus((int)answer.StatusCode);
    }

    /// <summary>钉钉、企业微信: both answer 200 with a code of their own, which is 0 where the message was taken.</summary>
    private async Task<Answer> RobotAsync(Subscription to, Outgoing outgoing, CancellationToken ct)
    {
        var address = to.Kind == ChannelKind.DingTalk ? RobotMessage.SignedAddress(to.Url!, to.Secrets.FirstOrDefault(), time.GetUtcNow().ToUnixTimeMilliseconds()) : to.Url!;
        using var request = Json(address, RobotMessage.Body(outgoing.Message));
        using var answer = await http.SendAsync(request, ct);
        if (Answer.OfStatus((int)answer.StatusCode) is { Word: not Answer.Delivered } failed)
            return failed;
        using var body = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(ct));
        var code = body.RootElement.TryGetProperty("errcode", out var found) && found.TryGetInt32(out var number) ? number : -1;
        // −1 is 企业微信's "busy"; 45009 and 130101 say that the robot has said enough for this minute.
        return new(code == 0 ? Answer.Delivered : code is -1 or 45009 or 130101 ? Answer.Down : Answer.Refused, code);
    }

    private static async Task<Answer> MailAsync(Mailbox mail, Outgoing outgoing, CancellationToken ct)
    {
        using var message = MailMessage.Of(mail, outgoing);
        using var client = new SmtpClient();
        // Only a server on this very machine may be spoken to in clear.
        var security = mail.IsLoopback ? SecureSocketOptions.StartTlsWhenAvailable : mail.Port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;
        await client.ConnectAsync(mail.Host, mail.Port, security, ct);
        if (mail.User is not null)
            await client.AuthenticateAsync(mail.User, mail.Password ?? "", ct);
        await client.SendAsync(message, ct);
        // Taken is taken: a farewell that fails must not send it twice.
        return new(Answer.Delivered, (int)SmtpStatusCode.Ok);
    }

    private static HttpRequestMessage Json(Uri address, string body) =>
        new(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}

/// <summary>What a chat robot is given.</summary>
public static class RobotMessage
{
    /// <summary>Both take the same shape of a plain text.</summary>
    public static string Body(Message message) =>
        JsonSerializer.Serialize(new { msgtype = "text", text = new { content = $"{message.Data.Zh}\n{message.Data.En}\n{message.Data.Link}" } }, Store.LedgerJson.Options);

    /// <summary>钉钉加签: timestamp in milliseconds and the signature over it, both in the address; without a secret the address as it is.</summary>
    public static Uri SignedAddress(Uri address, string? secret, long milliseconds)
    {
        if (secret is null)
            return address;
        var sign = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{milliseconds}\n{secret}"))));
        return new(string.Create(CultureInfo.InvariantCulture, $"{address}{(address.Query.Length == 0 ? "?" : "&")}timestamp={milliseconds}&sign={Uri.EscapeDataString(sign)}"));
    }
}

/// <summary>What a mail says.</summary>
public static class MailMessage
{
    public static MimeMessage Of(Mailbox mail, Outgoing outgoing)
    {
        var data = outgoing.Message.Data;
        var from = MailboxAddress.Parse(mail.From);
        var message = new MimeMessage
        {
            Subject = data.Zh,
            Date = outgoing.Message.Timestamp,
            // The same id at each try: mail stores know a repeat by it.
            MessageId = $"{outgoing.Id}@{from.Domain}",
            Body = new TextPart("plain") { Text = $"{data.Zh}\n\n{data.En}\n\n{data.Link}\n" },
        };
        message.From.Add(from);
        message.To.AddRange(mail.To.Select(MailboxAddress.Parse));
        return message;
    }
}
