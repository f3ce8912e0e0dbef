using Piton.Domain.Access;

namespace Piton.Application.Tests;

/// <summary>Who asks in tests.</summary>
internal static class Actors
{
    public static Actor Pending { get; } = new(Role.Pending, new AccountId(1));

    public static Actor Visitor { get; } = new(Role.Visitor, new AccountId(2));

    public static Actor Stranger { get; } = new(Role.Visitor, new AccountId(3));

    public static Actor Janitor { get; } = new(Role.Janitor, new AccountId(4));

    public static Actor Moderator { get; } = new(Role.Moderator, new AccountId(5));

    public static Actor Administrator { get; } = new(Role.Administrator, new AccountId(6));
}
