using System.Text.Json;
using Piton.Application.Images;

namespace Piton.Web.Api;

/// <summary>What became of one image of a selection.</summary>
/// <param name="Id">Which image.</param>
/// <param name="Outcome"><c>done</c>, <c>missing</c>, <c>forbidden</c>, <c>duplicate</c>, <c>disk_full</c> or <c>read_only</c>.</param>
public sealed record ChangedImageResource(string Id, string Outcome)
{
    public static ChangedImageResource Of(ChangedImage changed) =>
        new(changed.Id.ToString(), JsonNamingPolicy.SnakeCaseLower.ConvertName(changed.Outcome.ToString()));
}
