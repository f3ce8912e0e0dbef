using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Piton.Web.Tests;

namespace Piton.Faults.Ledgers;

/// <summary>Sends requests to a server that may die in them, and writes into the ledger what is known then.</summary>
internal sealed partial class Requests(HttpClient client, Ledger ledger)
{
    // What a server says that cannot know what is on its disk.
    private const string ReadOnly = "read_only";

    public Task<Answer> UploadAsync(byte[] file, string name)
    {
        var source = Ledger.HashOf(file);
        return ledger.ChangeAsync([source], Standing.Named(name), async () =>
        {
            using var form = Uploads.Form(file, "picture.jpg", ("name", name));
            return await AskAsync(() => client.PostAsync(Uploads.Api, form), image => ledger.Note(source, it => it with { Id = image.Text("id") }));
        });
    }

    public Task<Answer> RenameAsync(KnownPicture picture, string name) => ledger.ChangeAsync([picture.Source], Standing.Named(name), async () =>
    {
        using var change = new StringContent(JsonSerializer.Serialize(new { name }), null, "application/json");
        return await AskAsync(() => client.PatchAsync($"{Uploads.Api}/{picture.Id}", change));
    });

    public Task<Answer> DeleteAsync(KnownPicture picture) =>
        ledger.ChangeAsync([picture.Source], Standing.Trash, () => AskAsync(() => client.DeleteAsync(new Uri($"{Uploads.Api}/{picture.Id}", UriKind.Relative))));

    public Task<Answer> RestoreAsync(KnownPicture picture, string name) =>
        ledger.ChangeAsync([picture.Source], Standing.Named(name), () => AskAsync(() => client.PostAsync($"{Uploads.Api}/{picture.Id}/restore", null)));

    /// <summary>Removes what is in the trash for good. Of a refusal nobody knows how far it came.</summary>
    public async Task<Answer> EmptyTrashAsync()
    {
        if (await TokenAsync() is not { } token)
        {
            return Answer.Unknown;
        }

        return await ledger.ChangeAsync([.. ledger.In(Place.Trash).Select(picture => picture.Source)], Standing.Absent, async () =>
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
            var answer = await AskAsync(() => client.PostAsync("/trash/empty", form));
            return answer == Answer.Acknowledged ? answer : Answer.Unknown;
        });
    }

    /// <summary>Fetches the largest rendition of each picture that is surely there, and remembers it.</summary>
    public async Task LookAtAllAsync()
    {
        foreach (var picture in ledger.In(Place.Gallery).Where(picture => picture.Full is null))
        {
            var bytes = await client.GetByteArrayAsync($"/uploads/{picture.Id}/full");
            ledger.Note(picture.Source, it => it with { Full = Ledger.HashOf(bytes) });
        }
    }

    /// <summary>What a form has to come with; null where there is no page to take it from.</summary>
    private async Task<string?> TokenAsync()
    {
        try
        {
            return Antiforgery().Match(await client.GetStringAsync(new Uri("/trash", UriKind.Relative))).Groups["token"].Value;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task<Answer> AskAsync(Func<Task<HttpResponseMessage>> send, Action<JsonElement>? acknowledged = null)
    {
        try
        {
            using var answer = await send();
            var body = await answer.Content.ReadAsStringAsync();
            if (answer.IsSuccessStatusCode)
            {
                acknowledged?.Invoke(JsonSerializer.Deserialize<JsonElement>(body));
                return Answer.Acknowledged;
            }

            return answer.StatusCode == HttpStatusCode.InternalServerError || body.Contains(ReadOnly, StringComparison.Ordinal) ? Answer.Unknown : Answer.Refused;
        }
        catch (Exception fault) when (fault is HttpRequestException { StatusCode: null } or IOException)
        {
            // The server is dead, which is what this is about.
            return Answer.Unknown;
        }
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Antiforgery();
}
