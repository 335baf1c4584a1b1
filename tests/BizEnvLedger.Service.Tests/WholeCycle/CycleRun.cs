using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BizEnvLedger.Service.Tests.Http;

namespace BizEnvLedger.Service.Tests.WholeCycle;

/// <summary>A step of the run: who took it on which day, and the leaves that it left.</summary>
internal sealed record CycleStep(string Day, string Name, string Who, IReadOnlyList<CycleLeaf> Leaves);

internal sealed record CycleLeaf(Guid Event, string Stream, long Index);

/// <summary>The run's memory: every accepted act with its receipt, so that all of it can be listed and traced at the end.</summary>
internal sealed class CycleRun(LedgerApi api)
{
    private string today = "";

    public List<CycleStep> Steps { get; } = [];
    public LedgerApi Api => api;

    public void On(string day)
    {
        string.CompareOrdinal(day, today).ShouldBeGreaterThan(0, "Days only go forward.");
        today = day;
        api.On(day);
    }

    /// <summary>Posts, expects a receipt, keeps it as a step, and gives the first event's id. At the very moment at which the act is due, the auditor may not take it.</summary>
    public async Task<Guid> StepAsync(string name, string who, string path, object body)
    {
        await NotByAsync("auditor", "role-not-allowed", path, body);
        var answer = await api.PostAsync(who, path, body);
        var json = await LedgerApi.JsonAsync(answer);
        ((int)answer.StatusCode).ShouldBeInRange(200, 299, $"{who} {path}: {json}");
        return Keep(name, who, json);
    }

    /// <summary>The same for an act that somebody waits for: the duty stands before, and is gone after.</summary>
    public async Task<Guid> AnswerAsync(string name, string who, string duty, string subject, string path, object body)
    {
        await WaitsAsync(who, duty, subject);
        var id = await StepAsync(name, who, path, body);
        await RestsAsync(who, duty, subject);
        return id;
    }

    /// <summary>Refused with 403 and this code, the wrong person.</summary>
    public Task NotByAsync(string who, string code, string path, object body) => api.RefusedAsync(403, code, who, path, body);

    public Guid Keep(string name, string who, JsonElement receipt)
    {
        Steps.Add(new(today, name, who.Length > 0 ? who : "enterprise",
            [.. receipt.GetProperty("leaves").EnumerateArray().Select(l => new CycleLeaf(l.GetProperty("eventId").GetGuid(), l.GetProperty("stream").GetString()!, l.GetProperty("leafIndex").GetInt64()))]));
        return receipt.GetProperty("eventIds")[0].GetGuid();
    }

    /// <summary>Uploads a small file, and gives the hash by which acts cite it.</summary>
    public async Task<string> FileAsync(string who, string text)
    {
        byte[] file = [.. "%PDF-1.7\n"u8, .. Encoding.UTF8.GetBytes(text)];
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(file));
        var answer = await LedgerApi.JsonAsync(await api.UploadAsync(who, sha256, file));
        Keep("evidence: " + text, who, answer.GetProperty("receipt"));
        return sha256;
    }

    public async Task WaitsAsync(string who, string duty, string subject) =>
        (await DutiesAsync(who, duty)).ShouldContain(d => d.GetProperty("subject").GetString() == subject, $"{who} waits for {duty} of {subject}");

    public async Task RestsAsync(string who, string duty, string subject) =>
        (await DutiesAsync(who, duty)).ShouldNotContain(d => d.GetProperty("subject").GetString() == subject, $"{who} has done with {duty} of {subject}");

    public async Task<IReadOnlyList<JsonElement>> DutiesAsync(string who, string duty) => [.. (await api.GetAsync($"/api/v1/me/duties?kind={duty}&limit=500", who)).GetProperty("items").EnumerateArray()];

    public async Task<JsonElement> MilestoneAsync(string id) => Item(await api.GetAsync($"milestones?task={id[..id.IndexOf('.', StringComparison.Ordinal)]}&limit=500"), id);

    public async Task StandsAsync(string milestone, string state, string light)
    {
        var found = await MilestoneAsync(milestone);
        (found.GetProperty("state").GetString(), found.GetProperty("light").GetString()).ShouldBe((state, light), milestone);
    }

    /// <summary>The milestone's delay so far, account by account: whose days, how many. They sum to its delay.</summary>
    public async Task<IReadOnlyList<(string Account, string Unit, int Days)>> DelayAsync(string milestone)
    {
        var row = (await api.GetAsync($"responsibility?milestone={milestone}")).GetProperty("items")[0];
        List<(string, string, int Days)> accounts = [.. row.GetProperty("delay").EnumerateArray().Select(d =>
            (d.GetProperty("account").GetString()!, string.Join(',', d.GetProperty("units").EnumerateArray().Select(u => u.GetProperty("id").GetString())), d.GetProperty("days").GetInt32()))];
        accounts.Sum(a => a.Days).ShouldBe(row.GetProperty("delayDays").GetInt32());
        return accounts;
    }

    public async Task<byte[]> BytesAsync(string path)
    {
        var answer = await api.SendAsync(HttpMethod.Get, "auditor", path);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path} {answer.StatusCode}");
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>All items of a list, page by page.</summary>
    public async Task<IReadOnlyList<JsonElement>> AllAsync(string path)
    {
        var (found, cursor) = (new List<JsonElement>(), (string?)null);
        do
        {
            var page = await api.GetAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=500{(cursor is null ? "" : "&cursor=" + cursor)}");
            found.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);
        return found;
    }

    public static JsonElement Item(JsonElement page, string id) => page.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("id").GetString() == id);

    public static DateOnly Day(JsonElement value) => DateOnly.Parse(value.GetString()!, CultureInfo.InvariantCulture);

    public static IEnumerable<string> Units(JsonElement item, string field) => item.GetProperty(field).EnumerateArray().Select(u => u.GetProperty("id").GetString()!);
}
