using Piton.Application.Refusals;
using Piton.Domain.Images;

namespace Piton.Application.Images;

/// <summary>Why a visibility is refused.</summary>
internal static class VisibilityRefusals
{
    public static Refusal Unknown(string visibility) => new(
        ErrorCode.UnknownVisibility, "visibility", "There is no visibility {0}. Use one of: {1}.", visibility, string.Join(", ", Visibilities.Names));
}
