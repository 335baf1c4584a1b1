using System.Security.Cryptography;
using System.Text.Json;
using BizEnvLedger.Core.Administration;
using BizEnvLedger.Core.Administration.Acts;
using BizEnvLedger.Core.Appraisals;
using BizEnvLedger.Core.Appraisals.Acts;
using BizEnvLedger.Core.EvidenceFiles;
using BizEnvLedger.Core.EvidenceFiles.Acts;
using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Inspections.Acts;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Plans.Acts;
using BizEnvLedger.Core.Plans.Reading;
using BizEnvLedger.Core.PlanTasks;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Core.Units;
using BizEnvLedger.Service.Administration;
using BizEnvLedger.Service.Appraisals;
using BizEnvLedger.Service.EvidenceFiles;
using BizEnvLedger.Service.Inspections;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.Plans;
using BizEnvLedger.Service.PlanTasks;
using BizEnvLedger.Service.Security;
using BizEnvLedger.Service.Store;
using Npgsql;

namespace BizEnvLedger.Service.Import;

/// <summary>
/// Brings an older register's acts in through the same decisions as live commands, with the recording times that the register claims.
/// The owner's command line only, never the API. A line that Core refuses stops the import and says why; what was cut off goes on where it stopped.
/// </summary>
public sealed class HistoryImport(LedgerWriter writer, LedgerBook book, RoundDesk rounds, AppraisalDesk appraisals, PlanLibrary library, NpgsqlDataSource database, IServiceProvider services)
{
    private readonly HistoryActs acts = Acts();

    /// <param name="mark">What the import mark says: <c>demonstration</c> or <c>register</c>.</param>
    /// <param name="by">Who brings it in; the operating system's account where nobody is named.</param>
    public async Task<int> RunAsync(string jurisdiction, string plan, string file, string mark, CancellationToken ct, string? by = null)
    {
        var volume = await book.OpenAsync(jurisdiction, ct);
        if (volume.State.ImportEnded)
            throw new LedgerRefusal("历史导入已经结束，不能再导入。", "The import of history has ended, for ever.");
        var labels = new Dictionary<string, Guid>();
        var last = DateTimeOffset.MinValue;
        var count = 0;
        var taken = await LinesTaken.ReadAsync(database, jurisdiction, ct);
        var read = 0;
        foreach (var (place, line) in HistoryFile.Read(file))
        {
            var number = read = place.Number;
            if (taken.Find(place) is { } first)
            {
                if (line.Label is { } name)
                    labels[name] = first;
                if (line.Act != "evidence")
                    last = line.At;
                count++;
                continue;
            }

            if (line.Act == "evidence")
            {
                await BringAsync(volume, line, place, labels, mark, ct);
                count++;
                continue;
            }

            if (line.At < last)
                throw Refused(number, "记录时间早于上一行", "recorded before the line above");
            last = line.At;
            var outcome = await writer.WriteAsync(await WriteOfAsync(jurisdiction, line.Plan ?? plan, line, number, labels, ct) with { ClaimedAt = line.At.ToUniversalTime(), ImportMark = mark, Line = place }, ct);
            switch (outcome)
            {
                case Outcome.Accepted accepted:
                    if (line.Label is { } label)
                        labels[label] = accepted.Receipt.EventIds[0];
                    count++;
                    break;
                case Outcome.Refused { Refusal: var refusal }:
                    throw Refused(number, refusal.Code, refusal.Code + " " + string.Join(", ", refusal.Values.Select(v => $"{v.Key}={v.Value}")));
                default:
                    throw new InvalidOperationException($"Line {number}: an import has neither key nor expected version.");
            }
        }

        taken.RequireAll(read);
        await RecordAsync(volume, new(await OwnerLedger.HashAsync(file, ct), mark, count), OwnerLedger.Who(by), last, ct);
        await EndAsync(jurisdiction, mark, count, last, ct);
        return count;
    }

    /// <summary>佐证材料 that an older register hands over with its history; one that the ledger holds already stays.</summary>
    private async Task BringAsync(Volume volume, HistoryLine line, LinePlace place, Dictionary<string, Guid> labels, string mark, CancellationToken ct)
    {
        var body = Body<EvidenceLine>(line, labels);
        await using var file = await EvidenceStore.SpoolAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(body.Text ?? "")), EvidenceFile.LargestFile, ct) ?? throw Refused(place.Number, "文件过大", "the file is too large");
        var who = Who(line, volume);
        if (volume.State.Files.ContainsKey(file.Sha256))
            return;
        var command = new UploadEvidence(file.Sha256, file.Sha256, file.Size, body.MediaType ?? "text/plain", file.Begin, NotClassified: true);
        var outcome = await writer.WriteAsync(new()
        {
            Jurisdiction = volume.Jurisdiction.Id,
            Who = who,
            Plan = "",
            Stream = EvidenceFile.StreamOf(file.Sha256),
            Scope = WriteScope.Stream,
            ClaimedAt = line.At.ToUniversalTime(),
            ImportMark = mark,
            Line = place,
            Decide = (_, now) => UploadEvidence.Decide(volume.State.Files, command, who, now),
            Beside = (connection, stop) => EvidenceStore.WriteAsync(connection, volume.Jurisdiction.Id, file, stop),
        }, ct);
        if (outcome is Outcome.Refused { Refusal: var refusal })
            throw Refused(place.Number, refusal.Code, refusal.Code);
    }

    /// <summary>The act of bringing it in, once: a load that was cut off between this and the end has it already.</summary>
    private async Task RecordAsync(Volume volume, ImportHistory command, Caller who, DateTimeOffset at, CancellationToken ct)
    {
        await book.OpenAsync(volume.Jurisdiction.Id, ct);
        if (ImportHistory.Decide(volume.State, command, who).Refusal is null)
            await writer.WriteAsync(new()
            {
                Jurisdiction = volume.Jurisdiction.Id,
                Who = who,
                Plan = "",
                Stream = AdministrationStream.Key,
                Scope = WriteScope.Stream,
                ClaimedAt = at.ToUniversalTime(),
                ImportMark = command.Mark,
                Decide = (_, _) => ImportHistory.Decide(volume.State, command, who),
            }, ct);
    }

    private async Task EndAsync(string jurisdiction, string mark, int lines, DateTimeOffset at, CancellationToken ct) => await writer.WriteAsync(new()
    {
        Jurisdiction = jurisdiction,
        Who = new("import", new HashSet<Role>(), null, new HashSet<string>()),
        Plan = ImportEnded.Stream,
        Stream = ImportEnded.Stream,
        Scope = WriteScope.Plan,
        ClaimedAt = at.ToUniversalTime(),
        ImportMark = mark,
        Decide = (_, _) => Decision.Of(new ImportEnded(mark, lines)),
    }, ct);

    private async Task<Write> WriteOfAsync(string jurisdiction, string plan, HistoryLine line, int number, Dictionary<string, Guid> labels, CancellationToken ct)
    {
        var volume = await book.OpenAsync(jurisdiction, ct);
        var who = Who(line, volume);
        var write = new Write
        {
            Jurisdiction = jurisdiction,
            Who = who,
            Plan = plan,
            Stream = plan,
            Scope = WriteScope.Plan,
            Decide = (_, _) => throw new InvalidOperationException("Not decided."),
        };
        switch (line.Act)
        {
            case "issue":
                return Issue(write, who, line);
            case "open" when HalfYear.TryParse(line.HalfYear, out var half):
                return write with { Stream = OpenInspection.StreamOf(plan, half), Decide = (state, now) => OpenInspection.Decide(state!.Plan, new(half), who, now) };
            case "close" when HalfYear.TryParse(line.HalfYear, out var half):
                return await CloseAsync(write, volume, plan, half, line, ct);
            case "appraisal-score" when int.TryParse(line.Key, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && volume.State.Plans.GetValueOrDefault(plan) is { } state:
                return await ScoreAsync(write, volume, state, year, line, ct);
            default:
                break;
        }

        if (acts.Has(line.Act))
        {
            var (stream, scope, matter) = await acts.PrepareAsync(new(services, volume, ct), line, type => Body(line, labels, type), volume.State.Plans.GetValueOrDefault(plan) ?? throw Refused(number, "没有此计划", "no such plan"));
            return write with { Scope = scope, Stream = stream, Texts = matter.Texts, Files = matter.Files, Decide = (state, now) => matter.Decide(state!, who, now) };
        }

        var act = ActOf(line, number, labels);
        var no = line.Task ?? volume.State.Plans.GetValueOrDefault(plan)?.Tasks.Values.FirstOrDefault(t => t.Latest.Milestone(line.Milestone ?? "") is not null)?.No
            ?? throw Refused(number, "没有此任务或节点", "no such task or milestone");
        return write with { Scope = WriteScope.Task, Stream = PlanTask.StreamOf(plan, no), Texts = act.Texts, Decide = (state, now) => act.Decide(state!.Tasks[no], state.Plan, who, now) };
    }

    private static Prepared ActOf(HistoryLine line, int number, Dictionary<string, Guid> labels) => line.Act switch
    {
        "acknowledge" => TaskActs.Acknowledge(Body<AcknowledgementBody>(line, labels)),
        "progress" => TaskActs.Progress(Body<ProgressBody>(line, labels)),
        "metric" => TaskActs.Metric(Body<MetricBody>(line, labels)),
        "lead" => TaskActs.Lead(Body<LeadBody>(line, labels)),
        "leader" => TaskActs.Leader(Body<LeaderBody>(line, labels)),
        "correct" => TaskActs.Correct(Body<CorrectionBody>(line, labels)),
        "step" => TaskActs.Step(Body<StepBody>(line, labels)),
        "step-report" => TaskActs.ReportOfStep(Body<StepReportBody>(line, labels), line.Step ?? ""),
        "confirm" => TaskActs.Confirm(Body<StepConfirmationBody>(line, labels), line.Step ?? ""),
        "claim" => TaskActs.Claim(Body<ClaimBody>(line, labels), line.Milestone ?? ""),
        "release" => TaskActs.Release(line.Milestone ?? "", labels[line.Claim!.TrimStart('@')]),
        "claim-withdrawal" => TaskActs.WithdrawClaim(Body<ReasonBody>(line, labels), line.Milestone ?? "", labels[line.Claim!.TrimStart('@')]),
        "claim-decline" => TaskActs.DeclineClaim(Body<ReasonBody>(line, labels), line.Milestone ?? "", labels[line.Claim!.TrimStart('@')]),
        "evidence-release" => TaskActs.ReleaseEvidence(labels[line.Claim!.TrimStart('@')]),
        "figure-release" => TaskActs.ReleaseFigure(labels[line.Claim!.TrimStart('@')]),
        "attach" => TaskActs.Attach(Body<AttachmentBody>(line, labels)),
        "extension" => TaskActs.Extend(Body<ExtensionBody>(line, labels), line.Milestone ?? ""),
        "extension-release" => TaskActs.ReleaseExtension(line.Milestone ?? "", labels[line.Claim!.TrimStart('@')]),
        "extension-decision" => TaskActs.DecideExtension(Body<ExtensionDecisionBody>(line, labels), line.Milestone ?? "", labels[line.Claim!.TrimStart('@')]),
        "suspension" => TaskActs.Suspend(Body<SuspensionBody>(line, labels), line.Milestone ?? ""),
        "suspension-release" => TaskActs.ReleaseSuspension(line.Milestone ?? "", labels[line.Claim!.TrimStart('@')]),
        "suspension-decision" => TaskActs.DecideSuspension(Body<SuspensionDecisionBody>(line, labels), line.Milestone ?? "", labels[line.Claim!.TrimStart('@')]),
        "suspension-end" => TaskActs.EndSuspension(Body<SuspensionEndBody>(line, labels), line.Milestone ?? "", labels[line.Claim!.TrimStart('@')]),
        "extension-withdraw" => TaskActs.Withdraw(Body<WithdrawalBody>(line, labels), RequestKind.Extension, labels[line.Claim!.TrimStart('@')]),
        "suspension-withdraw" => TaskActs.Withdraw(Body<WithdrawalBody>(line, labels), RequestKind.Suspension, labels[line.Claim!.TrimStart('@')]),
        "verify" => TaskActs.Verify(Body<VerificationBody>(line, labels), line.Milestone ?? ""),
        "return" => TaskActs.Return(Body<ReturnBody>(line, labels), line.Milestone ?? ""),
        _ => throw Refused(number, $"没有此行为：{line.Act}", $"there is no act {line.Act}"),
    };

    private Write Issue(Write write, Caller who, HistoryLine line)
    {
        var bytes = File.ReadAllBytes(PlanLibrary.Beside($"plans/{line.Plan}/plan.json"));
        var plan = PlanFile.Read(bytes, "plan.json").Plan ?? throw new LedgerRefusal("计划文件有错误，请先运行 ledger plan check", "The plan file has mistakes; run ledger plan check");
        var (calendar, rules, _) = library.For(plan);
        var command = new IssuePlan(plan, Convert.ToHexStringLower(SHA256.HashData(bytes)), rules!, calendar!);
        return write with { Plan = plan.Id, Stream = plan.Id, Files = [("plan_files", bytes, "plan.json")], Decide = (state, now) => IssuePlan.Decide(state?.Plan, command, who, now) };
    }

    private async Task<Write> CloseAsync(Write write, Volume volume, string plan, HalfYear half, HistoryLine line, CancellationToken ct)
    {
        var size = (int)volume.State.Size;
        var at = line.At.ToUniversalTime();
        var cut = rounds.Cut(volume, plan, half, size, await rounds.RootAsync(volume.Jurisdiction.Id, size, ct), at, LeafLine.DayOf(at, volume.Zone), await rounds.PreviousAsync(volume, plan, half, size, ct));
        return write with
        {
            Stream = OpenInspection.StreamOf(plan, half),
            Files = [("data_sets", cut.Bytes, null)],
            Decide = (state, now) => CloseInspection.Decide(state!.Plan, new(half), cut.DataSet, cut.Sha256, write.Who, now),
        };
    }

    private async Task<Write> ScoreAsync(Write write, Volume volume, PlanState state, int year, HistoryLine line, CancellationToken ct)
    {
        var (size, at, rules) = ((int)volume.State.Size, line.At.ToUniversalTime(), state.Appraisals.GetValueOrDefault(Appraisal.IdOf(year))?.Rules);
        var scored = write with { Stream = Appraisal.StreamOf(state.Plan.Id, year) };
        if (rules is null || ScoreAppraisal.Check(state, new(year), write.Who, new(at, LeafLine.DayOf(at, volume.Zone))) is not null)
            return scored with { Decide = (now, moment) => ScoreAppraisal.Check(now!, new(year), write.Who, moment)! };
        var drawn = appraisals.Draw(volume, state.Plan.Id, rules.Rules, new(year, at, LeafLine.DayOf(at, volume.Zone), size, await rounds.RootAsync(volume.Jurisdiction.Id, size, ct)));
        return scored with
        {
            Files = [("data_sets", drawn.Bytes, null)],
            Decide = (now, moment) => ScoreAppraisal.Decide(now!, new(year), drawn.Sheets, drawn.Sha256, write.Who, moment),
        };
    }

    private static Caller Who(HistoryLine line, Volume volume)
    {
        var units = volume.State.Plans.Values.SelectMany(p => p.Plan.EveryUnit(DateOnly.MaxValue)).ToHashSet();
        var account = DemoAccount.Find(line.As, units) ?? throw new LedgerRefusal($"没有账号 {line.As}", $"There is no account {line.As}");
        return Callers.Of(account, line.Person);
    }

    /// <summary>The body with every <c>@label</c> replaced by the event's id.</summary>
    private static T Body<T>(HistoryLine line, Dictionary<string, Guid> labels) where T : class => (T)Body(line, labels, typeof(T));

    private static object Body(HistoryLine line, Dictionary<string, Guid> labels, Type type)
    {
        var text = line.Body?.GetRawText() ?? "{}";
        foreach (var (label, id) in labels.Where(l => text.Contains("@" + l.Key, StringComparison.Ordinal)))
            text = text.Replace($"\"@{label}\"", $"\"{id}\"", StringComparison.Ordinal);
        return JsonSerializer.Deserialize(text, type, LedgerJson.Options)!;
    }

    private static HistoryActs Acts()
    {
        var found = new HistoryActs();
        Http.Slices.Call<HistoryActsAttribute>("Add", found);
        return found;
    }

    private static LedgerRefusal Refused(int number, string zh, string en) => new($"历史文件第 {number} 行：{zh}", $"Line {number} of the history file: {en}");
}
