using System.Text.Json;
using Ardalis.Result;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using Piton.Application.Images.PurgeTrash;
using Piton.Domain.Access;
using Piton.Infrastructure.Tests.FileSystem;
using Piton.Web.Background;

namespace Piton.Web.Tests.Background;

public sealed class PurgeTrashServiceTests : IAsyncDisposable
{
    private readonly IMediator _mediator = Substitute.For<IMediator>();
    private readonly IHostApplicationLifetime _lifetime = Substitute.For<IHostApplicationLifetime>();
    private readonly CancellationTokenSource _started = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly RecordingLogger<PurgeTrashService> _logger = new();
    private readonly ServiceProvider _provider;
    private readonly PurgeTrashService _service;
    private readonly TaskCompletionSource[] _begun = [new(), new()];
    private int _purges;

    public PurgeTrashServiceTests()
    {
        _provider = new ServiceCollection().AddSingleton(_mediator).BuildServiceProvider();
        _lifetime.ApplicationStarted.Returns(_started.Token);
        _service = new PurgeTrashService(_provider.GetRequiredService<IServiceScopeFactory>(), _lifetime, _clock, _logger);
    }

    public static TheoryData<Exception> Faults =>
    [
        new IOException("no good"), new UnauthorizedAccessException(), new InvalidDataException(), new JsonException(), new FormatException(),
    ];

    public async ValueTask DisposeAsync()
    {
        _service.Dispose();
        _started.Dispose();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task ExecuteAsync_WhenStarted_ShouldPurgeAtOnceAndEveryHourAsPitonItself()
    {
        Ends(Result.Success(3));

        await PurgeTwiceAsync();

        await _mediator.Received(2).Send(new PurgeTrashCommand(Actor.System), Arg.Any<CancellationToken>());
        Assert.Equal(["Information", "Information"], Logged());
    }

    [Fact]
    public async Task ExecuteAsync_WhenPitonHasNotStarted_ShouldWait()
    {
        await _service.StartAsync(CancellationToken.None);
        await _service.StopAsync(CancellationToken.None);

        await _mediator.DidNotReceiveWithAnyArgs().Send(new PurgeTrashCommand(Actor.System));
        Assert.False(_service.ExecuteTask!.IsFaulted);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task ExecuteAsync_WhenTheDiskOrTheCatalogueFails_ShouldLogAndTryAgain(Exception fault)
    {
        Ends(() => Task.FromException<Result<int>>(fault), () => Task.FromResult(Result.Success(0)));

        await PurgeTwiceAsync();

        await _mediator.Received(2).Send(Arg.Any<PurgeTrashCommand>(), Arg.Any<CancellationToken>());
        Assert.Equal(["Error"], Logged());
    }

    [Fact]
    public async Task ExecuteAsync_WhenItIsRefused_ShouldSaySoAndTryAgain()
    {
        Ends(Result.Unavailable("read_only"));

        await PurgeTwiceAsync();

        Assert.Equal(["Warning", "Warning"], Logged());
    }

    [Fact]
    public async Task ExecuteAsync_WhenThereWasNothingToPurge_ShouldSayNothing()
    {
        Ends(Result.Success(0));

        await PurgeTwiceAsync();

        Assert.Empty(Logged());
    }

    private void Ends(Result<int> result) => Ends(() => Task.FromResult(result));

    private void Ends(params Func<Task<Result<int>>>[] ends) =>
        _mediator.Send(Arg.Any<PurgeTrashCommand>(), Arg.Any<CancellationToken>()).Returns(_ =>
        {
            var end = ends[Math.Min(_purges, ends.Length - 1)];
            _begun[_purges++].SetResult();
            return end();
        });

    // The hour may pass while the first purge still ends: the timer remembers it.
    private async Task PurgeTwiceAsync()
    {
        await _service.StartAsync(CancellationToken.None);
        await _started.CancelAsync();
        await _begun[0].Task.WaitAsync(TimeSpan.FromSeconds(30));
        _clock.Advance(TimeSpan.FromHours(1));
        await _begun[1].Task.WaitAsync(TimeSpan.FromSeconds(30));
        await _service.StopAsync(CancellationToken.None);
        Assert.False(_service.ExecuteTask!.IsFaulted);
    }

    private IEnumerable<string> Logged() => _logger.Messages.Select(message => message.Split(':')[0]);
}
