using Piton.Application.Accounts;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Accounts;

public sealed class OwnerNamesTests
{
    private readonly AccountScene _scene = new();

    [Fact]
    public async Task OfAsync_WhenSomeHaveOwners_ShouldNameEachOwnerThatThereIs()
    {
        var (one, other, idle) = (_scene.Add(), _scene.Add(), _scene.Add());
        Image[] images = [Of(one.Id), Of(other.Id), Of(one.Id), Of(null), Of(new AccountId(9))];

        var names = await new OwnerNames(_scene.Access).OfAsync(images, CancellationToken.None);

        Assert.Equal(new Dictionary<AccountId, string> { [one.Id] = one.Name, [other.Id] = other.Name }, names);
        Assert.DoesNotContain(idle.Id, names.Keys);
    }

    [Fact]
    public async Task OfAsync_WhenThereAreNoImages_ShouldNameNobody() =>
        Assert.Empty(await new OwnerNames(_scene.Access).OfAsync([], CancellationToken.None));

    private static Image Of(AccountId? owner) => ImageFactory.Create() with { Owner = owner };
}
