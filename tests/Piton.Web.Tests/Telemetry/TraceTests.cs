namespace Piton.Web.Tests.Telemetry;

/// <summary>What a collector of traces gets, and what nobody gets: anything that somebody sent.</summary>
[Collection(ObservedCollection.Name)]
public sealed class TraceTests(ObservedPiton piton)
{
    private static readonly string[] Steps = ["conversion.wait", "decoder.convert", "decoder.inspect", "log.write audit", "log.write images", "store.commit", "store.stage"];

    private static readonly string[] OfSomebody = ["url.path", "url.query", "user_agent.original", "client.address", "network.peer.address"];

    [Fact]
    public async Task Upload_WhenAnEndpointIsSet_ShouldBeOneTraceWithItsSteps()
    {
        const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        using var form = Uploads.Form(TestImages.Jpeg(), "marked-file.jpg", ("name", "marked-name"), ("alt", "marked-alt"));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Uploads.Api}?marked-query=1") { Content = form };
        request.Headers.Add("traceparent", $"00-{Trace}-00f067aa0ba902b7-01");
        request.Headers.UserAgent.ParseAdd("marked-agent");

        using var answer = await piton.Process.Client.SendAsync(request);

        Assert.Equal(201, (int)answer.StatusCode);
        await Eventually.HoldsAsync(() => OfTrace(Trace).Any(step => step.Name.StartsWith("POST", StringComparison.Ordinal)), ObservedPiton.Patience, "the trace has come");
        var steps = OfTrace(Trace);
        var root = Assert.Single(steps, step => step.Name == "POST api/v1/images");
        var upload = Assert.Single(steps, step => step.Name == "UploadImage");
        Assert.Equal(("00f067aa0ba902b7", root.Id), (root.Parent, upload.Parent));
        var parts = steps.Where(step => step.Parent == upload.Id).ToList();
        Assert.Equal(Steps, parts.Select(step => step.Tags.TryGetValue("piton.log", out var log) ? $"{step.Name} {log}" : step.Name).Order(StringComparer.Ordinal));
        Assert.All(parts, part => Assert.InRange(part.Start, upload.Start, part.End));
        Assert.All(parts, part => Assert.InRange(part.End, part.Start, upload.End));
        Assert.Equal("Created", upload.Tags["piton.status"]);
        Assert.DoesNotContain("marked", piton.Collector.Text, StringComparison.Ordinal);
        Assert.Empty(steps.SelectMany(step => step.Tags.Keys).Intersect(OfSomebody));
    }

    private List<TracedStep> OfTrace(string trace) => [.. piton.Collector.Steps.Where(step => step.Trace == trace)];
}
