using Piton.Domain.Images;

namespace Piton.Application.Images;

/// <summary>What became of one image of a selection.</summary>
public sealed record ChangedImage(ImageId Id, SelectionOutcome Outcome);
