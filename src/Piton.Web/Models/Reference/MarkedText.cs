using Microsoft.AspNetCore.Html;

namespace Piton.Web.Models.Reference;

/// <summary>A text in which what stands between backticks is code.</summary>
public static class MarkedText
{
    public static IHtmlContent Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var content = new HtmlContentBuilder();
        foreach (var (index, part) in text.Split('`').Index())
        {
            _ = index % 2 == 0 ? content.Append(part) : content.AppendHtml("<code>").Append(part).AppendHtml("</code>");
        }

        return content;
    }
}
