using System.Xml;
using System.Xml.Linq;

namespace Piton.Infrastructure.FileSystem;

/// <summary>
/// A file in <c>keys/</c>, as ASP.NET Core's data protection writes it: a key, or that keys are revoked. That its secret is another one nobody can tell by looking.
/// </summary>
/// <param name="ExpiresAt">When nothing is sealed with it any more, UTC; null for what does not expire.</param>
internal sealed record StoredKey(DateTimeOffset? ExpiresAt)
{
    private const string NamePrefix = "key-";
    private const string Version = "1";

    /// <summary>Reads one.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="flaw">Why it is none that was written; null where it is one.</param>
    /// <returns>Null where it is damaged.</returns>
    public static StoredKey? TryRead(string path, out string? flaw)
    {
        try
        {
            flaw = null;
            using var content = new MemoryStream(File.ReadAllBytes(path));
            using var reader = XmlReader.Create(content);
            return Parse(XElement.Load(reader), Path.GetFileNameWithoutExtension(path));
        }
        catch (Exception e) when (e is XmlException or FormatException)
        {
            flaw = $"It is not what was written: {e.Message}";
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            flaw = $"It cannot be read: {e.Message}";
            return null;
        }
    }

    private static StoredKey Parse(XElement root, string name)
    {
        if ((string?)root.Attribute("version") != Version)
        {
            throw new FormatException("Its version is missing, or is one that this Piton does not know.");
        }

        return root.Name.LocalName switch
        {
            "key" => ParseKey(root, name),
            "revocation" => ParseRevocation(root),
            var other => throw new FormatException($"“{other}” is no key."),
        };
    }

    private static StoredKey ParseKey(XElement key, string name)
    {
        var id = (Guid)Attribute(key, "id");
        if (name.StartsWith(NamePrefix, StringComparison.Ordinal) && Guid.TryParse(name.AsSpan(NamePrefix.Length), out var named) && named != id)
        {
            throw new FormatException("It is another key than its name says.");
        }

        _ = (DateTimeOffset)Element(key, "creationDate");
        _ = (DateTimeOffset)Element(key, "activationDate");
        var descriptor = Element(key, "descriptor");
        _ = Attribute(descriptor, "deserializerType");
        if (!descriptor.HasElements)
        {
            throw new FormatException("It says nothing of what it seals with.");
        }

        foreach (var secret in descriptor.Descendants("masterKey"))
        {
            if (Convert.FromBase64String(Element(secret, "value").Value).Length == 0)
            {
                throw new FormatException("Its secret is missing.");
            }
        }

        return new StoredKey((DateTimeOffset)Element(key, "expirationDate"));
    }

    private static StoredKey ParseRevocation(XElement revocation)
    {
        _ = (DateTimeOffset)Element(revocation, "revocationDate");
        _ = Attribute(Element(revocation, "key"), "id");
        return new StoredKey(ExpiresAt: null);
    }

    private static XElement Element(XElement element, string name) => element.Element(name) ?? throw new FormatException($"“{name}” is missing.");

    private static XAttribute Attribute(XElement element, string name) => element.Attribute(name) ?? throw new FormatException($"“{name}” is missing.");
}
