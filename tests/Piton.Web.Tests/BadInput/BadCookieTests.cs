using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Piton.Web.Tests.BadInput;

public sealed class BadCookieTests
{
    [Theory]
    [InlineData("piton-antiforgery")]
    [InlineData(".AspNetCore.Mvc.CookieTempDataProvider")]
    public async Task Get_WhenACookieIsGarbage_ShouldShowThePageAndBeNoNewsForTheOperator(string cookie)
    {
        using var log = new RecordedLog();
        using var server = new PitonServer { Replace = services => services.AddSingleton<ILoggerProvider>(log) };
        using var client = server.ApiClient();

        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Cookie", $"{cookie}=CfDJ8garbage" } } };
        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(log.Warnings);
    }
}
