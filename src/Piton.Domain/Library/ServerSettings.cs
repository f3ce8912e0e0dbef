namespace Piton.Domain.Library;

/// <summary>The options of the server as they are in force.</summary>
/// <param name="All">By name.</param>
public sealed record ServerSettings(IReadOnlyList<ServerSetting> All);
