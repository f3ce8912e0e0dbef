using Ardalis.Result;

namespace Piton.Architecture.Tests.Fixtures;

/// <summary>Makes a result from a value, without a word of it.</summary>
internal static class ResultMaker
{
    public static Result<string> Make(string value) => value;
}
