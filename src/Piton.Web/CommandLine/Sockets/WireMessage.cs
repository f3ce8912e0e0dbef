using Piton.Web.CommandLine.Output;

namespace Piton.Web.CommandLine.Sockets;

/// <summary>
/// One line of JSON on the socket; one of the fields is set. The caller begins with <see cref="Call"/>, and the server ends with <see cref="Exit"/>.
/// </summary>
internal sealed record WireMessage
{
    /// <summary>From the caller: the command to run.</summary>
    public WireCall? Call { get; init; }

    /// <summary>From the caller: a line of standard input, null in it at the end.</summary>
    public WireInput? Input { get; init; }

    /// <summary>From the caller: stop what you do.</summary>
    public bool Cancel { get; init; }

    /// <summary>From the server: why it takes no command now, in English. Nothing was done.</summary>
    public string? Refused { get; init; }

    /// <summary>From the server: a line of standard input is wanted.</summary>
    public bool WantsInput { get; init; }

    public string? Line { get; init; }

    public string? Error { get; init; }

    public string? Text { get; init; }

    public CommandTable? Table { get; init; }

    public CommandProgress? Progress { get; init; }

    /// <summary>From the server: it is over, with that exit code.</summary>
    public int? Exit { get; init; }
}
