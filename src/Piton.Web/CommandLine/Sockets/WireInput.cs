namespace Piton.Web.CommandLine.Sockets;

/// <summary>A line of the caller's standard input.</summary>
/// <param name="Line">Without its end; null where there is no more.</param>
internal sealed record WireInput(string? Line)
{
    /// <summary>Nothing: it may be a password.</summary>
    public override string ToString() => nameof(WireInput);
}
