using System.Globalization;
using Ardalis.Result;

namespace Piton.Application.Refusals;

/// <summary>Why a request is refused: the field, the code, and a message for the person who sent it.</summary>
/// <remarks>
/// <see cref="ValidationError.ErrorMessage"/> is the message in English. Web says it in other languages by <see cref="ValidationError.ErrorCode"/>,
/// with the same <see cref="Arguments"/> in the same places.
/// </remarks>
public sealed class Refusal : ValidationError
{
    /// <param name="code">Why.</param>
    /// <param name="field">The field that was wrong, as clients call it.</param>
    /// <param name="message">What was wrong and what would be right, in English, with a place for each of the arguments.</param>
    /// <param name="arguments">Numbers and words of this one case.</param>
    public Refusal(ErrorCode code, string field, string message, params object[] arguments)
        : base(field, string.Format(CultureInfo.InvariantCulture, message, arguments), code.Text(), ValidationSeverity.Error)
    {
        Arguments = arguments;
    }

    public IReadOnlyList<object> Arguments { get; }
}
