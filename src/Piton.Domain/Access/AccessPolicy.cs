namespace Piton.Domain.Access;

/// <summary>How open the house is.</summary>
public sealed record AccessPolicy(Registration Registration = Registration.Approval, GalleryAccess Gallery = GalleryAccess.Public)
{
    /// <summary>Whether somebody of that role stays outside.</summary>
    public bool ShutsOut(Role role) => Gallery == GalleryAccess.SignedIn && role is (Role.Anonymous or Role.Pending);
}
