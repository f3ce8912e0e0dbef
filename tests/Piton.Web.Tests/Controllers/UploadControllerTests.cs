using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NSubstitute;
using Piton.Domain.Images;
using Piton.Web.Tests.Pages;

namespace Piton.Web.Tests.Controllers;

/// <summary>The form of the page, with its token and several files, as a browser and as a script send it.</summary>
public sealed class UploadControllerTests(PitonServer server) : IClassFixture<PitonServer>
{
    private const string TokenField = "__RequestVerificationToken";

    [Fact]
    public async Task Upload_WhenFilesHaveNames_ShouldGiveEachItsOwnInOrder()
    {
        using var browser = server.Browser();

        using var form = await FormAsync(browser, TestImages.Jpeg(), TestImages.Png());
        form.Add(new StringContent("First"), "names[]");
        form.Add(new StringContent(""), "names[]");
        var report = await SendAsync(browser, form);

        Assert.True(report.GetProperty("success").GetBoolean());
        Assert.Equal(["First", "1"], report.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("image").Text("name")));
    }

    [Fact]
    public async Task Upload_WhenOneFileIsBad_ShouldTakeInTheOthersAndSayWhichIsNot()
    {
        using var browser = server.Browser();

        using var form = await FormAsync(browser, TestImages.Jpeg(), "no picture"u8.ToArray(), TestImages.Png());
        var report = await SendAsync(browser, form);

        Assert.False(report.GetProperty("success").GetBoolean());
        Assert.Equal([null, "unsupported_type", null], Codes(report));
        Assert.Equal("1.jpg", report.GetProperty("files")[1].Text("fileName"));
        Assert.NotEmpty(report.GetProperty("files")[1].Text("error"));
    }

    [Fact]
    public async Task Upload_WhenABrowserSendsIt_ShouldShowAVerdictForEachFile()
    {
        using var browser = server.Browser();

        using var form = await FormAsync(browser, TestImages.Jpeg(), "no picture"u8.ToArray());
        using var answer = await browser.PostAsync("/upload", form);
        var page = await answer.PageAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(page.QuerySelectorAll("main a[href^='/images/']").Select(link => link.GetAttribute("href")).Distinct());
        Assert.Contains("1.jpg", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_WhenNothingWasChosen_ShouldSaySo()
    {
        using var browser = server.Browser();

        using var form = await FormAsync(browser);
        form.Add(new ByteArrayContent([]) { Headers = { ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "files", FileName = "\"\"" } } });
        using var answer = await browser.PostAsync("/upload", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Choose at least one", (await answer.PageAsync()).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Upload_WhenTheTokenIsMissingOrLate_ShouldRefuseBeforeItTakesAFile(bool late)
    {
        using var browser = server.Browser();
        var before = server.Inventory();

        using var form = new MultipartFormDataContent { Uploads.FileContent(TestImages.Jpeg(), "files", "a.jpg") };
        if (late)
        {
            form.Add(new StringContent(await TokenAsync(browser)), TokenField);
        }

        using var answer = await browser.PostAsync("/upload", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(before, server.Inventory());
    }

    [Fact]
    public async Task Upload_WhenThereAreTooManyFiles_ShouldAnswer413AndKeepNone()
    {
        using var small = new PitonServer { Settings = { ["Piton:MaxFormFiles"] = "2" } };
        using var browser = small.Browser();
        using var form = await FormAsync(browser, TestImages.Png(), TestImages.Png(), TestImages.Png());
        var before = small.Inventory();

        using var answer = await browser.PostAsync("/upload", form);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal(before, small.Inventory());
    }

    [Fact]
    public async Task Upload_WhenThereAreTooManyFields_ShouldAnswer413()
    {
        using var small = new PitonServer { Settings = { ["Piton:MaxFormFiles"] = "2" } };
        using var browser = small.Browser();
        using var form = await FormAsync(browser, TestImages.Png());
        var before = small.Inventory();
        for (var field = 0; field < 40; field++)
        {
            form.Add(new StringContent("x"), "names[]");
        }

        using var answer = await browser.PostAsync("/upload", form);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal(before, small.Inventory());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Upload_WhenTheBodyIsOverTheLimit_ShouldReadItToItsEndAndAnswer413(bool chunked)
    {
        using var small = new PitonServer { Settings = { ["Piton:MaxFormBytes"] = "2000000" } };
        using var browser = small.Browser();
        using var form = await FormAsync(browser, TestImages.NoisyJpeg(1500, 1500), TestImages.NoisyJpeg(1500, 1500), new byte[4_000_000]);
        var before = small.Inventory();

        using var request = new HttpRequestMessage(HttpMethod.Post, "/upload") { Content = form, Headers = { TransferEncodingChunked = chunked } };
        using var answer = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal(before, small.Inventory());
    }

    [Fact]
    public async Task Upload_WhenOneFileMeetsAFault_ShouldTakeInTheOthers()
    {
        using var faulty = new PitonServer { Replace = services => FailOnce(services) };
        using var browser = faulty.Browser();

        using var form = await FormAsync(browser, TestImages.Png(), TestImages.Png());
        var report = await SendAsync(browser, form);

        Assert.Equal([null, "error"], Codes(report).Order());
    }

    private static void FailOnce(IServiceCollection services)
    {
        var real = services.Last(service => service.ServiceType == typeof(IImageConverter));
        services.RemoveAll<IImageConverter>();
        services.AddSingleton(provider =>
        {
            var inner = (IImageConverter)real.ImplementationFactory!(provider);
            var failed = 0;
            var converter = Substitute.For<IImageConverter>();
            converter.Gaps.Returns([]);
            converter.Begin(default!).ReturnsForAnyArgs(call => Interlocked.Exchange(ref failed, 1) == 0
                ? throw new InvalidOperationException("A fault of a test.")
                : inner.Begin(call.Arg<Stream>()));
            return converter;
        });
    }

    private static async Task<MultipartFormDataContent> FormAsync(HttpClient browser, params byte[][] files)
    {
        var form = new MultipartFormDataContent { { new StringContent(await TokenAsync(browser)), TokenField } };
        foreach (var (number, file) in files.Index())
        {
            form.Add(Uploads.FileContent(file, "files", $"{number}.jpg"));
        }

        return form;
    }

    private static async Task<string> TokenAsync(HttpClient browser) =>
        ((IHtmlInputElement)(await browser.PageAsync("/")).QuerySelector($"form[action='/upload'] input[name='{TokenField}']")!).Value;

    private static async Task<JsonElement> SendAsync(HttpClient browser, MultipartFormDataContent form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/upload") { Content = form };
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await browser.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.JsonAsync();
    }

    private static IEnumerable<string?> Codes(JsonElement report) =>
        report.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("code").GetString());
}
