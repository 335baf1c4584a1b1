using BizEnvLedger.Core.Inspections;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Notices;
using BizEnvLedger.Core.Notices.Acts;
using BizEnvLedger.Core.Plans;
using BizEnvLedger.Core.Replay;
using BizEnvLedger.Reports.Notices;
using BizEnvLedger.Service.Http;
using BizEnvLedger.Service.Ledger;
using BizEnvLedger.Service.PlanTasks;
using BizEnvLedger.Service.Reads;
using BizEnvLedger.Service.Security;
using BizEnvLedger.Service.Store;

namespace BizEnvLedger.Service.Notices;

/// <summary>Reads of a notice, its documents, and what of it is public.</summary>
[Endpoints]
public static class NoticeReads
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var notice = routes.MapGroup("/api/v1/plans/{plan}/inspections/{halfYear}/notices").RequireAuthorization().WithTags("notices");
        notice.MapGet("", OneAsync).Produces<NoticeShape>().WithSummary("通报 / The notice with its letters: entries, limits, changes, wording, the office's own overruns. ETag is its version.");
        notice.MapGet("/notice.docx", (HttpContext http, NoticeDesk desk, ReadDesk reads, string plan, string halfYear) => DocumentAsync(http, desk, reads, plan, halfYear, null, "notice"))
            .WithSummary("通报文本 / The signed text as kept; before signature the draft as it reads now.");
        foreach (var (name, summary) in new[]
        {
            ("feedback", "征求意见函 / The letter that fed an entry back to its unit, as kept; before that the draft."), ("letter", "商请函 / The letter to a unit of other authority; signed, as kept."),
            ("rectification", "整改通知 / The order to mend; as kept."), ("proposal", "问责建议 / The proposal with its evidence chain; as kept."),
        })
            notice.MapGet($"/entries/{{entry}}/{name}.docx", (HttpContext http, NoticeDesk desk, ReadDesk reads, string plan, string halfYear, string entry) => DocumentAsync(http, desk, reads, plan, halfYear, entry, name)).WithSummary(summary);

        var open = routes.MapGroup("/api/v1/public/{jurisdiction}/notices").WithTags("public");
        open.MapGet("", PublicAsync).Produces<Page<PublicNotice>>().WithSummary("公开通报 / Signed notices that were opened to the public.");
        open.MapGet("/{plan}/{halfYear}/notice.docx", PublicDocumentAsync).WithSummary("公开通报文本 / The signed text of a public notice.");
    }

    private static async Task<IResult> OneAsync(HttpContext http, NoticeDesk desk, ReadDesk reads, string plan, string halfYear)
    {
        var (paper, opened, problem) = await OpenAsync(http, desk, plan, halfYear);
        if (problem is not null)
            return problem;
        var (who, _) = Callers.Of(http.User);
        var (half, isDraft, volume) = (paper!.Notice.HalfYear, paper.Notice.Signed is null, opened!.AsOf.Volume);
        var refusal = isDraft ? await reads.AllowAsync(volume, who, (_, now) => ReadNoticeDraft.Decide(opened.Plan, new(half, null, null), who, now), http.RequestAborted)
            : ReadNotice.Check(who) is { } refused ? Problems.Of(refused) : null;
        if (refusal is not null)
            return refusal;
        var proposals = ReadProposal.Decide(opened.Plan, new(half, null), who).Refusal is null;
        if (proposals && paper.Notice.Entries.Exists(e => !e.Proposals.IsEmpty)
            && await reads.AllowAsync(volume, who, (_, _) => ReadProposal.Decide(opened.Plan, new(half, null), who), http.RequestAborted) is { } problemOfProposals)
            return problemOfProposals;
        http.Response.Headers.ETag = $"\"{paper.Notice.Version}\"";
        var whole = NoticeShape.Of(paper.Notice, opened.Plan, opened.AsOf.Day, opened.Position, paper);
        return Results.Json(proposals ? whole : whole.Without(isDraft ? e => ReadNoticeDraft.MaySee(opened.Plan, paper.Notice, paper.Notice.Find(e)!, who, opened.AsOf.Today) : _ => true), LedgerJson.Options);
    }

    private static async Task<IResult> DocumentAsync(HttpContext http, NoticeDesk desk, ReadDesk reads, string plan, string halfYear, string? id, string name)
    {
        var (paper, opened, problem) = await OpenAsync(http, desk, plan, halfYear);
        if (problem is not null)
            return problem;
        var entry = id is null ? null : paper!.Notice.Find(id);
        if (id is not null && entry is null)
            return CommandDesk.Unknown("unknown-notice-entry", "entry", id);
        if (await AllowAsync(reads, Callers.Of(http.User).Who, opened!, paper!.Notice, entry, name, http.RequestAborted) is { } refusal)
            return refusal;
        var signed = name switch
        {
            "notice" => paper!.Notice.Signed, "letter" => entry!.Letter, "feedback" => entry!.FedBack is null ? null : entry.FeedbackPaper,
            "rectification" => entry!.Rectification?.Paper, "proposal" => entry!.Proposal?.Paper, _ => null,
        };
        var bytes = signed is not null ? await desk.KeptAsync(opened!.AsOf.Volume.Jurisdiction.Id, signed.DocumentSha256, http.RequestAborted)
            : name switch
            {
                "notice" => NoticeDocuments.Notice(paper!, null, null),
                "feedback" when entry!.Facts.Kind == EntryKind.Notice => NoticeDocuments.Feedback(paper!, entry, null, null),
                "letter" when entry!.Facts.Kind == EntryKind.Letter => NoticeDocuments.Letter(paper!, entry, null, null, null),
                // Ordered and proposed before papers were numbered: what there is of them is a draft.
                "rectification" when entry!.Rectification is { } order => NoticeDocuments.Rectification(paper!, entry, paper!.Texts.GetValueOrDefault((order.Ordered.Event, "measures"), ""), order.Limit, null, null),
                "proposal" when entry!.Proposal is { } proposal => NoticeDocuments.Proposal(paper!, entry,
                    new(proposal.Ground, proposal.Days, proposal.Made.On, paper!.Texts.GetValueOrDefault((proposal.Id, "reason"), ""), null, null, null), NoticeDesk.Chain(opened!.AsOf.Volume, proposal.Chain, opened.Position)),
                _ => null,
            };
        return bytes is null
            ? Problems.Of(StatusCodes.Status409Conflict, "no-such-document", null, new Dictionary<string, string> { ["entry"] = id!, ["document"] = name })
            : Results.File(bytes, Docx, $"{plan}-{id ?? halfYear}-{name}.docx");
    }

    /// <summary>Signed and issued documents are for everybody inside; drafts, and proposals of accountability, for those of the rights table, and their reading is on record.</summary>
    private static async Task<IResult?> AllowAsync(ReadDesk reads, Caller who, TaskReads.Opened opened, Notice notice, NoticeEntry? entry, string name, CancellationToken ct)
    {
        var issued = name switch { "notice" => notice.Signed is not null, "letter" => entry!.Letter is not null, "rectification" => true, _ => false };
        if (issued)
            return ReadNotice.Check(who) is { } refusal ? Problems.Of(refusal) : null;
        return await reads.AllowAsync(opened.AsOf.Volume, who, (_, now) => name == "proposal"
            ? ReadProposal.Decide(opened.Plan, new(notice.HalfYear, entry!.Id), who)
            : ReadNoticeDraft.Decide(opened.Plan, new(notice.HalfYear, entry?.Id, name), who, now), ct);
    }

    private static async Task<IResult> PublicAsync(HttpContext http, LedgerBook book, string jurisdiction)
    {
        if (!await book.KnowsAsync(jurisdiction, http.RequestAborted))
            return CommandDesk.Unknown("unknown-jurisdiction", "jurisdiction", jurisdiction);
        var volume = await book.OpenAsync(jurisdiction, http.RequestAborted);
        var rows = volume.State.Plans.Values.OrderBy(p => p.Plan.Id, StringComparer.Ordinal).SelectMany(p => p.Notices.Values.Where(IsPublic).OrderBy(n => n.HalfYear).Select(n => Row(n, p))).ToList();
        var (page, wrong) = Paging.Of(http, rows, (int)volume.State.Size, r => $"{r.Plan} {r.HalfYear}", r => r);
        return wrong ?? Results.Json(page, LedgerJson.Options);
    }

    private static async Task<IResult> PublicDocumentAsync(HttpContext http, LedgerBook book, NoticeDesk desk, string jurisdiction, string plan, string halfYear)
    {
        if (!await book.KnowsAsync(jurisdiction, http.RequestAborted))
            return CommandDesk.Unknown("unknown-jurisdiction", "jurisdiction", jurisdiction);
        var volume = await book.OpenAsync(jurisdiction, http.RequestAborted);
        return volume.State.Plans.GetValueOrDefault(plan)?.Notices.GetValueOrDefault(halfYear) is { } notice && IsPublic(notice)
            ? Results.File(await desk.KeptAsync(jurisdiction, notice.Signed!.DocumentSha256, http.RequestAborted), Docx, $"{plan}-{halfYear}-notice.docx")
            : CommandDesk.Unknown("unknown-notice", "halfYear", halfYear);
    }

    private static bool IsPublic(Notice notice) => notice is { Signed: not null, Visibility: Visibility.Public };

    /// <summary>What the signed text names; an entry withdrawn since stays, marked.</summary>
    private static PublicNotice Row(Notice notice, PlanState state) => new(
        notice.Plan, state.Plan.Latest.Title, notice.HalfYear.ToString(), notice.Signed!.Number, notice.Signed.SignedOn, notice.Signed.DocumentSha256,
        [.. notice.Entries.Where(e => e.Facts.Kind == EntryKind.Notice && e.Struck is null).Select(e => new PublicEntry(
            e.Id, state.Plan.Name(e.Unit), e.Facts.Category, [.. e.Facts.Milestones.Select(m => Statement(state, m))], e.Facts.Days, e.Withdrawn is not null))],
        [notice.Signed.By.Event, notice.PublishedBy!.Event]);

    private static string Statement(PlanState state, string milestone) =>
        state.Tasks.Values.SelectMany(t => t.Definitions).Select(d => d.Catalogue.Milestone(milestone)?.Definition.Statement).FirstOrDefault(s => s is not null) ?? milestone;

    private static async Task<(NoticePaper? Paper, TaskReads.Opened? Opened, IResult? Problem)> OpenAsync(HttpContext http, NoticeDesk desk, string plan, string halfYear)
    {
        var (_, opened, problem) = await TaskReads.OpenAsync(http, plan, _ => []);
        if (problem is not null)
            return (null, null, problem);
        if (!HalfYear.TryParse(halfYear, out var half))
            return (null, null, CommandDesk.Unknown("unknown-round", "halfYear", halfYear));
        return await desk.PaperAsync(opened!.AsOf.Volume, opened.Plan, half, http.RequestAborted) is { } paper
            ? (paper, opened, null)
            : (null, null, CommandDesk.Unknown("unknown-notice", "halfYear", halfYear));
    }
}
