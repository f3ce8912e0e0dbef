using Piton.Application.Accounts;
using Piton.Domain.Access;

namespace Piton.Application.Tests.Accounts;

public sealed class SetupGateTests : IDisposable
{
    private readonly AccountScene _scene = new();
    private readonly SetupGate _gate;

    public SetupGateTests() => _gate = new SetupGate(_scene.Access);

    public void Dispose() => _gate.Dispose();

    [Fact]
    public void Code_WhenRead_ShouldBeFourGroupsOfFiveThatAreNotMisread() =>
        Assert.Matches("^[2-9a-hjkmnp-tv-z]{5}(-[2-9a-hjkmnp-tv-z]{5}){3}$", _gate.Code);

    [Fact]
    public void Code_WhenStartedAgain_ShouldBeAnother()
    {
        using var other = new SetupGate(_scene.Access);

        Assert.NotEqual(_gate.Code, other.Code);
        Assert.False(_gate.IsCode(other.Code));
    }

    [Fact]
    public void IsCode_WhenItIs_ShouldBeTrueWhateverSpaceIsAroundIt()
    {
        Assert.True(_gate.IsCode(_gate.Code));
        Assert.True(_gate.IsCode($" {_gate.Code}\n"));
    }

    [Fact]
    public void IsCode_WhenItIsNot_ShouldBeFalse() => Assert.All(
        new[] { null, "", _gate.Code[..5], _gate.Code[1..], _gate.Code + _gate.Code, new string('2', 23) }, code => Assert.False(_gate.IsCode(code)));

    [Theory]
    [InlineData(Role.Administrator, false, false)]
    [InlineData(Role.Administrator, true, true)]
    [InlineData(Role.Moderator, false, true)]
    public async Task IsOpenAsync_WhenAsked_ShouldBeWhileNoAdministratorCanSignIn(Role role, bool isDisabled, bool expected)
    {
        Assert.True(await _gate.IsOpenAsync(CancellationToken.None));

        _scene.Add(role, it => it with { DisabledAt = isDisabled ? AccountScene.Noon : null });

        Assert.Equal(expected, await _gate.IsOpenAsync(CancellationToken.None));
    }

    [Fact]
    public async Task PassAsync_WhenFiftyComeAtOnce_ShouldLetOneAfterTheOtherTry()
    {
        var inside = 0;

        var open = await AccountScene.FiftyAtOnceAsync(_ => _gate.PassAsync(
            async isOpen =>
            {
                Assert.Equal(1, Interlocked.Increment(ref inside));
                await Task.Yield();
                _scene.Add(Role.Administrator);
                Interlocked.Decrement(ref inside);
                return isOpen;
            },
            CancellationToken.None));

        Assert.Single(open, isOpen => isOpen);
    }

    [Fact]
    public async Task PassAsync_WhenAnAttemptFails_ShouldLetTheNextTry()
    {
        await Assert.ThrowsAsync<InvalidTimeZoneException>(
            () => _gate.PassAsync<bool>(_ => throw new InvalidTimeZoneException(), CancellationToken.None));

        Assert.True(await _gate.PassAsync(Task.FromResult, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10)));
    }
}
