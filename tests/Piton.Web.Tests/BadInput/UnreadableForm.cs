using System.Net.Http.Headers;

namespace Piton.Web.Tests.BadInput;

/// <summary>Forms that no server can read.</summary>
internal static class UnreadableForm
{
    private const string Cut = "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nhalf";

    /// <param name="kind">Which one: <c>no boundary</c>, <c>cut</c>, <c>too many fields</c> or <c>too long</c>.</param>
    public static HttpContent Of(string kind) => kind switch
    {
        "no boundary" => Content("x", "multipart/form-data"),
        "cut" => Content(Cut, "multipart/form-data; boundary=b"),
        "too many fields" => Content(string.Join('&', Enumerable.Range(0, 1025).Select(number => $"f{number}=x")), "application/x-www-form-urlencoded"),
        "too long" => Content("name=" + new string('x', 2_000_000), "application/x-www-form-urlencoded"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such form."),
    };

    private static StringContent Content(string body, string type) =>
        new(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
}
