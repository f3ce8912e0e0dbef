using Piton.Web.Tests.Access;

namespace Piton.Web.Tests.HttpObservatory;

/// <summary>The same before its first start.</summary>
public sealed class EmptyProxiedHouse : ProxiedHouse
{
    protected override bool HasAccounts => false;
}
