using Microsoft.Extensions.Time.Testing;
using Piton.Application.Images.UploadImage;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Images.UploadImage;

public sealed class UploadKeysTests
{
    private static readonly AccountId Ana = new(1);
    private static readonly ContentHash Payload = ContentHash.Of([1]);

    private readonly FakeTimeProvider _clock = new(ImageFactory.Noon);
    private readonly UploadKeys _keys;

    public UploadKeysTests() => _keys = new UploadKeys(_clock);

    [Fact]
    public void Begin_WhenAnotherWithTheKeyIsUnderWay_ShouldGiveNoTurnToThatAccountAlone()
    {
        using var first = _keys.Begin(Ana, "a");

        Assert.NotNull(first);
        Assert.Null(_keys.Begin(Ana, "a"));
        Assert.NotNull(_keys.Begin(Ana, "b"));
        Assert.NotNull(_keys.Begin(new AccountId(2), "a"));
    }

    [Fact]
    public void Begin_WhenTheFirstFailed_ShouldKnowNothingOfIt()
    {
        _keys.Begin(Ana, "a")!.Dispose();

        Assert.Null(_keys.Begin(Ana, "a")!.Earlier);
    }

    [Theory]
    [InlineData(23, true)]
    [InlineData(24, false)]
    public void Begin_WhenTheFirstSucceeded_ShouldKnowItForADay(int hours, bool isKnown)
    {
        var image = Keep(Ana, "a");
        _clock.Advance(TimeSpan.FromHours(hours));

        Assert.Equal(isKnown ? image : null, _keys.Begin(Ana, "a")!.Earlier?.Image);
    }

    [Fact]
    public void Begin_WhenThereAreMoreKeysThanAreKept_ShouldHaveForgottenTheOldest()
    {
        var second = default(ImageId);
        for (var i = 0; i <= AccountKeys.MaxKeys; i++)
        {
            var image = Keep(Ana, $"{i}");
            second = i == 1 ? image : second;
        }

        Assert.Null(_keys.Begin(Ana, "0")!.Earlier);
        Assert.Equal(second, _keys.Begin(Ana, "1")!.Earlier?.Image);
    }

    [Fact]
    public void Begin_WhenAKeyCameAgain_ShouldKeepTheLaterOne()
    {
        Keep(Ana, "a");
        _clock.Advance(TimeSpan.FromHours(20));
        var later = Keep(Ana, "a");
        _clock.Advance(TimeSpan.FromHours(10));

        Assert.Equal(later, _keys.Begin(Ana, "a")!.Earlier?.Image);
    }

    [Fact]
    public void Begin_WhenThereIsNoKey_ShouldRememberNothing()
    {
        using var first = _keys.Begin(Ana, null)!;
        first.Keep(Payload, new UploadedImage(ImageFactory.Create(), Duplicate: false));

        Assert.Null(_keys.Begin(Ana, null)!.Earlier);
    }

    private ImageId Keep(AccountId account, string key)
    {
        var image = ImageFactory.Create();
        using var turn = _keys.Begin(account, key)!;
        turn.Keep(Payload, new UploadedImage(image, Duplicate: false));
        return image.Id;
    }
}
