using Ardalis.Result;
using Piton.Application.Accounts.FindAccount;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts.FindAccount;

public sealed class FindAccountHandlerTests
{
    private readonly AccountScene _scene = new();

    [Fact]
    public async Task Handle_WhenThereIsOne_ShouldGiveIt()
    {
        var account = _scene.Add();

        Assert.Equal(account, (await HandleAsync(Actor.Operator, account.Email)).Value);
    }

    [Fact]
    public async Task Handle_WhenThereIsNone_ShouldNameTheAddress()
    {
        var answer = await HandleAsync(Actor.Operator, " nobody@example.org ");

        Assert.Equal(ResultStatus.NotFound, answer.Status);
        Assert.Equal("There is no account of nobody@example.org.", answer.Errors.Single());
    }

    [Fact]
    public async Task Handle_WhenSomebodyWithoutTheRightAsks_ShouldRefuseWhetherThereIsOneOrNot()
    {
        foreach (var actor in AccountScene.NotAdministering(_scene.Add(Role.Administrator)))
        {
            Assert.Equal(ResultStatus.Forbidden, (await HandleAsync(actor, "nobody@example.org")).Status);
        }
    }

    private Task<Result<Account>> HandleAsync(Actor actor, string email) =>
        new FindAccountHandler(_scene.Access).Handle(new FindAccountQuery(actor, email), CancellationToken.None);
}
