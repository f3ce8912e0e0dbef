namespace Piton.Domain.Library;

/// <summary>The library cannot be opened. The message is for the operator: what is wrong, where, and what to do.</summary>
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
