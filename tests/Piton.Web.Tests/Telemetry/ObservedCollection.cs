namespace Piton.Web.Tests.Telemetry;

/// <summary>The tests that watch one and the same process, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ObservedCollection : ICollectionFixture<ObservedPiton>
{
    public const string Name = "observed";
}
