namespace Piton.Web.CommandLine.Sockets;

/// <summary>A command for the server.</summary>
/// <param name="Words">The command line, without settings: the server has its own.</param>
/// <param name="Folder">The working directory of the caller.</param>
internal sealed record WireCall(IReadOnlyList<string> Words, string Folder);
