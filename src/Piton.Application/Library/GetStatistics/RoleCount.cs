using Piton.Domain.Access;

namespace Piton.Application.Library.GetStatistics;

/// <summary>How many accounts have a role, the disabled ones too.</summary>
public sealed record RoleCount(Role Role, long Count);
