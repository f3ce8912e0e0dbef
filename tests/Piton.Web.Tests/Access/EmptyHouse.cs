namespace Piton.Web.Tests.Access;

/// <summary>A house that nobody runs yet.</summary>
public sealed class EmptyHouse : PitonServer
{
    protected override bool HasAccounts => false;
}
