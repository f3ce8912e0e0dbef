using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Piton.Domain.Library;

namespace Piton.Web.Security;

/// <summary>
/// The keys of ASP.NET Core's data protection, kept by the library: the framework's own files are not flushed, so a power cut leaves empty ones, upon which
/// every page with a form would fail.
/// </summary>
internal sealed partial class KeyRepository(IKeyStore keys, ILogger<KeyRepository> logger) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.ReadAll().Select(Read).OfType<XElement>()];

    public void StoreElement(XElement element, string friendlyName) => keys.Store(friendlyName, element.ToString(SaveOptions.DisableFormatting));

    private XElement? Read(string key)
    {
        try
        {
            return XElement.Parse(key);
        }
        catch (XmlException damage)
        {
            LogDamaged(damage);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A key for cookies and forms is damaged and not used. Forms that were open with it have to be loaded again")]
    private partial void LogDamaged(XmlException damage);
}
