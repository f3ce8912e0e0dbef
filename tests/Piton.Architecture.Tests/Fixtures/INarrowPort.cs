namespace Piton.Architecture.Tests.Fixtures;

/// <summary>A port of one method.</summary>
public interface INarrowPort
{
    void One();
}
