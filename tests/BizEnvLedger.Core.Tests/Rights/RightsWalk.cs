using System.Reflection;
using BizEnvLedger.Core.Ledger;
using BizEnvLedger.Core.Rights;

namespace BizEnvLedger.Core.Tests.Rights;

/// <summary>Walks through the whole table: every command × every role × every way in which a caller can stand to the matter.</summary>
public class RightsWalk(ITestOutputHelper output)
{
    internal static readonly IReadOnlyList<RightsCase> Cases =
        [.. typeof(RightsWalk).Assembly.GetTypes().Where(t => t.IsDefined(typeof(RightsCasesAttribute))).OrderBy(t => t.FullName)
            .SelectMany(t => (IEnumerable<RightsCase>)t.GetMethod("Cases", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null)!)];

    [Fact]
    public void Every_row_has_a_case_and_every_case_a_row() =>
        Cases.Select(c => c.Command).Distinct().Order().ShouldBe(RightsTable.All.Select(r => r.Command).Distinct().Order());

    [Fact]
    public void No_two_commands_have_one_name() =>
        typeof(RightsTable).Assembly.GetTypes().Where(t => t.Namespace?.EndsWith(".Acts", StringComparison.Ordinal) == true && t.IsPublic && t.GetMethod("Decide", BindingFlags.Public | BindingFlags.Static) is not null)
            .Select(t => t.Name).ShouldBeUnique();

    [Fact]
    public void No_row_stands_twice() => RightsTable.All.ShouldBeUnique();

    [Fact]
    public void Every_command_of_every_slice_asks_the_table()
    {
        // A command is a public record under an Acts folder whose class has a Decide.
        var commands = typeof(RightsTable).Assembly.GetTypes()
            .Where(t => t.Namespace?.EndsWith(".Acts", StringComparison.Ordinal) == true && t.IsPublic && t.GetMethod("Decide", BindingFlags.Public | BindingFlags.Static) is not null)
            .Select(t => t.Name);
        commands.Except(RightsTable.All.Select(r => r.Command.Split(' ')[0])).ShouldBeEmpty();
    }

    [Fact]
    public void Every_combination_is_as_the_table_says()
    {
        var (allowed, refused) = (0, 0);
        var wrong = new List<string>();
        foreach (var @case in Cases)
            foreach (var role in Enum.GetValues<Role>())
                foreach (var position in Position.Of(@case))
                {
                    var who = position.Caller(role);
                    var may = RightsTable.All.Any(r => r.Command == @case.Command && r.Role == role && position.Has(r.Relation));
                    var decision = @case.Given.Decide(@case.When with { Who = who });
                    var did = decision.Refusal is null;
                    (allowed, refused) = did ? (allowed + 1, refused) : (allowed, refused + 1);
                    if (did != may || (!may && decision.Refusal?.Kind != RefusalKind.NotAllowed))
                        wrong.Add($"{@case.Command} as {role}, {position.Name}: table says {may}, decision says {decision.Refusal?.Code ?? "accepted"}");
                }

        wrong.ShouldBeEmpty();
        allowed.ShouldBeGreaterThan(Cases.Count - 1);
        output.WriteLine($"{Cases.Count} situations of {RightsTable.All.Select(r => r.Command).Distinct().Count()} commands, {allowed + refused} combinations: {allowed} allowed, {refused} refused, none unexplained.");
    }

    /// <summary>How a caller stands: which units it acts for and comes from, and whether it is the person who did it.</summary>
    private sealed record Position(string Name, string? Unit, bool IsDoer, bool IsNamed, RightsCase Case)
    {
        public static IEnumerable<Position> Of(RightsCase c)
        {
            var units = new (string Name, string? Unit)[]
            {
                ("lead", c.Lead), ("cooperating", c.Cooperating), ("data owner", c.DataOwner), ("addressee", c.Addressee), ("owner", c.Owner), ("party", c.Party),
                ("outside", c.Outside), ("apart", c.Apart),
            };
            foreach (var (name, unit) in units.Where(u => u.Unit is not null))
            {
                yield return new(name, unit, false, false, c);
                if (c.Doer is not null)
                    yield return new(name + ", the doer in person", unit, true, false, c);
                if (c.Named is not null)
                    yield return new(name + ", the person named", unit, false, true, c);
            }

            yield return new("of no unit", null, false, false, c);
            if (c.Named is not null)
                yield return new("of no unit, the person named", null, false, true, c);
        }

        public Caller Caller(Role role) =>
            new(IsDoer ? Case.Doer! : IsNamed ? Case.Named! : "somebody-else", new HashSet<Role> { role }, Unit, Unit is null ? new HashSet<string>() : new HashSet<string> { Unit });

        public bool Has(Relation relation) => relation switch
        {
            Relation.Any => true,
            Relation.Lead => Is(Case.Lead),
            Relation.Concerned => Is(Case.Lead) || Is(Case.Cooperating),
            Relation.DataOwner => Is(Case.DataOwner) || Is(Case.Lead) || Is(Case.Cooperating),
            Relation.Addressee => Is(Case.Addressee),
            Relation.Owner => Is(Case.Owner),
            Relation.SecondPerson => Is(Case.Owner) && !IsDoer,
            Relation.Named => IsNamed && Has(Relation.Apart),
            Relation.Apart => Unit is not null && !IsDoer && !Is(Case.Lead) && !Is(Case.Cooperating) && !Is(Case.DataOwner) && !Is(Case.Addressee) && !Is(Case.Owner) && !Is(Case.Party),
            Relation.OtherPerson => !IsDoer,
            _ => throw new ArgumentOutOfRangeException(nameof(relation)),
        };

        private bool Is(string? unit) => unit is not null && unit == Unit;
    }
}
