using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Piton.Web.Tests.Deployment;

/// <summary>Writes down the path of each request before Piton does anything with it.</summary>
internal sealed class PathRecorder(ConcurrentQueue<string> paths) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((HttpContext context, RequestDelegate then) =>
        {
            paths.Enqueue(context.Request.Path.Value ?? "");
            return then(context);
        });
        next(app);
    };
}
