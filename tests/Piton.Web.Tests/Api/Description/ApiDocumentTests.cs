using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Piton.Application.Refusals;
using Piton.Domain.Access;
using Piton.Web.Api.Description;
using Piton.Web.Results;
using Piton.Web.Tests.Pages;

namespace Piton.Web.Tests.Api.Description;

public sealed class ApiDocumentTests(PitonServer server) : IClassFixture<PitonServer>, IAsyncLifetime
{
    // What only the pages and the command line answer with.
    private static readonly ErrorCode[] OfAccounts =
    [
        ErrorCode.WrongCredentials, ErrorCode.WrongPassword, ErrorCode.WrongCode, ErrorCode.TicketOver, ErrorCode.WrongSetupCode, ErrorCode.AccountDisabled,
        ErrorCode.RegistrationClosed, ErrorCode.BadEmail, ErrorCode.EmailTaken, ErrorCode.PasswordTooShort, ErrorCode.PasswordTooLong, ErrorCode.PasswordCommon,
        ErrorCode.UnknownRole, ErrorCode.LastAdministrator, ErrorCode.OwnRole, ErrorCode.UnknownScope, ErrorCode.BadExpiry, ErrorCode.TooManyTokens, ErrorCode.WrongToken,
    ];

    private DescribedApi _api = null!;

    public async Task InitializeAsync()
    {
        using var client = server.Stranger();
        _api = new DescribedApi(JsonDocument.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative))).RootElement);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Operations_OfTheRouter_ShouldAllBeDescribed()
    {
        var routes = server.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText?.StartsWith("api/", StringComparison.Ordinal) == true || route.Metadata.OfType<IApiBehaviorMetadata>().Any())
            .SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(
                method => $"{method} /{route.RoutePattern.RawText!.Replace(":imageid", "", StringComparison.Ordinal)}"))
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.NotEmpty(routes);
        Assert.Equal(routes, _api.Operations.Select(described => $"{described.Method} {described.Path}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Operations_OfPiton_ShouldSayWhatTheyDoForWhomAndHow() => Assert.All(_api.Operations, described =>
    {
        Assert.NotEqual("", described.Operation.Text("summary"));
        Assert.NotEmpty(described.Operation.GetProperty("security").EnumerateArray());
        Assert.StartsWith("curl ", described.Operation.GetProperty("x-codeSamples")[0].Text("source"), StringComparison.Ordinal);
        Assert.All(Parameters(described.Operation), parameter => Assert.NotEqual("", parameter.Text("description")));
        Assert.Contains(described.Operation.GetProperty("responses").EnumerateObject(), answer => answer.Name.StartsWith('2'));
        Assert.All(described.Operation.GetProperty("responses").EnumerateObject(), answer => Assert.NotEqual("", answer.Value.Text("description")));
    });

    [Fact]
    public void Security_OfOperations_ShouldBeThatOfTheRightsTable()
    {
        var scopes = _api.Operations.ToDictionary(
            described => $"{described.Method} {described.Path}",
            described => string.Join(' ', described.Operation.GetProperty("security").EnumerateArray().Select(
                way => way.TryGetProperty("bearer", out var named) ? named[0].GetString() : "nobody")));

        Assert.Equal("upload", scopes["POST /api/v1/images"]);
        Assert.Equal("manage", scopes["PATCH /api/v1/images/{id}"]);
        Assert.Equal("read manage nobody", scopes["GET /api/v1/images"]);
    }

    [Fact]
    public void Codes_OfTheFailureTable_ShouldEachBeDescribedWithItsStatus()
    {
        var described = (
            from operation in _api.Operations
            from answer in operation.Operation.GetProperty("responses").EnumerateObject()
            where answer.Value.TryGetProperty("content", out var content) && content.TryGetProperty("application/problem+json", out _)
            from code in answer.Value.GetProperty("content").GetProperty("application/problem+json").GetProperty("schema").GetProperty("properties").GetProperty("code").GetProperty("enum").EnumerateArray()
            select (answer.Name, code.GetString()!)).ToHashSet();

        Assert.All(Enum.GetValues<ErrorCode>().Except(OfAccounts), code => Assert.Contains(($"{FailureTable.Status(code)}", code.Text()), described));
        Assert.All(OfAccounts, code => Assert.DoesNotContain(described, pair => pair.Item2 == code.Text()));
    }

    [Fact]
    public void Examples_OfAnswers_ShouldBeAsTheyAreDescribed()
    {
        var examples = (
            from operation in _api.Operations
            from answer in operation.Operation.GetProperty("responses").EnumerateObject()
            where answer.Value.TryGetProperty("content", out _)
            from content in answer.Value.GetProperty("content").EnumerateObject()
            where content.Value.TryGetProperty("example", out _)
            select (operation.Method, Path: operation.Path.Replace("{id}", Examples.Id, StringComparison.Ordinal), Status: int.Parse(answer.Name, System.Globalization.CultureInfo.InvariantCulture), content.Name, Example: content.Value.GetProperty("example").GetRawText())).ToList();

        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.Null(_api.FaultOf(example.Method, example.Path, example.Status, example.Name, example.Example)));
    }

    [Fact]
    public void Answer_WhenItIsNotAsDescribed_ShouldBeFound()
    {
        Assert.Contains("is not described", _api.FaultOf("GET", "/api/v1/images", 418, "application/json", "{}"), StringComparison.Ordinal);
        Assert.Contains("lacks items", _api.FaultOf("GET", "/api/v1/images", 200, "application/json", "{}"), StringComparison.Ordinal);
        Assert.Contains("is not described", _api.FaultOf("GET", "/api/v1/images", 200, "application/json", """{"items":[],"next":null,"total":0,"more":1}"""), StringComparison.Ordinal);
        Assert.Contains("is string", _api.FaultOf("GET", "/api/v1/images", 200, "application/json", """{"items":[],"next":null,"total":"0"}"""), StringComparison.Ordinal);
        Assert.Contains("one of", _api.FaultOf("GET", "/api/v1/images", 400, "application/problem+json", """{"status":400,"detail":"","code":"odd"}"""), StringComparison.Ordinal);
        Assert.Contains("is text/html", _api.FaultOf("GET", "/api/v1/images", 400, "text/html", ""), StringComparison.Ordinal);
        Assert.Null(_api.FaultOf("GET", "/api/v1/images", 200, "application/json", """{"items":[],"next":null,"total":0}"""));
    }

    [Fact]
    public async Task Curl_OfEachOperation_ShouldDoWhatItSays()
    {
        using var client = server.ApiClient();
        var folder = Directory.CreateTempSubdirectory("piton-curl-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "holiday.jpg"), TestImages.Jpeg());
            foreach (var (method, path, operation) in _api.Operations)
            {
                var id = (await client.UploadAsync(TestImages.Jpeg(64, 64))).Text("id");
                var example = operation.GetProperty("x-codeSamples")[0].Text("source").Replace(Examples.Id, id, StringComparison.Ordinal);

                var status = await RunAsync(example, folder.FullName);

                Assert.True(status is >= 200 and < 300, $"{method} {path}: {status} by {example}");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public async Task Page_OfTheApi_ShouldShowEachOperationWithItsExample(string language)
    {
        using var client = server.Stranger();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        var page = await client.PageAsync("/docs/api");

        var sections = page.QuerySelectorAll(".reference > section:has(h2)");
        Assert.Equal(_api.Operations.Select(described => $"{described.Method} {described.Path}"), sections.Select(section => section.QuerySelector("h2")!.TextContent));
        Assert.Equal(
            _api.Operations.Select(described => described.Operation.GetProperty("x-codeSamples")[0].Text("source")),
            sections.Select(section => section.QuerySelector("pre")!.TextContent));
        Assert.All(page.QuerySelectorAll(".reference a[href^='#']"), link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!.Replace("#", "[id=\"", StringComparison.Ordinal) + "\"]")));
    }

    [Fact]
    public void Texts_OfTheDocument_ShouldAllBeInSpanish()
    {
        var said = Texts(_api.Document).Concat(["list", "whole number", "number", "yes or no", "file", "text", "object"]).ToHashSet();

        Assert.Equal(said.Order(StringComparer.Ordinal), SpanishTextsTests.Read("Piton.Web.Resources.Models.ApiTexts").Keys.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<JsonElement> Parameters(JsonElement operation) =>
        operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : [];

    private static IEnumerable<string> Texts(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Object => part.EnumerateObject().Where(property => property.Name != "example").SelectMany(property =>
            property is { Name: "summary" or "description", Value.ValueKind: JsonValueKind.String } ? [property.Value.GetString()!] : Texts(property.Value)),
        JsonValueKind.Array => part.EnumerateArray().SelectMany(Texts),
        _ => [],
    };

    private async Task<int> RunAsync(string example, string folder)
    {
        var start = new System.Diagnostics.ProcessStartInfo("bash", ["-c", $"{example} -sS -w '\\n%{{http_code}}' | tail -n 1"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            Environment = { ["PITON"] = server.Address.ToString().TrimEnd('/'), ["TOKEN"] = server.Accounts.BearerOf(Role.Administrator).Parameter },
        };
        using var process = System.Diagnostics.Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return int.TryParse(output.Trim(), out var status) ? status : 0;
    }
}
