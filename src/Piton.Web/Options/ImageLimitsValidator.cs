using Microsoft.Extensions.Options;
using Piton.Domain.Images;

namespace Piton.Web.Options;

/// <summary>Refuses to start with limits that no picture keeps, or that WebP cannot hold.</summary>
internal sealed class ImageLimitsValidator : IValidateOptions<ImageLimits>
{
    private const int LongestWebPSide = 16_383;

    public ValidateOptionsResult Validate(string? name, ImageLimits options)
    {
        var flaws = Flaws(options).ToList();
        return flaws.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(flaws);
    }

    private static IEnumerable<string> Flaws(ImageLimits limits)
    {
        (string Name, long Value)[] positive =
        [
            (nameof(limits.MaxFileBytes), limits.MaxFileBytes), (nameof(limits.MaxPixels), limits.MaxPixels),
            (nameof(limits.MaxSide), limits.MaxSide), (nameof(limits.MaxFrames), limits.MaxFrames),
            (nameof(limits.MaxTotalPixels), limits.MaxTotalPixels),
        ];

        foreach (var (limit, value) in positive.Where(limit => limit.Value < 1))
        {
            yield return $"Piton:Limits:{limit} is {value}. Give it at least 1.";
        }

        if (limits.MaxSide > LongestWebPSide)
        {
            yield return $"Piton:Limits:MaxSide is {limits.MaxSide}. Give it at most {LongestWebPSide}, the longest side that WebP can hold.";
        }
    }
}
