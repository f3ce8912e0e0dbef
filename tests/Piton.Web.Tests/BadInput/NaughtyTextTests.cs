using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Web.Tests.Access;
using Piton.Web.Tests.Pages;

namespace Piton.Web.Tests.BadInput;

/// <summary>
/// Texts that break programs, in the fields of accounts, of searches and of descriptions; names of pictures and files are <see cref="HostileNameTests"/>. Each is refused
/// in words or comes back as it was, and stays a text.
/// </summary>
public sealed class NaughtyTextTests : IAsyncLifetime, IDisposable
{
    // Some of each kind, for where the shared list is not.
    private static readonly string[] Own =
    [
        "", " ", "null", "undefined", "true", "-1", "1E+02", "NaN", "0x0", "¹²³", "ÅÍÎÏ˝ÓÔ", "田中さんにあげて下さい", "ﷺ", "👩‍❤️‍💋‍👩 🇺🇸", "בְּרֵאשִׁית", "\u202etest\u202e", "\u200b\ufeff", "T\u0316\u0320o\u0354",
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onfocus='alert(1)' autofocus='", "</title><svg/onload=alert(1)>", "javascript:alert(1)", "{{7*7}}${7*7}#{7*7}@(7*7)",
        "';DROP TABLE users; --", "$(touch /tmp/x)`id`", "../../../etc/passwd", "%2e%2e%2f%00", "{0} {1:N0} %s %d", "&lt;b&gt; &amp;", "a\r\nSet-Cookie: x=1", "\0\u0001\u0007\u001b[31m", "\u0085\u009f",
        "=cmd|' /C calc'!A0", "\\", "\"", "a;b=c", "con.png", "🐍🐍🐍", "\ufffe\uffff",
    ];

    // What is asked here is not how slow a hash is.
    private readonly House _house = new()
    {
        Settings = { ["Piton:Access:RequestsPerMinute"] = "1000000", ["Piton:Access:SignInsPerMinute"] = "1000000" },
        Replace = services => services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount = 1),
    };

    private readonly ConcurrentBag<string> _wrong = [];

    public Task InitializeAsync() => _house.FillAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _house.Dispose();

    [Fact]
    public Task Texts_OfThisList_ShouldComeBackUnharmed() => AssertUnharmedAsync(Own);

    [SkippableFact]
    public async Task Texts_OfTheBigList_ShouldComeBackUnharmed() => await AssertUnharmedAsync(
        JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(SharedData.Find("corpus", "names", "blns.json")))!);

    // Field by field at once: each has people of its own, so that none waits for another.
    private async Task AssertUnharmedAsync(string[] texts)
    {
        Func<string, Task>[] fields = [AccountNameAsync, TokenNameAsync, EmailAsync, DescriptionAsync, SearchAsync, AdministrationAsync];
        await Task.WhenAll(fields.Select(field => Task.Run(async () =>
        {
            foreach (var text in texts)
            {
                await field(text);
            }
        })));
        Assert.True(_wrong.IsEmpty, string.Join('\n', _wrong));
    }

    private async Task AccountNameAsync(string text)
    {
        var owner = _house.People["owner"];
        using var answer = await PostAsync(owner, "/account/profile", ("name", text));
        if (answer.StatusCode == HttpStatusCode.BadRequest)
        {
            var form = await PageAsync(answer, text);
            Note("name of an account, refused", IsUnreadable(text) || (Account.CheckName(text.Trim()) is not null && form.QuerySelector("#name-error") is not null), text);
            return;
        }

        var page = await PageAsync(owner, "/account", text);
        Note("name of an account", answer.StatusCode == HttpStatusCode.SeeOther && IsSame(text, page.Text("h1")) && IsSame(text, Value(page, "#name")), text);
        var stored = (await _house.Services.GetRequiredService<IAccountCatalog>().GetAsync(owner.Account!.Value, CancellationToken.None))!.Name;
        Note("name of an account, stored", stored == text.Trim(), text);

        // The owner of a picture, as others are told by the API.
        var image = await owner.Client.GetFromJsonAsync<JsonElement>($"{Uploads.Api}/{_house.Images["public"].Id}");
        Note("name of an owner in JSON", image.GetProperty("owner").Text("name") == text.Trim(), text);
    }

    private async Task TokenNameAsync(string text)
    {
        var visitor = _house.People["visitor"];
        using var answer = await PostAsync(visitor, "/account/tokens", ("name", text), ("scopes", "read"));
        var page = await PageAsync(answer, text);
        Note(
            "name of a token",
            answer.IsSuccessStatusCode
                ? IsSame(text, page.QuerySelectorAll("#tokens .entries b")[^1].TextContent) && AsHtml(page.Text(".said")).Contains(AsHtml(text), StringComparison.Ordinal)
                : answer.StatusCode == HttpStatusCode.BadRequest && (IsUnreadable(text) || Account.CheckName(text.Trim()) is not null),
            text);
        await _house.Services.GetRequiredService<IAccountCatalog>().UpdateAsync(visitor.Account!.Value, account => account with { Tokens = [] }, CancellationToken.None);
    }

    private async Task EmailAsync(string text)
    {
        var stranger = _house.People["anonymous"];
        foreach (var email in new[] { text, $"{text}@example.org" })
        {
            var accounts = _house.Services.GetRequiredService<IAccountCatalog>();
            var isTaken = await accounts.FindByEmailAsync(email, CancellationToken.None) is not null;
            using var registered = await PostAsync(stranger, "/account/register", ("email", email), ("name", "Somebody"), ("password", TestAccounts.Password));
            var isIn = registered.StatusCode == HttpStatusCode.SeeOther;
            var known = await accounts.FindByEmailAsync(email, CancellationToken.None);
            Note("e-mail address, registered", isIn == (EmailAddress.Check(email.Trim()) is null && !isTaken) && (!isIn || known?.Email == email.Trim()), email);
            if (IsUnreadable(email))
            {
                Note("e-mail address, unreadable", registered.StatusCode == HttpStatusCode.BadRequest, email);
                continue;
            }

            if (!isIn)
            {
                Note($"e-mail address, refused with {registered.StatusCode}", (int)registered.StatusCode is 400 or 409 && IsSame(email, Value(await PageAsync(registered, email), "#email")), email);
            }

            using var wrong = await PostAsync(stranger, "/account/sign-in", ("email", email), ("password", "wrong horse"), ("returnUrl", text));
            var page = await PageAsync(wrong, email);
            Note("e-mail address at the sign-in", IsSame(email, Value(page, "#email")) && IsSame(text, Value(page, "input[name=returnUrl]")), email);
        }
    }

    private async Task DescriptionAsync(string text)
    {
        var (keeper, id) = (_house.People["moderator"], _house.Images["public"].Id);
        using var token = new HttpRequestMessage(HttpMethod.Patch, $"{Uploads.Api}/{id}") { Content = JsonContent.Create(new { alt = text }) };
        using var answer = await keeper.Client.SendAsync(token);
        var stored = (await _house.Services.GetRequiredService<IImageCatalog>().GetAsync(id, CancellationToken.None))!;
        Note("description", answer.IsSuccessStatusCode && (stored.Alt ?? "") == (string.IsNullOrWhiteSpace(text) ? "" : text), text);

        var page = await PageAsync(keeper, $"/images/{id}", text);
        var shown = stored.Alt ?? stored.Name;
        Note(
            "description on the page",
            IsSame(shown, page.QuerySelector("meta[property='og:image:alt']")!.GetAttribute("content")!) && IsSame(shown, page.QuerySelector(".photo img")!.GetAttribute("alt")!),
            text);
    }

    private async Task SearchAsync(string text)
    {
        var stranger = _house.People["anonymous"];
        var query = $"?q={Uri.EscapeDataString(text)}";
        var page = await PageAsync(stranger, $"/{query}", text);
        Note("search", IsSame(text, Value(page, "#q")), text);
        using var answer = await stranger.Client.GetAsync(new Uri(Uploads.Api + query, UriKind.Relative));
        Note("search of the API", answer.StatusCode == HttpStatusCode.OK || (text.Length > ImageName.MaxLength && answer.StatusCode == HttpStatusCode.BadRequest), text);
        await PageAsync(stranger, $"/account/sign-in?returnUrl={Uri.EscapeDataString(text)}", text);
    }

    private async Task AdministrationAsync(string text)
    {
        var keeper = _house.People["administrator"];
        var escaped = Uri.EscapeDataString(text);
        Note("search of accounts", IsSame(text, Value(await PageAsync(keeper, $"/admin/users?q={escaped}", text), "#users-q")), text);
        await PageAsync(keeper, $"/admin/users?role={escaped}", text);
        await PageAsync(keeper, $"/admin/audit?act={escaped}", text);
        await PageAsync(keeper, $"/admin/users/{_house.Owner.Id}", text);
    }

    private void Note(string what, bool isRight, string text)
    {
        if (!isRight)
        {
            _wrong.Add($"{what}: {JsonSerializer.Serialize(text)}");
        }
    }

    // No form with a NUL in it is read at all.
    private static bool IsUnreadable(string text) => text.Contains('\0', StringComparison.Ordinal);

    private static bool IsSame(string text, string seen) => AsHtml(text) == AsHtml(seen);

    // HTML has no way to write these: a parser turns NUL into U+FFFD, and a carriage return into a line feed.
    private static string AsHtml(string text) => text.Replace('\0', '\ufffd').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();

    private static string Value(IHtmlDocument page, string selector) => page.QuerySelector(selector)?.GetAttribute("value") ?? "";

    private static async Task<HttpResponseMessage> PostAsync(Person person, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form, Headers = { { "Accept", "text/html" } } };
        return await person.Client.SendAsync(request);
    }

    private async Task<IHtmlDocument> PageAsync(Person person, string path, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/html" } } };
        using var answer = await person.Client.SendAsync(request);
        Note($"{(int)answer.StatusCode} for {path.Split('?')[0]}", (int)answer.StatusCode is 200 or 400 or 404, text);
        return await PageAsync(answer, text);
    }

    // A text that has become a part of the page would be an element, or one that does something.
    private async Task<IHtmlDocument> PageAsync(HttpResponseMessage answer, string text)
    {
        var page = await answer.PageAsync();
        var isQuiet = page.All.All(element => element.LocalName is not ("iframe" or "object" or "embed" or "base" or "marquee" or "blink" or "plaintext")
            && !(element.LocalName == "script" && !element.HasAttribute("src") && element.GetAttribute("type") != "application/json")
            && element.Attributes.All(IsQuiet));
        Note($"{page.Title}: a part of the page", isQuiet, text);
        return page;
    }

    private static bool IsQuiet(IAttr attribute) => !attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
        && !(attribute.Name is "href" or "src" or "action" or "formaction" && attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
}
