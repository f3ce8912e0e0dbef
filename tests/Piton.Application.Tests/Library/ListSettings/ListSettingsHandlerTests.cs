using Ardalis.Result;
using Piton.Application.Library.ListSettings;
using Piton.Domain.Access;
using Piton.Domain.Library;

namespace Piton.Application.Tests.Library.ListSettings;

public sealed class ListSettingsHandlerTests
{
    private static readonly ServerSettings Settings = new([new ServerSetting("Piton:PageSize", "30", "60", IsDefault: false, IsSecret: false)]);

    [Fact]
    public async Task Handle_WhenAnAdministratorAsks_ShouldListThem() => Assert.Equal(Settings.All, (await Handle(Actors.Administrator)).Value);

    [Theory]
    [InlineData(Role.Anonymous)]
    [InlineData(Role.Visitor)]
    [InlineData(Role.Moderator)]
    public async Task Handle_WhenAnybodyElseAsks_ShouldRefuse(Role role) =>
        Assert.Equal(ResultStatus.Forbidden, (await Handle(new Actor(role, role == Role.Anonymous ? null : new AccountId(1)))).Status);

    private static Task<Result<IReadOnlyList<ServerSetting>>> Handle(Actor actor) =>
        new ListSettingsHandler(Settings).Handle(new(actor), CancellationToken.None);
}
