using System.Text.Json;
using Piton.Application.Images;

namespace Piton.Web.Api;

/// <summary>What became of one image of a selection.</summary>
/// <param name="Id">Which image.</param>
/// <param name="Outcome">What became of it: <c>missing</c> where it is not there, or not for whoever asks.</param>
public sealed record ChangedImageResource(string Id, string Outcome)
{
    public static ChangedImageResource Of(ChangedImage changed) =>
        new(changed.Id.ToString(), JsonNamingPolicy.SnakeCaseLower.ConvertName(changed.Outcome.ToString()));
}
