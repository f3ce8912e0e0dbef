using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Web.Tests.Api.Description;
using Piton.Web.Tests.Pages;

namespace Piton.Web.Tests.Access;

/// <summary>A house with everybody of <see cref="AccessTable.People"/> at the door, and a picture of its owner in each state.</summary>
public sealed class House : PitonServer
{
    private readonly Dictionary<string, Person> _people = [];
    private readonly Dictionary<string, Image> _images = [];

    public House() => Settings["Piton:Originals"] = "Keep";

    internal IReadOnlyDictionary<string, Person> People => _people;

    /// <summary>By <c>public</c>, <c>unlisted</c>, <c>private</c> and <c>trashed</c>.</summary>
    internal IReadOnlyDictionary<string, Image> Images => _images;

    internal Account Owner { get; private set; } = null!;

    internal Account Other { get; private set; } = null!;

    /// <summary>Lets everybody come.</summary>
    public async Task FillAsync()
    {
        if (_people.Count > 0)
        {
            return;
        }

        var hash = Services.GetRequiredService<ICredentials>().Hash(TestAccounts.Password);
        Owner = await AddAsync(Role.Visitor, hash);
        Other = await AddAsync(Role.Visitor, hash);
        var shut = await AddAsync(Role.Administrator, hash);
        await AcceptAsync("anonymous", null);
        await AcceptAsync("pending", await AddAsync(Role.Pending, hash));
        await AcceptAsync("owner", Owner);
        await AcceptAsync("visitor", Other);
        await AcceptAsync("janitor", await AddAsync(Role.Janitor, hash));
        await AcceptAsync("moderator", await AddAsync(Role.Moderator, hash));
        await AcceptAsync("administrator", await AddAsync(Role.Administrator, hash));
        await Services.GetRequiredService<IAccountCatalog>().UpdateAsync(shut.Id, account => account with { DisabledAt = DateTimeOffset.UtcNow }, CancellationToken.None);
        await AcceptAsync("disabled", shut);
        await AcceptAsync("expired", await AddAsync(Role.Administrator, hash), lasts: TimeSpan.FromSeconds(-1));
        foreach (var scope in new[] { TokenScopes.Read, TokenScopes.Upload, TokenScopes.Manage, TokenScopes.Metrics })
        {
            var (account, token) = TestAccounts.New(Role.Administrator, hash, scope);
            await Services.GetRequiredService<IAccountCatalog>().AddAsync(account, CancellationToken.None);
            await AcceptAsync($"token {TokenScopeNames.NamesOf(scope).Single()}", account, token);
        }

        foreach (var state in new[] { "public", "unlisted", "private", "trashed" })
        {
            _images[state] = await UploadAsync(state);
        }
    }

    /// <summary>Puts every picture back into its state.</summary>
    public async Task TidyAsync()
    {
        foreach (var image in _images.Values)
        {
            await Services.GetRequiredService<IImageCatalog>().UpdateAsync(image.Id, _ => image, CancellationToken.None);
        }
    }

    private async Task<Image> UploadAsync(string state)
    {
        var visibility = state == "trashed" ? "public" : state;
        var uploaded = await _people["owner"].Client.UploadAsync(TestImages.Jpeg(), "picture.jpg", ("name", $"picture {state}"), ("visibility", visibility));
        var id = ImageId.TryParse(uploaded.Text("id"), out var parsed) ? parsed : throw new InvalidOperationException("There is no picture.");
        var catalog = Services.GetRequiredService<IImageCatalog>();
        var image = (await catalog.GetAsync(id, CancellationToken.None))!;
        return state == "trashed"
            ? (await catalog.UpdateAsync(id, found => found.MoveToTrash(DateTimeOffset.UtcNow), CancellationToken.None)).Image!
            : image;
    }

    private async Task<Account> AddAsync(Role role, string hash)
    {
        var (account, _) = TestAccounts.New(role, hash);
        await Services.GetRequiredService<IAccountCatalog>().AddAsync(account, CancellationToken.None);
        return account;
    }

    private async Task AcceptAsync(string name, Account? account, string? token = null, TimeSpan? lasts = null)
    {
        var client = new HttpClient(new DescribedAnswers { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false } }) { BaseAddress = Address };
        var cookies = new List<string>();
        if (token is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
        else if (account is not null)
        {
            var key = SecretKey.New();
            await Services.GetRequiredService<ISessionCatalog>().AddAsync(
                new Session
                {
                    Id = SessionId.New(),
                    KeyHash = SecretKey.HashOf(key),
                    Account = account.Id,
                    SecurityStamp = account.SecurityStamp,
                    CreatedAt = DateTimeOffset.UtcNow,
                    SeenAt = DateTimeOffset.UtcNow,
                    ExpiresAt = DateTimeOffset.UtcNow + (lasts ?? TimeSpan.FromHours(1)),
                },
                CancellationToken.None);
            cookies.Add($"piton-session={key}");
        }

        if (cookies.Count > 0)
        {
            client.DefaultRequestHeaders.Add("Cookie", cookies[0]);
        }

        using (var page = await client.GetAsync(new Uri("/account/sign-in", UriKind.Relative)))
        {
            cookies.AddRange(page.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(cookie => cookie.Split(';')[0]).Where(cookie => cookie.StartsWith("piton-antiforgery", StringComparison.Ordinal)) : []);
            var document = await page.PageAsync();
            client.DefaultRequestHeaders.Add("RequestVerificationToken", document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value"));
        }

        client.DefaultRequestHeaders.Remove("Cookie");
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", cookies));
        _people.Add(name, new Person(name, client, account?.Id));
    }
}
