using Ardalis.Result;
using MediatR;
using Microsoft.Extensions.Logging;
using Piton.Application.Behaviors;
using Piton.Application.Refusals;

namespace Piton.Application.Tests.Behaviors;

public sealed class LoggingBehaviorTests
{
    private const string Secret = "la contraseña de Ana";

    private readonly LogBook _book = new();

    public static TheoryData<string, Result<string>> Results() => new()
    {
        { "Ok", Result.Success(Secret) },
        { "Created", Result.Created(Secret) },
        { "Invalid", Result.Invalid(new Refusal(ErrorCode.NameBlank, Secret, Secret, Secret)) },
        { "NotFound", Result.NotFound(Secret) },
        { "Unavailable", Result.Unavailable(Secret) },
        { "Error", Result.Error(Secret) },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public async Task Handle_WhenARequestEnds_ShouldLogItsNameTimeAndStatusAndNothingElse(string status, Result<string> result)
    {
        await HandleAsync(new ProbeCommand(Secret), () => Task.FromResult(result));

        var (_, text, values) = Assert.Single(_book.Entries);
        Assert.Equal(["Milliseconds", "Request", "Status", "{OriginalFormat}"], values.Select(value => value.Key).Order(StringComparer.Ordinal));
        Assert.Matches($@"^ProbeCommand ended {status} in \d+[.,]\d ms$", text);
        Assert.DoesNotContain(Secret, text + string.Join('\n', values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handle_WhenACommandEnds_ShouldLogAtInformation()
    {
        await HandleAsync(new ProbeCommand(Secret), () => Task.FromResult(Result.Success(Secret)));

        Assert.Equal(LogLevel.Information, Assert.Single(_book.Entries).Level);
    }

    [Fact]
    public async Task Handle_WhenAQueryEnds_ShouldLogAtDebug()
    {
        await HandleAsync(new ProbeQuery(Secret), () => Task.FromResult(Result.Success(Secret)));

        Assert.Equal(LogLevel.Debug, Assert.Single(_book.Entries).Level);
    }

    [Fact]
    public async Task Handle_WhenAQueryCannotBeAnswered_ShouldWarn()
    {
        await HandleAsync(new ProbeQuery(Secret), () => Task.FromResult<Result<string>>(Result.Unavailable()));

        Assert.Equal(LogLevel.Warning, Assert.Single(_book.Entries).Level);
    }

    [Fact]
    public async Task Handle_WhenTheSenderHangsUp_ShouldLogThatAndLetTheCancellationThrough()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => HandleAsync(
            new ProbeCommand(Secret), () => throw new OperationCanceledException(Secret), cancellation.Token));

        var (level, text, _) = Assert.Single(_book.Entries);
        Assert.Equal(LogLevel.Information, level);
        Assert.StartsWith("ProbeCommand was cancelled after ", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handle_WhenTheHandlerFaults_ShouldLetTheFaultThroughAndLeaveTheLogToTheHost()
    {
        await Assert.ThrowsAsync<IOException>(() => HandleAsync(new ProbeCommand(Secret), () => throw new IOException(Secret)));

        Assert.Empty(_book.Entries);
    }

    private Task<Result<string>> HandleAsync<TRequest>(
        TRequest request, RequestHandlerDelegate<Result<string>> next, CancellationToken cancellationToken = default)
        where TRequest : IRequest<Result<string>> =>
        new LoggingBehavior<TRequest, Result<string>>(new CollectingLogger<LoggingBehavior<TRequest, Result<string>>>(_book))
            .Handle(request, cancellationToken, next);
}
