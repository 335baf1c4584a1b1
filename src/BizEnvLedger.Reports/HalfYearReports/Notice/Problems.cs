using BizEnvLedger.Core.Inspections;

namespace BizEnvLedger.Reports.HalfYearReports.Notice;

/// <summary>四、存在问题: the plan's three failings, unit by unit, and what enterprises asked for.</summary>
internal static class Problems
{
    private static readonly IReadOnlyList<(string Category, string None)> Categories =
    [
        ("hollow", "本期未发现申报情况不实的问题。"),
        ("slow", "本期无达到通报标准的逾期事项。"),
        ("weak", "本期未发现对督办、协调事项逾期不办的问题。"),
    ];

    /// <summary>Rule under which a region is named for its steps.</summary>
    private const string StepsOverdue = "steps-overdue";

    public static IEnumerable<NoticeParagraph> Write(HalfYearDataSet dataSet, NoticeBody.Measure measure, List<ProposedEntry> moved)
    {
        var part = 0;
        foreach (var (category, none) in Categories)
        {
            yield return NoticeBody.Part(++part, Terms.Category(category));
            var entries = dataSet.Proposed.Where(entry => entry.Category == category).ToList();
            if (entries.Count == 0)
            {
                yield return NoticeBody.Text(none);
                continue;
            }
            var units = entries.DistinctBy(entry => entry.Unit.Id).Count();
            var told = entries.Take(measure.Entries).ToList();
            moved.AddRange(entries.Skip(measure.Entries));
            if (told.Count == 0)
            {
                yield return NoticeBody.Text($"涉及{units}个单位{Matters(entries)}。因篇幅所限，具体情况移列附件3。");
                continue;
            }
            if (entries.Count > 1)
                yield return NoticeBody.Text($"涉及{units}个单位{Matters(entries)}，具体情况如下：");
            for (var i = 0; i < told.Count; i++)
                yield return NoticeBody.Text((entries.Count > 1 ? $"{i + 1}. " : "") + $"{told[i].Unit.Name}。{Facts(dataSet, told[i], 3)}");
            if (told.Count < entries.Count)
                yield return NoticeBody.Text($"因篇幅所限，其余{entries.Count - told.Count}个单位的情况移列附件3。");
        }
        yield return NoticeBody.Part(++part, "企业诉求办理");
        yield return NoticeBody.Text(Complaints.Sentence(dataSet.Complaints));
    }

    /// <summary>、3项节点; nothing where none is named, as a paper on a whole task names none.</summary>
    private static string Matters(IReadOnlyList<ProposedEntry> entries) =>
        entries.SelectMany(entry => entry.Milestones).Distinct(StringComparer.Ordinal).Count() is > 0 and var count
            ? $"、{count}项{(entries.Any(entry => entry.Rule == StepsOverdue) ? "节点或分解事项" : "节点")}"
            : "";

    /// <summary>What the entry rests on: matter, time limit, fact and days, in whole sentences.</summary>
    /// <param name="annex">Where the matters stand that are not told here.</param>
    public static string Facts(HalfYearDataSet dataSet, ProposedEntry entry, int most, string annex = "附件3")
    {
        if (entry.Rule == "rectification-overdue" && Unmended(dataSet, entry) is { Length: > 0 } unmended)
            return unmended + "。";
        if (entry.Category == "weak" && WeakFacts.Write(dataSet, entry, most, annex) is { } weak)
            return weak;
        var matters = entry.Milestones.Select(id => (Id: id, Figures: Find(dataSet, id))).OrderByDescending(matter => matter.Figures?.DaysLate ?? 0).ToList();
        if (entry.Rule == StepsOverdue)
            return Steps(entry);
        if (matters.Count == 0)
            return entry.Days > 0 ? $"超过规定时限{entry.Days}天。" : $"具体事项见{annex}。";
        var told = matters.Take(most).ToList();
        var rest = matters.Count - told.Count;
        var more = rest > 0 ? $"；其余{rest}项见{annex}" : "";
        if (entry.Category == "hollow")
            return string.Join("；", told.Select(matter => Hollow(dataSet, entry, matter.Id, matter.Figures))) + more + "。";
        if (entry.Category == "weak")
            return string.Join("；", told.Select(matter => Weak(dataSet, entry, matter.Id, matter.Figures))) + more + "。";
        return matters.Count == 1
            ? Slow(dataSet, entry, matters[0].Id, matters[0].Figures) + "。"
            : SlowTogether(entry, matters, most, annex);
    }

    /// <summary>A region's steps have no line of their own in the data set: their count and the longest delay are told.</summary>
    private static string Steps(ProposedEntry entry)
    {
        var open = entry.DueCount == entry.OpenCount ? entry.DueCount == 1 ? "未完成" : "均未完成" : $"未完成{entry.OpenCount}项";
        return $"承担的分解事项应完成{entry.DueCount}项，{open}，{(entry.OpenCount > 1 ? "最长" : "")}逾期{entry.Days}天。";
    }

    /// <summary>What the unit leads, as its counts have it; what it led before is told apart, with its own days only.</summary>
    private static string SlowTogether(ProposedEntry entry, List<(string Id, MilestoneFigures? Figures)> matters, int most, string annex)
    {
        var now = matters.Where(m => m.Figures is null || m.Figures.Leads.Any(u => u.Id == entry.Unit.Id)).OrderByDescending(m => OwnDays(entry, m.Id, m.Figures)).ToList();
        var before = matters.Except(now).OrderByDescending(m => OwnDays(entry, m.Id, m.Figures)).ToList();
        var parts = new[]
        {
            now.Count == 0 ? "" : Counts(entry, now.Count) + Listed(now),
            before.Count == 0 ? "" : $"曾牵头的{before.Count}项节点至今未办结：" + Listed(before),
        };
        return string.Join("；", parts.Where(part => part.Length > 0)) + "。";

        string Listed(List<(string Id, MilestoneFigures? Figures)> some) =>
            string.Join("；", some.Take(most).Select(m => SlowShort(entry, m.Id, m.Figures))) + (some.Count > most ? $"；其余{some.Count - most}项见{annex}" : "");
    }

    private static string Counts(ProposedEntry entry, int named)
    {
        if (entry.DueCount == 0 || entry.OpenCount == 0)
            return "";
        var open = entry.DueCount == entry.OpenCount ? "均未办结" : $"未办结{entry.OpenCount}项";
        return $"应完成节点{entry.DueCount}项，{open}{(named < entry.OpenCount ? "，其中" : "：")}";
    }

    /// <summary>Whether it was claimed again is known up to the cut, not only up to the half-year's last day.</summary>
    private static string Hollow(HalfYearDataSet dataSet, ProposedEntry entry, string id, MilestoneFigures? figures)
    {
        var returned = dataSet.Returned.LastOrDefault(r => r.Milestone == id && Terms.IsUntrue(r.Ground) && (r.Unit.Id == entry.Unit.Id || Claimant(entry, r) is not null));
        // What inspectors found later says more than an earlier return of the same milestone.
        if (entry.Rule == "spot-check-failed")
            return $"{Quoted(id, figures)}办结后抽查不合格，已撤销办结{Late(entry, id, figures)}";
        if (entry.Rule == "falsehood-found")
            return $"{Quoted(id, figures)}经督查发现情况不实{Late(entry, id, figures)}";
        var name = Quoted(id, figures) + (figures is null ? "" : $"时限为{Wording.Date(figures.Due)}，");
        if (entry.Rule == "complaint-upheld")
            return $"{name}有企业诉求反映，督查人员听取该单位说明后核查认定事项未落实{Late(entry, id, figures)}";
        if (returned is null)
            return $"{name}经核查与申报情况不符{Late(entry, id, figures)}";
        var mended = returned.Mended ? "现已重新申报" : $"截至{Wording.Date(dataSet.RecordedOn)}未重新申报";
        return $"{name}{(Claimant(entry, returned) is { } former ? $"由原{former}" : "")}于{Wording.Date(returned.ClaimedOn)}申报办结，经核验情况不实，{Wording.Date(returned.ReturnedOn)}退回，{mended}{Late(entry, id, figures)}";
    }

    /// <summary>The unit, gone since, that made the claim.</summary>
    private static string? Claimant(ProposedEntry entry, ReturnedClaim returned) => entry.Formerly?.FirstOrDefault(former => former.Unit.Id == returned.Unit.Id)?.Unit.Name;

    private static string Slow(HalfYearDataSet dataSet, ProposedEntry entry, string id, MilestoneFigures? figures)
    {
        if (figures is null)
            return $"{Quoted(id, figures)}逾期{entry.Days}天";
        var others = figures.Leads.Where(unit => unit.Id != entry.Unit.Id).ToList();
        var leads = others.Count == figures.Leads.Count ? "曾牵头的" : others.Count > 0 ? $"与{Wording.Names(others)}共同牵头的" : "牵头的";
        var state = figures.ClosedOn is { } closed ? $"{Wording.Date(closed)}办结"
            : figures.Outcome == "waiting" ? "已申报待核验" : $"截至{Wording.Date(dataSet.EffectiveOn)}未办结";
        return $"{leads}{Quoted(id, figures)}应于{Wording.Date(figures.Due)}前完成，{state}{Late(entry, id, figures)}";
    }

    private static string SlowShort(ProposedEntry entry, string id, MilestoneFigures? figures) => figures is null
        ? Quoted(id, figures)
        : $"{Quoted(id, figures)}时限为{Wording.Date(figures.Due)}{(figures.ClosedOn is { } closed ? $"，{Wording.Date(closed)}办结" : "")}{Late(entry, id, figures)}";

    private static string Weak(HalfYearDataSet dataSet, ProposedEntry entry, string id, MilestoneFigures? figures) =>
        $"对{Quoted(id, figures)}的督办或协调事项未在规定时限内办理，截至{Wording.Date(dataSet.EffectiveOn)}{(entry.Days > 0 ? $"超期{entry.Days}天" : "仍未办理")}";

    /// <summary>What earlier notices named and the unit has not mended: which notice, which failing, the limit, the days past it.</summary>
    private static string Unmended(HalfYearDataSet dataSet, ProposedEntry entry) =>
        string.Join("；", (dataSet.Rectifications?.Entries ?? []).Where(line => (line.Unit.Id == entry.Unit.Id || entry.Formerly?.Any(former => former.Unit.Id == line.Unit.Id) == true) && line is { State: "overdue", Limit: not null }).Select(line =>
            $"对{RectificationText.Round(line)}通报的{Terms.Category(line.Category)}问题，整改时限为{Wording.Date(line.Limit!.Value)}，截至{Wording.Date(dataSet.EffectiveOn)}未完成整改，超期{line.DaysOver}天"));

    /// <summary>
    /// Days fall to whoever led on them, and some to a cooperating unit: a unit answers for its own only. Those of a unit that is gone
    /// follow its legal successor, and are told apart by the name of who led.
    /// </summary>
    private static string Late(ProposedEntry entry, string id, MilestoneFigures? figures)
    {
        var own = OwnDays(entry, id, figures);
        var former = Former(entry, id).ToList();
        if (figures is null || (former.Count == 0 && own >= figures.DaysLate))
            return own == 0 ? "" : $"，逾期{own}天";
        if (own == 0 && former.Count == 0)
            return "";
        IEnumerable<string> parts = own > 0 ? [$"计入该单位{own}天"] : [];
        return $"，逾期{figures.DaysLate}天，其中{Wording.List(parts.Concat(former.Select(f => $"由原{f.Unit}（{Wording.Date(f.On)}起由该单位承继）牵头期间{f.Days}天")))}";
    }

    private static IEnumerable<(string Unit, DateOnly On, int Days)> Former(ProposedEntry entry, string id)
    {
        var i = entry.Milestones.ToList().IndexOf(id);
        return from former in entry.Formerly ?? []
            where i >= 0 && i < former.Days.Count && former.Days[i] > 0
            select (former.Unit.Name, former.SucceededOn, former.Days[i]);
    }

    private static int OwnDays(ProposedEntry entry, string id, MilestoneFigures? figures)
    {
        var i = entry.Milestones.ToList().IndexOf(id);
        return entry.OwnDays is { } own && i >= 0 && i < own.Count ? own[i] : entry.Milestones.Count == 1 && entry.Days > 0 ? entry.Days : figures?.DaysLate ?? 0;
    }

    private static string Quoted(string id, MilestoneFigures? figures) => figures is null ? $"节点{id}" : $"“{Wording.Clause(figures.Statement)}”";

    private static MilestoneFigures? Find(HalfYearDataSet dataSet, string id) =>
        dataSet.Due.FirstOrDefault(milestone => milestone.Id == id) ?? dataSet.NextDue.FirstOrDefault(milestone => milestone.Id == id);
}
