namespace Piton.Web.Tests.HttpObservatory;

/// <summary>What a rule says of a page.</summary>
/// <param name="Rule">Its name.</param>
/// <param name="What">What was found.</param>
/// <param name="Points">What that adds to the score, or takes from it.</param>
internal sealed record Finding(string Rule, string What, int Points);
