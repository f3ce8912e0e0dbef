using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using Piton.Web.Options;
using Piton.Web.Uploads;

namespace Piton.Web.Tests.Hosting;

public sealed class RefusedBodyDrainTests : IDisposable
{
    private const int BodyBytes = 29_000_000;

    private readonly FakeTimeProvider _clock = new();
    private readonly MemoryStream _body = new(new byte[BodyBytes]);

    [Fact]
    public async Task Drain_WhenTheBodyIsLong_ShouldRest20MillisecondsAfterEachMegabyte()
    {
        var draining = Task.Run(DrainAsync);
        await Eventually.HoldsAsync(() => _body.Position > 1_000_000, TimeSpan.FromSeconds(30), "the first megabyte was read");

        var rests = 0;
        while (!draining.IsCompleted)
        {
            Assert.InRange(_body.Position, 0, (rests + 1) * 1_100_000L);
            _clock.Advance(TimeSpan.FromMilliseconds(20));
            rests++;
            await Task.Yield();
        }

        await draining;
        Assert.True(rests >= 26, $"{rests} rests");
        Assert.Equal(BodyBytes, _body.Position);
    }

    public void Dispose() => _body.Dispose();

    private async Task DrainAsync()
    {
        var answer = new RefusingAnswer();
        var context = new DefaultHttpContext();
        context.Features.Set<IHttpResponseFeature>(answer);
        context.Features.Set(Substitute.For<IHttpRequestBodyDetectionFeature>());
        context.Features.Get<IHttpRequestBodyDetectionFeature>()!.CanHaveBody.Returns(true);
        context.Request.Body = _body;
        var drain = new RefusedBodyDrain(
            _ => Task.CompletedTask, Microsoft.Extensions.Options.Options.Create(new PitonOptions { MaxFormBytes = 2 * BodyBytes }), _clock);

        await drain.InvokeAsync(context);
        await answer.StartAsync();
    }

    /// <summary>An answer of which the start is waited for.</summary>
    private sealed class RefusingAnswer : HttpResponseFeature
    {
        public RefusingAnswer() => StatusCode = StatusCodes.Status413PayloadTooLarge;

        public Func<Task> StartAsync { get; private set; } = () => throw new InvalidOperationException("Nobody waits for the start.");

        public override void OnStarting(Func<object, Task> callback, object state) => StartAsync = () => callback(state);
    }
}
