namespace Piton.Architecture.Tests;

/// <summary>Asserts that a rule holds, and that there was something for it to look at.</summary>
internal static class Holds
{
    /// <param name="subjects">What the rule looks at.</param>
    /// <param name="rule">Gives a line for each subject that breaks it.</param>
    public static void For<T>(IReadOnlyCollection<T> subjects, Func<IEnumerable<T>, IEnumerable<string>> rule)
    {
        Assert.NotEmpty(subjects);
        Assert.Empty(rule(subjects));
    }
}
