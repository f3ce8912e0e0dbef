using Piton.Web.Tests.Judging;

namespace Piton.Web.Tests.Corpus;

/// <summary>A file of the corpus.</summary>
/// <param name="Path">Its path inside the corpus.</param>
/// <param name="Expectation">What is to become of it.</param>
internal sealed record CorpusRow(string Path, CorpusExpectation Expectation)
{
    private static readonly string[] Kinds = ["jpg", "png", "gif", "bmp", "txt", "html"];

    public static IReadOnlyList<CorpusRow> ReadAll() =>
    [
        .. File.ReadLines(SharedData.Find("corpus", "manifest.tsv")).Skip(1)
            .Select(line => line.Split('\t'))
            .Select(columns => new CorpusRow(columns[0], Enum.Parse<CorpusExpectation>(columns[1], ignoreCase: true))),
    ];

    public byte[] Read() => File.ReadAllBytes(SharedData.Find("corpus", Path));

    public Attempt ToAttempt(CorpusNaming naming)
    {
        var label = $"{Expectation} {Path}";
        if (naming == CorpusNaming.Own)
        {
            return new Attempt(label, Read(), $"picture{System.IO.Path.GetExtension(Path)}", "application/octet-stream");
        }

        var others = Kinds.Where(kind => !Path.EndsWith(kind, StringComparison.OrdinalIgnoreCase)).ToArray();
        var first = Path.Length % others.Length;
        return new Attempt(label, Read(), $"picture.{others[first]}", MediaType(others[(first + 1) % others.Length]));
    }

    private static string MediaType(string kind) => kind switch
    {
        "jpg" => "image/jpeg",
        "txt" => "text/plain",
        "html" => "text/html",
        _ => $"image/{kind}",
    };
}
