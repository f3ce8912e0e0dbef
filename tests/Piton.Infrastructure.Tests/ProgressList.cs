using Piton.Domain.Library;

namespace Piton.Infrastructure.Tests;

/// <summary>Keeps what it is told, in the order in which it is told.</summary>
internal sealed class ProgressList : IProgress<LibraryProgress>
{
    public List<LibraryProgress> Reports { get; } = [];

    public void Report(LibraryProgress value) => Reports.Add(value);
}
