using Piton.Domain.Images;

namespace Piton.Infrastructure.Backup;

/// <summary>A folder of a backup of which nobody answers for what is in it.</summary>
/// <param name="Path">Where in the data folder it belongs.</param>
/// <param name="Image">Whose it is; null where it is none.</param>
/// <param name="Files">The full paths of what is to go there.</param>
internal sealed record SalvagedFolder(string Path, ImageId? Image, IReadOnlyList<string> Files);
