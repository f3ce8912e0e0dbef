using Piton.Domain.Library;

namespace Piton.Infrastructure.Tests.Backup;

/// <summary>What was found, and where.</summary>
internal static class DefectPlaces
{
    public static IReadOnlyList<(DefectKind Kind, string Place)> Places(this LibraryReport report) => [.. report.Defects.Select(defect => (defect.Kind, defect.Place))];
}
