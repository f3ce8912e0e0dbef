namespace Piton.Benchmarks;

/// <summary>Something that is measured and printed as rows of a table.</summary>
internal interface IBenchmark
{
    /// <summary>By which it is chosen on the command line.</summary>
    string Name { get; }

    IAsyncEnumerable<Row> RunAsync();
}
