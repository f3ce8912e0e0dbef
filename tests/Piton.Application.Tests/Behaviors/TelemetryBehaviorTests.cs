using System.Diagnostics;
using Ardalis.Result;
using MediatR;
using Piton.Application.Behaviors;
using Piton.Application.Refusals;

namespace Piton.Application.Tests.Behaviors;

public sealed class TelemetryBehaviorTests
{
    private const string Secret = "la contraseña de Ana";

    public static TheoryData<Result<string>, string> Refusals() => new()
    {
        { Result.Invalid(new Refusal(ErrorCode.NameBlank, Secret, Secret, Secret)), "name_blank" },
        { Result.Invalid(new ValidationError(Secret, Secret, Secret, ValidationSeverity.Error)), "invalid" },
        { Unavailable.DiskFull(), "disk_full" },
        { Result.Unavailable(Secret), "unavailable" },
        { Result.Forbidden(Secret), "forbidden" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Handle_WhenARequestIsRefused_ShouldCountItByItsCodeAndNothingElse(Result<string> result, string code)
    {
        using var counted = new CountedMeasurements("piton.refusals");

        await HandleAsync(() => Task.FromResult(result));

        Assert.Equal([(1L, $"request=Marked code={code}")], counted.All.Where(one => one.Tags.Contains("request=Marked", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Handle_WhenARequestSucceedsOrFindsNothing_ShouldCountNoRefusal()
    {
        using var counted = new CountedMeasurements("piton.refusals");

        await HandleAsync(() => Task.FromResult(Result.Success(Secret)));
        await HandleAsync(() => Task.FromResult<Result<string>>(Result.NotFound(Secret)));

        Assert.DoesNotContain(counted.All, one => one.Tags.Contains("request=Marked", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Handle_WhenSomebodyTraces_ShouldBeAStepThatHoldsNothingOfTheRequest(Result<string> result, string code)
    {
        Activity? step = null;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Piton.Application",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => step = activity.OperationName == "Marked" ? activity : step,
        };
        ActivitySource.AddActivityListener(listener);

        await HandleAsync(() => Task.FromResult(result));

        Assert.NotNull(step);
        Assert.Equal(code, step.GetTagItem("piton.code"));
        Assert.Equal(result.Status == ResultStatus.Unavailable ? ActivityStatusCode.Error : ActivityStatusCode.Unset, step.Status);
        Assert.DoesNotContain(step.TagObjects, tag => $"{tag.Value}".Contains(Secret, StringComparison.Ordinal));
    }

    private static Task<Result<string>> HandleAsync(RequestHandlerDelegate<Result<string>> next) =>
        new TelemetryBehavior<MarkedCommand, Result<string>>().Handle(new MarkedCommand(), CancellationToken.None, next);

    private sealed record MarkedCommand : ICommand<string>;
}
