using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Web.Tests.Pages;

namespace Piton.Web.Tests.Access;

/// <summary>What somebody sends beside the fields of a form is passed over, or refused; nobody becomes an owner or an administrator by it.</summary>
public sealed class MassAssignmentTests(PitonServer server) : IClassFixture<PitonServer>
{
    private const string Victim = "0123456789abcdef0123456789abcdef";

    private static readonly (string Name, string Value)[] Wishes =
    [
        ("owner", Victim), ("Owner", Victim), ("ownerId", Victim), ("owner.id", Victim), ("Image.Owner", Victim), ("account", Victim), ("actor", Victim), ("actor.account", Victim),
        ("role", "administrator"), ("Role", "30"), ("actor.role", "administrator"), ("account.role", "administrator"), ("isAdmin", "true"),
        ("id", Victim), ("createdAt", "2001-01-01"), ("deletedAt", "2001-01-01"), ("email", "eve@example.org"), ("emailConfirmed", "true"), ("securityStamp", "x"), ("isTwoFactorOn", "false"),
        ("passwordHash", "x"), ("disabledAt", ""),
    ];

    [Theory]
    [InlineData("multipart")]
    [InlineData("query")]
    public async Task Upload_WhenItNamesAnOwner_ShouldBelongToItsSender(string how)
    {
        using var client = server.ApiClient(Role.Visitor);
        using var form = Uploads.Form(TestImages.Jpeg(64, 64), "x.jpg", how == "multipart" ? Wishes[..14] : []);

        using var answer = await client.PostAsync(new Uri(Uploads.Api + (how == "query" ? Query() : ""), UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var image = await ImageAsync((await answer.JsonAsync()).Text("id"));
        Assert.Equal(server.Accounts[Role.Visitor].Id, image.Owner);
        Assert.Null(image.DeletedAt);
        Assert.True(image.CreatedAt.Year > 2001);
    }

    [Theory]
    [InlineData("{\"name\": \"mine\", \"owner\": {\"id\": \"0123456789abcdef0123456789abcdef\"}}")]
    [InlineData("{\"name\": \"mine\", \"owner\": \"0123456789abcdef0123456789abcdef\"}")]
    [InlineData("{\"name\": \"mine\", \"id\": \"0123456789abcdef0123456789abcdef\"}")]
    [InlineData("{\"name\": \"mine\", \"deletedAt\": null}")]
    [InlineData("{\"name\": \"mine\", \"createdAt\": \"2001-01-01\"}")]
    [InlineData("{\"name\": \"mine\", \"__proto__\": {\"owner\": \"x\"}}")]
    public async Task Patch_WhenItNamesMoreThanItMay_ShouldBeRefusedWhole(string json)
    {
        using var client = server.ApiClient(Role.Visitor);
        var id = (await client.UploadAsync(TestImages.Jpeg(64, 64), fields: ("name", "before"))).Text("id");

        using var answer = await client.PatchAsync(new Uri($"{Uploads.Api}/{id}", UriKind.Relative), new StringContent(json, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var image = await ImageAsync(id);
        Assert.Equal(("before", server.Accounts[Role.Visitor].Id), (image.Name, image.Owner));
    }

    [Fact]
    public async Task Patch_WhenTheQueryNamesAnOwner_ShouldChangeTheNameAlone()
    {
        using var client = server.ApiClient(Role.Visitor);
        var id = (await client.UploadAsync(TestImages.Jpeg(64, 64), fields: ("name", "before"))).Text("id");
        var before = await ImageAsync(id);

        using var answer = await client.PatchAsJsonAsync($"{Uploads.Api}/{id}{Query()}", new { name = "after" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(before with { Name = "after" }, await ImageAsync(id));
    }

    [Theory]
    [InlineData("form")]
    [InlineData("query")]
    public async Task Forms_WhenTheyNameARole_ShouldGiveNone(string how)
    {
        using var browser = server.Stranger();
        var email = $"eve-{Guid.NewGuid():N}@example.org";
        (string, string)[] own = [("email", email), ("name", "Eve"), ("password", TestAccounts.Password)];
        await PostAsync(browser, "/account/register", "/account/register", how, own);
        var before = (await FindAsync(email))!;
        Assert.Equal((Role.Pending, "Eve"), (before.Role, before.Name));

        await PostAsync(browser, "/account", "/account/profile", how, [("name", "Eva")]);

        // The name, and nothing that came with it.
        Assert.Equal(before with { Name = "Eva" }, await FindAsync(email));
        Assert.Null(await FindAsync("eve@example.org"));
    }

    [Theory]
    [InlineData("share")]
    [InlineData("delete")]
    public async Task Selection_WhenItNamesAnActor_ShouldBeRefused(string what)
    {
        using var client = server.ApiClient(Role.Visitor);
        using var other = server.ApiClient(Role.Administrator);
        var id = (await other.UploadAsync(TestImages.Jpeg(64, 64))).Text("id");

        using var answer = await client.PostAsJsonAsync(
            $"{Uploads.Api}/{what}", new { ids = new[] { id }, visibility = "private", actor = new { role = "administrator" }, owner = server.Accounts[Role.Visitor].Id.ToString() });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal((Visibility.Public, server.Accounts[Role.Administrator].Id), ((await ImageAsync(id)).Visibility, (await ImageAsync(id)).Owner));
    }

    private static string Query() => "?" + string.Join('&', Wishes.Select(wish => $"{wish.Name}={wish.Value}"));

    private static async Task PostAsync(HttpClient browser, string page, string path, string how, (string Name, string Value)[] own)
    {
        var names = own.Select(field => field.Name).ToHashSet();
        using var form = await browser.WithTokenAsync(page, how == "form" ? [.. own, .. Wishes.Where(wish => !names.Contains(wish.Name))] : own);
        using var answer = await browser.PostAsync(new Uri(how == "query" ? path + Query() : path, UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private async Task<Account?> FindAsync(string email) =>
        await server.Services.GetRequiredService<IAccountCatalog>().FindByEmailAsync(email, CancellationToken.None);

    private async Task<Image> ImageAsync(string id) => (await server.Services.GetRequiredService<IImageCatalog>().GetAsync(
        ImageId.TryParse(id, out var parsed) ? parsed : throw new InvalidOperationException("That is no id."), CancellationToken.None))!;
}
