using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Piton.Web.Tests;

namespace Piton.Faults.Ledgers;

/// <summary>Compares a library that has come back with what is known of it.</summary>
/// <param name="server">The server that has started on it.</param>
/// <param name="library">The data folder.</param>
/// <param name="ledger">What is known; what is seen is written into it.</param>
internal sealed partial class Examiner(Server server, string library, Ledger ledger)
{
    private const int IdLength = 32;

    private readonly Dictionary<string, Standing> _found = [];
    private readonly Dictionary<string, string> _ids = [];
    private readonly HashSet<string> _trash = [];

    /// <returns>A line for whatever is not as it was acknowledged, or is there without having been.</returns>
    public async Task<IReadOnlyList<string>> FindFlawsAsync()
    {
        await ListGalleryAsync();
        await ListTrashAsync();
        var flaws = new List<string>();
        foreach (var picture in ledger.Pictures)
        {
            flaws.AddRange(await JudgeAsync(picture));
        }

        flaws.AddRange(_ids.Values.Except(ledger.Pictures.Select(it => it.Id).OfType<string>()).Select(id => $"{id} is listed, and nobody sent it"));
        flaws.AddRange(_trash.Except(ledger.Pictures.Select(it => it.Id).OfType<string>()).Select(id => $"{id} is in the trash, and nobody sent it"));
        flaws.AddRange(FindLeftovers());
        return flaws;
    }

    private async Task<IReadOnlyList<string>> JudgeAsync(KnownPicture picture)
    {
        var found = _found.GetValueOrDefault(picture.Source) ?? (picture.Id is { } id && _trash.Contains(id) ? Standing.Trash : Standing.Absent);
        if (!picture.Possible.Contains(found))
        {
            return [$"picture {picture.Id ?? picture.Source} is {found}, and should be {string.Join(" or ", picture.Possible)}"];
        }

        ledger.Note(picture.Source, it => it.With([found]) with { Id = _ids.GetValueOrDefault(picture.Source) ?? it.Id });
        return found.Place == Place.Gallery ? await LookAsync(picture, _ids[picture.Source]) : [];
    }

    private async Task<IReadOnlyList<string>> LookAsync(KnownPicture picture, string id)
    {
        using var answer = await server.Client.GetAsync(new Uri($"/uploads/{id}/full", UriKind.Relative));
        if (!answer.IsSuccessStatusCode)
        {
            return [$"picture {id} is listed, and fetching it is answered with {(int)answer.StatusCode}"];
        }

        var hash = Ledger.HashOf(await answer.Content.ReadAsByteArrayAsync());
        ledger.Note(picture.Source, it => it with { Full = hash });
        return picture.Full is null || picture.Full == hash ? [] : [$"picture {id} is another than before"];
    }

    private async Task ListGalleryAsync()
    {
        string? next = null;
        do
        {
            var page = await server.Client.GetFromJsonAsync<JsonElement>($"{Uploads.Api}?limit=200&sort=oldest&after={next}");
            foreach (var image in page.GetProperty("items").EnumerateArray())
            {
                _found.Add(image.Text("sha256"), Standing.Named(image.Text("name")));
                _ids.Add(image.Text("sha256"), image.Text("id"));
            }

            next = page.GetProperty("next").GetString();
        }
        while (next is not null);
    }

    private async Task ListTrashAsync()
    {
        var address = "/trash";
        while (address is not null)
        {
            var page = await server.Client.GetStringAsync(new Uri(address, UriKind.Relative));
            _trash.UnionWith(Restorable().Matches(page).Select(match => match.Groups["id"].Value));
            address = NextPage().Match(page) is { Success: true } next ? next.Groups["path"].Value.Replace("&amp;", "&", StringComparison.Ordinal) : null;
        }
    }

    private IEnumerable<string> FindLeftovers()
    {
        var folders = Directory.GetDirectories(Path.Combine(library, "uploads"), "*", SearchOption.AllDirectories)
            .Select(folder => Path.GetFileName(folder)!).Where(name => name.Length == IdLength).ToHashSet();
        var known = _ids.Values.Concat(_trash).ToHashSet();
        return
        [
            .. known.Except(folders).Select(id => $"{id} has no folder"),
            .. folders.Except(known).Select(id => $"the folder {id} is left over"),
            .. Directory.GetFileSystemEntries(Path.Combine(library, "staging")).Select(entry => $"{entry} is left over"),
        ];
    }

    [GeneratedRegex("formaction=\"/images/(?<id>[0-9a-f]{32})/restore\"")]
    private static partial Regex Restorable();

    [GeneratedRegex("class=\"button primary\" href=\"(?<path>[^\"]+)\" rel=\"next\"")]
    private static partial Regex NextPage();
}
