using System.Xml.Linq;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using Piton.Domain.Library;
using Piton.Web.Security;

namespace Piton.Web.Tests.Security;

public sealed class KeyRepositoryTests
{
    [Fact]
    public void GetAllElements_WhenAPowerCutLeftOneEmpty_ShouldGiveTheOthers()
    {
        var keys = Substitute.For<IKeyStore>();
        keys.ReadAll().Returns(["", "<key id=\"1\" />", "<half"]);

        var elements = new KeyRepository(keys, NullLogger<KeyRepository>.Instance).GetAllElements();

        Assert.Equal("1", Assert.Single(elements).Attribute("id")!.Value);
    }

    [Fact]
    public void StoreElement_WhenRead_ShouldBeTheSame()
    {
        var keys = Substitute.For<IKeyStore>();
        var element = XElement.Parse("<key id=\"1\">\n  <secret>a b</secret>\n</key>", LoadOptions.PreserveWhitespace);

        new KeyRepository(keys, NullLogger<KeyRepository>.Instance).StoreElement(element, "key-1");

        keys.Received().Store("key-1", Arg.Is<string>(text => XNode.DeepEquals(XElement.Parse(text, LoadOptions.PreserveWhitespace), element)));
    }
}
