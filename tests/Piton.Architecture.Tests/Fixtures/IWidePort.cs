namespace Piton.Architecture.Tests.Fixtures;

/// <summary>A port of seven methods.</summary>
public interface IWidePort
{
    int One { get; }

    int Two { get; }

    int Three { get; }

    void Four();

    void Five();

    void Six();

    void Seven();
}
