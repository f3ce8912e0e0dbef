namespace Piton.Faults.Ledgers;

/// <summary>What became of a request, as far as its sender knows.</summary>
internal enum Answer
{
    /// <summary>It was done, and is on disk.</summary>
    Acknowledged,

    /// <summary>It was not done, and never will be.</summary>
    Refused,

    /// <summary>There was no answer, or one that says that nobody knows.</summary>
    Unknown,
}
