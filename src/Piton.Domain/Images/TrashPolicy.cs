namespace Piton.Domain.Images;

/// <summary>How long the trash keeps what is put there.</summary>
/// <param name="KeepFor">From the moment of deletion; not negative.</param>
public sealed record TrashPolicy(TimeSpan KeepFor)
{
    public static TrashPolicy Default { get; } = new(TimeSpan.FromDays(30));
}
