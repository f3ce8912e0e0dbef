using System.Text;
using System.Text.Json;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Infrastructure.Json;
using Piton.Infrastructure.Json.Index;

namespace Piton.Infrastructure.Tests.Json;

public sealed class IndexFieldsReaderTests
{
    private const string Owner = "00112233445566778899aabbccddeeff";

    private static readonly Image Picture = TestImages.Create(1) with
    {
        Owner = AccountId.TryParse(Owner, out var id) ? id : throw new FormatException(),
        Visibility = Visibility.Private,
        OldNames = ["old.webp"],
    };

    [Fact]
    public void Read_WhenItIsAnImage_ShouldGiveWhatTheIndexKeepsOfIt() => AssertKept(Json);

    [Theory]
    [InlineData("\"visibility\"", "\"visibilit\\u0079\"")]
    [InlineData("\"id\"", "\"\\u0069d\"")]
    public void Read_WhenAFieldsNameIsEscaped_ShouldKnowIt(string plain, string escaped) => AssertKept(Json.Replace(plain, escaped, StringComparison.Ordinal));

    [Theory]
    [InlineData("\"id\":\"", "\"id\":\"0")]
    [InlineData("\"id\":\"", "\"id\":\"" + Owner)]
    [InlineData("\"createdAt\":\"2026", "\"createdAt\":\"206")]
    [InlineData(Owner, "me")]
    [InlineData(Owner, Owner + Owner)]
    [InlineData(Owner, "00112233445566778899AABBCCDDEEFF")]
    [InlineData("\"sha256\":\"", "\"sha256\":\"f")]
    [InlineData("\"storedBytes\":", "\"storedBytes\":\"\",\"other\":")]
    [InlineData("\"name\":\"picture 1\"", "\"name\":null")]
    [InlineData("\"source\":{", "\"origin\":{")]
    public void Read_WhenAFieldIsWrong_ShouldThrowAsTheReaderOfTheWholeImageDoes(string right, string wrong)
    {
        var json = Json.Replace(right, wrong, StringComparison.Ordinal);
        Assert.NotEqual(Json, json);

        foreach (var read in new Action[] { () => IndexFieldsReader.Read(Encoding.UTF8.GetBytes(json)), () => ImageJson.Parse(Encoding.UTF8.GetBytes(json)) })
        {
            var exception = Record.Exception(read);

            Assert.True(exception is JsonException or FormatException, exception?.ToString());
        }
    }

    private static string Json => Encoding.UTF8.GetString(ImageJson.Serialize(Picture));

    private static void AssertKept(string json)
    {
        var fields = IndexFieldsReader.Read(Encoding.UTF8.GetBytes(json));
        var right = IndexFields.Of(Picture);

        Assert.Equal(right.OldNames, fields.OldNames);
        Assert.Equal(right, fields with { OldNames = right.OldNames });
    }
}
