using Piton.Domain.Images;

namespace Piton.Web.Models;

/// <summary>The media types of what is accepted.</summary>
public static class AcceptedTypes
{
    /// <summary>All of them, as the <c>accept</c> attribute has it.</summary>
    public static string Attribute { get; } = string.Join(',', ImageFormats.All.Select(format => format.MediaType()));
}
