using System.Globalization;
using Microsoft.Extensions.Localization;
using Piton.Application.Refusals;

namespace Piton.Web.Results;

/// <summary>
/// Says a failure in the language of the request. The English text of a refusal comes from the use case itself; the resources
/// <c>FailureMessages.*.resx</c> say it in other languages, by its code and with the same places for its arguments.
/// </summary>
/// <remarks>
/// One code may have several texts, with more and with fewer arguments: the resource <c>too_large/1</c> has one place, <c>too_large</c> none.
/// It may also have one for a field or a case, which then goes first: <c>text_too_long.alt/2</c> before <c>text_too_long/2</c>.
/// </remarks>
internal sealed class FailureMessages(IStringLocalizer<FailureMessages> texts)
{
    /// <param name="code">The code of the failure, from which its resource has its name.</param>
    /// <param name="particular">The field or the case, where there may be a text of its own for it; else null.</param>
    /// <param name="english">The text where the language has none.</param>
    /// <param name="arguments">What goes in the places of the text.</param>
    public string Say(string code, string? particular, string english, IReadOnlyList<object> arguments)
    {
        var places = arguments.Count == 0 ? "" : $"/{arguments.Count}";
        var text = texts[$"{code}.{particular}{places}"];
        text = text.ResourceNotFound ? texts[$"{code}{places}"] : text;
        return text.ResourceNotFound ? english : string.Format(CultureInfo.CurrentCulture, text.Value, [.. arguments]);
    }

    public string Say(ErrorCode code, string english) => Say(code.Text(), null, english, []);
}
