namespace Piton.Web.Tests.Telemetry;

/// <summary>A span, as a collector of traces gets it.</summary>
/// <param name="Trace">The trace that it belongs to, in hex.</param>
/// <param name="Id">In hex.</param>
/// <param name="Parent">The span that it is a part of, in hex; empty where it is none.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Start">Nanoseconds since 1970.</param>
/// <param name="End">Nanoseconds since 1970.</param>
/// <param name="Tags">Those that are texts.</param>
internal sealed record TracedStep(string Trace, string Id, string Parent, string Name, ulong Start, ulong End, IReadOnlyDictionary<string, string> Tags);
