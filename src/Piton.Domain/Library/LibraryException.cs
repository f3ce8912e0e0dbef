namespace Piton.Domain.Library;

/// <summary>
/// What was asked of the library as a whole cannot be done: to open, verify, back up, restore or compact it. The message is for the operator: what is wrong, where,
/// and what to do.
/// </summary>
public sealed class LibraryException : Exception
{
    public LibraryException(string message)
        : base(message)
    {
    }

    public LibraryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
