using FluentValidation;
using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Images;

/// <summary>What every use case that takes many images at once asks of their ids.</summary>
public static class SelectionRules
{
    /// <summary>The most images in one request.</summary>
    public const int MaxImages = 1000;

    private const string Field = "ids";

    /// <summary>Refuses no image at all, and more than <see cref="MaxImages"/>.</summary>
    internal static void MustBeSelection<T>(this IRuleBuilderInitial<T, IReadOnlyList<ImageId>> ids) => ids
        .Cascade(CascadeMode.Stop)
        .Must(list => list.Count > 0).Refuse(_ => Nothing())
        .Must(list => list.Count <= MaxImages).Refuse(list => TooMany(list.Count));

    private static Refusal Nothing() => new(ErrorCode.NothingSelected, Field, "No picture is selected. Select at least one.");

    private static Refusal TooMany(int count) => new(
        ErrorCode.TooManySelected, Field, "{0:N0} pictures are selected; at most {1:N0} can be taken at once.", count, MaxImages);
}
