using Piton.Application.Refusals;
using Piton.Domain.Access;

namespace Piton.Web.Api.Description;

/// <summary>What the description of an operation of the API says, and its code does not.</summary>
/// <param name="right">What its use case asks the rights table for.</param>
/// <param name="refusals">Why it says no, beyond what every operation does.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ApiOperationAttribute(Right right, params ErrorCode[] refusals) : Attribute
{
    public Right Right => right;

    public IReadOnlyList<ErrorCode> Refusals => refusals;

    /// <summary>Whether somebody without an account may do it in a public gallery.</summary>
    public bool IsOpen => Actor.Anonymous.May(right);

    /// <summary>The scopes of a token that are each enough.</summary>
    public IEnumerable<string> Scopes => TokenScopeNames.All.Where(name => Holder(name).May(right));

    private static Actor Holder(string scope) => new(Role.Administrator, default(AccountId)) { Scopes = TokenScopeNames.FromNames([scope]) };
}
