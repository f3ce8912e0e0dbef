using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Piton.Web.Tests.Telemetry;

/// <summary>Takes traces by OTLP over HTTP, as a collector does.</summary>
internal sealed class TraceCollector : IAsyncDisposable
{
    private readonly ConcurrentQueue<byte[]> _bodies = new();
    private readonly WebApplication _app;

    public TraceCollector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/v1/traces", TakeAsync);
    }

    public string Address => _app.Urls.Single();

    /// <summary>Everything that came, as text, to search it.</summary>
    public string Text => string.Concat(_bodies.Select(Encoding.UTF8.GetString));

    // opentelemetry/proto/trace/v1/trace.proto: ResourceSpans, ScopeSpans, Span.
    public IReadOnlyList<TracedStep> Steps =>
    [
        .. _bodies.SelectMany(body => ProtobufFields.All(body, 1))
            .SelectMany(resource => ProtobufFields.All(resource, 2))
            .SelectMany(scope => ProtobufFields.All(scope, 2))
            .Select(StepOf),
    ];

    public Task StartAsync() => _app.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _bodies.Enqueue(body.ToArray());
    }

    private static TracedStep StepOf(byte[] span) => new(
        Convert.ToHexStringLower(ProtobufFields.One(span, 1)),
        Convert.ToHexStringLower(ProtobufFields.One(span, 2)),
        Convert.ToHexStringLower(ProtobufFields.One(span, 4)),
        ProtobufFields.Text(span, 5),
        BinaryPrimitives.ReadUInt64LittleEndian(ProtobufFields.One(span, 7)),
        BinaryPrimitives.ReadUInt64LittleEndian(ProtobufFields.One(span, 8)),
        ProtobufFields.All(span, 9).ToDictionary(tag => ProtobufFields.Text(tag, 1), tag => ProtobufFields.Text(ProtobufFields.One(tag, 2), 1)));
}
