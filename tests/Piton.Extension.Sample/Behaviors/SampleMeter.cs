using System.Diagnostics.Metrics;

namespace Piton.Extension.Sample.Behaviors;

/// <summary>Under which name the measurements of this extension are found.</summary>
public static class SampleMeter
{
    public const string Name = "Piton.Extension.Sample";

    internal static Meter Instance { get; } = new(Name);
}
