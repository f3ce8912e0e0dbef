using Piton.Domain.Access;
using Piton.Domain.Library;

namespace Piton.Application.Library.ListSettings;

/// <summary>The settings in force, for administrators.</summary>
public sealed record ListSettingsQuery(Actor Actor) : IQuery<IReadOnlyList<ServerSetting>>;
