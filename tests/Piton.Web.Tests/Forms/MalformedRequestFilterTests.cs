using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Routing;
using Piton.Web.Forms;
using Piton.Web.Results;
using Piton.Web.Tests.Pages;

namespace Piton.Web.Tests.Forms;

public sealed class MalformedRequestFilterTests(PitonServer server) : IClassFixture<PitonServer>
{
    [Theory]
    [InlineData("en", "open too long")]
    [InlineData("es", "demasiado tiempo abierta")]
    public async Task Post_WhenTheTokenIsNoLongerGood_ShouldSayThatThePageIsTooOld(string language, string said)
    {
        using var browser = server.Browser();
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        using var form = await browser.PostAsync("/trash/empty", new FormUrlEncodedContent([new("__RequestVerificationToken", "old")]));
        using var upload = await browser.PostAsync("/upload", new MultipartFormDataContent { { new StringContent("old"), "__RequestVerificationToken" } });

        Assert.Contains(said, (await form.PageAsync()).Text(".failure"), StringComparison.Ordinal);
        Assert.Contains(said, (await upload.PageAsync()).Text(".failure"), StringComparison.Ordinal);
    }

    [Fact]
    public void OnActionExecuting_WhenAFieldCouldNotBeBound_ShouldAnswer400AndNotCallTheAction()
    {
        _ = server.Address;
        var context = Executing();
        context.ModelState.AddModelError("page", "The value 'x' is not valid for Piton.Web.Inside.");

        new MalformedRequestFilter().OnActionExecuting(context);
        var problem = Assert.IsType<ProblemDetails>(Problem(context.Result));

        Assert.Equal(("malformed", "page"), (problem.Extensions["code"], problem.Extensions["field"]));
        Assert.Equal("The value of \"page\" is not of the kind that belongs there.", problem.Detail);
    }

    [Fact]
    public void OnActionExecuting_WhenAllIsBound_ShouldLetItPass()
    {
        var context = Executing();

        new MalformedRequestFilter().OnActionExecuting(context);

        Assert.Null(context.Result);
    }

    private static object? Problem(IActionResult? result) =>
        Assert.IsType<ObjectResult>(Assert.IsType<FailureResult>(result).Body).Value;

    private ActionExecutingContext Executing()
    {
        var http = new DefaultHttpContext { RequestServices = server.Services };
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor { Parameters = [] });
        return new ActionExecutingContext(action, [], new Dictionary<string, object?>(), new object());
    }
}
