using System.ComponentModel;

namespace Piton.Web.Options;

/// <summary>The first administrator of an installation that nobody watches: the section <c>Piton:Setup</c>. Both or neither.</summary>
public sealed class SetupOptions
{
    public string? AdminEmail { get; set; }

    [PasswordPropertyText(true)]
    public string? AdminPassword { get; set; }
}
