namespace Piton.Architecture.Tests.Rules;

/// <summary>Names that are allowed; one that ends in <c>.*</c> stands for all that begin so.</summary>
internal sealed class AllowList(params string[] allowed)
{
    public IEnumerable<string> Outside(IEnumerable<string> names) => names.Where(name => !allowed.Any(entry => Covers(entry, name)));

    private static bool Covers(string entry, string name) => entry.EndsWith(".*", StringComparison.Ordinal)
        ? name.StartsWith(entry[..^1], StringComparison.Ordinal)
        : name == entry;
}
