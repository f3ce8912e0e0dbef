namespace Piton.Web.Options;

/// <summary>What a connection may cost: the section <c>Piton:Connections</c>.</summary>
public sealed class ConnectionOptions
{
    /// <summary>The most connections at once, 10 to 1,000,000; above it a new one is closed at once.</summary>
    public long Max { get; set; } = 10_000;

    /// <summary>The seconds in which the head of a request has to arrive, 1 to 120.</summary>
    public int HeadSeconds { get; set; } = 15;

    /// <summary>The least bytes a second, on average, at which a body arrives and an answer is taken; below it the connection is closed. 1 to 1,000,000.</summary>
    public int MinBytesPerSecond { get; set; } = 1000;
}
