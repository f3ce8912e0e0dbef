using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Piton.Web.Tests.Pages;

/// <summary>Reads pages and sends their forms, as a browser without JavaScript does.</summary>
internal static class PageReader
{
    public static async Task<IHtmlDocument> PageAsync(this HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        return await answer.PageAsync();
    }

    public static async Task<IHtmlDocument> PageAsync(this HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    /// <summary>Sends the form around the element that <paramref name="button"/> selects, with the values it has and those given.</summary>
    public static Task<HttpResponseMessage> SendFormAsync(
        this HttpClient browser, IHtmlDocument page, string button, params (string Name, string Value)[] values)
    {
        var pressed = page.QuerySelector(button) ?? throw new InvalidOperationException($"There is no {button} on the page.");
        var form = pressed.Closest("form")!;
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input[name]").ToDictionary(input => input.Name!, input => input.Value);
        foreach (var (name, value) in values)
        {
            fields[name] = value;
        }

        return browser.PostAsync(pressed.GetAttribute("formaction") ?? form.GetAttribute("action"), new FormUrlEncodedContent(fields));
    }

    /// <summary>The fields of a form with a token of this browser's, as if they stood on one of Piton's pages.</summary>
    public static Task<FormUrlEncodedContent> WithTokenAsync(this HttpClient browser, params (string Name, string Value)[] fields) =>
        browser.WithTokenAsync("/", fields);

    /// <summary>The same with a token of one page.</summary>
    public static async Task<FormUrlEncodedContent> WithTokenAsync(this HttpClient browser, string path, params (string Name, string Value)[] fields)
    {
        const string Token = "__RequestVerificationToken";
        var page = await browser.PageAsync(path);
        var token = page.QuerySelector<IHtmlInputElement>($"[name={Token}]")!.Value;
        return new FormUrlEncodedContent([new(Token, token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
    }

    /// <summary>Follows the answer to a form, which must be 303 See Other.</summary>
    public static async Task<IHtmlDocument> FollowAsync(this HttpClient browser, HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return await browser.PageAsync(answer.Headers.Location!.ToString());
    }

    public static string Text(this IParentNode page, string selector) =>
        page.QuerySelector(selector)?.TextContent.Trim() ?? throw new InvalidOperationException($"There is no {selector} on the page.");
}
