namespace Piton.Faults.Scenarios;

/// <summary>Something that Piton does to the disk, which is interrupted at each of its calls.</summary>
internal interface IScenario
{
    /// <summary>By which it is chosen on the command line.</summary>
    string Name { get; }

    /// <summary>Changes the library that it begins with each time, and what is known of it. Nothing goes wrong meanwhile, and nobody has the library before and after.</summary>
    Task BeginAsync(Stage stage) => Task.CompletedTask;

    /// <summary>Starts Piton, says from when on calls count, and does it.</summary>
    Task ActAsync(Stage stage);

    /// <summary>Does what its user does afterwards, before Piton starts again.</summary>
    /// <returns>A line for whatever is not as it should be by then.</returns>
    Task<IReadOnlyList<string>> MendAsync(Stage stage) => Task.FromResult<IReadOnlyList<string>>([]);
}
