using System.Buffers.Text;
using System.Text;
using FsCheck.Xunit;
using Piton.Domain.Images;

namespace Piton.Domain.Tests.Images;

public sealed class CatalogCursorTests
{
    private const string Id = "0123456789abcdef0123456789abcdef";

    [Property]
    public bool TryParse_WhenTheCursorWasGivenOut_ShouldGiveTheSameCursor(string? name, uint bytes, ImageSort sort, uint seconds)
    {
        var image = ImageFactory.Create(Clean(name), bytes, ImageFactory.Noon.AddSeconds(seconds));
        var cursor = CatalogCursor.Behind(image, sort);

        return CatalogCursor.TryParse(cursor.ToString(), out var parsed) && parsed == cursor;
    }

    [Property]
    public bool ToString_WhenTheNameIsAnything_ShouldBeSafeInAnAddress(string? name, ImageSort sort)
    {
        var text = CatalogCursor.Behind(ImageFactory.Create(name ?? ""), sort).ToString();

        return text == Uri.EscapeDataString(text);
    }

    [Theory]
    [InlineData(ImageSort.Newest)]
    [InlineData(ImageSort.Oldest)]
    public void AtMonth_WhenWritten_ShouldBeReadTheSame(ImageSort sort)
    {
        DateOnly[] months = [DateOnly.MinValue, new(2026, 2, 14), DateOnly.MaxValue];

        Assert.All(months, month => Assert.True(
            CatalogCursor.TryParse(CatalogCursor.AtMonth(month, sort).ToString(), out var parsed) && parsed == CatalogCursor.AtMonth(month, sort)));
    }

    [Fact]
    public void AtMonth_WhenTheOrderIsNotByDate_ShouldThrow() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CatalogCursor.AtMonth(new(2026, 2, 1), ImageSort.Size));

    [Property]
    public bool TryParse_WhenTextWasMadeUp_ShouldRefuseItOrReadItExactly(string? text) => IsRefusedOrExact(text);

    [Property]
    public bool TryParse_WhenBytesWereMadeUp_ShouldRefuseThemOrReadThemExactly(byte[] bytes) =>
        IsRefusedOrExact(Base64Url.EncodeToString(bytes));

    [Property]
    public bool TryParse_WhenFieldsWereMadeUp_ShouldRefuseThemOrReadThemExactly(string? sort, long number, string? id, string? text) =>
        IsRefusedOrExact(Encode($"{sort}\n{number}\n{id}\n{text}"));

    [Property]
    public bool TryParse_WhenOneByteOfACursorIsChanged_ShouldRefuseItOrReadItExactly(ushort place, byte change)
    {
        var bytes = Base64Url.DecodeFromChars(CatalogCursor.Behind(ImageFactory.Create("niño"), ImageSort.Name).ToString());
        bytes[place % bytes.Length] ^= change;

        return IsRefusedOrExact(Base64Url.EncodeToString(bytes));
    }

    [Fact]
    public void TryParse_WhenTheSortIsByName_ShouldKeepTheFoldedName()
    {
        var image = ImageFactory.Create("Línea 1\nLÍNEA 2");

        Assert.True(CatalogCursor.TryParse(CatalogCursor.Behind(image, ImageSort.NameDescending).ToString(), out var cursor));
        Assert.Equal((ImageSort.NameDescending, 0L, "linea 1\nlinea 2", image.Id), (cursor.Sort, cursor.Number, cursor.Text, cursor.Id));
    }

    [Theory]
    [InlineData(ImageSort.Newest)]
    [InlineData(ImageSort.Oldest)]
    public void Behind_WhenTheSortIsByDate_ShouldHoldTheTicks(ImageSort sort)
    {
        var cursor = CatalogCursor.Behind(ImageFactory.Create(), sort);

        Assert.Equal((ImageFactory.Noon.UtcTicks, ""), (cursor.Number, cursor.Text));
    }

    [Fact]
    public void Behind_WhenTheSortIsBySize_ShouldHoldTheBytesOfFull() =>
        Assert.Equal(4711, CatalogCursor.Behind(ImageFactory.Create(bytes: 4711), ImageSort.Size).Number);

    public static TheoryData<string?> MadeUp() => new()
    {
        null,
        "",
        "abc",
        "not base64!",
        "=",
        Encode($"Newest\n1\n{Id}"),
        Encode($"Loudest\n1\n{Id}\n"),
        Encode($"99\n1\n{Id}\n"),
        Encode($"0\n1\n{Id}\n"),
        Encode($"newest\n1\n{Id}\n"),
        Encode($"Newest\n-1\n{Id}\n"),
        Encode($"Newest\n 1\n{Id}\n"),
        Encode($"Newest\n01\n{Id}\n"),
        Encode($"Newest\n9223372036854775808\n{Id}\n"),
        Encode($"Newest\n1\n{Id.ToUpperInvariant()}\n"),
        Encode("Newest\n1\n../../etc/passwd\n"),
        Encode($"Newest,Oldest\n1\n{Id}\n"),
        Encode($"Newest\n1\n{Id}\n") + "=",
        " " + Encode($"Newest\n1\n{Id}\n"),
        Base64Url.EncodeToString([.. Encoding.UTF8.GetBytes($"Name\n0\n{Id}\n"), 0xff]),
    };

    [Theory]
    [MemberData(nameof(MadeUp))]
    public void TryParse_WhenNoListingGaveItOut_ShouldRefuse(string? text) => Assert.False(CatalogCursor.TryParse(text, out _));

    private static string Encode(string fields) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(fields));

    private static bool IsRefusedOrExact(string? text) => !CatalogCursor.TryParse(text, out var cursor) || cursor.ToString() == text;

    // A lone surrogate has no UTF-8, and comes in by no road: requests and the catalogue are UTF-8 themselves.
    private static string Clean(string? name) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name ?? ""));
}
