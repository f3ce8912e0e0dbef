namespace Piton.Web.CommandLine;

/// <summary>Says how a command ended, and gives its exit code.</summary>
internal static class Print
{
    /// <summary>What came of it, to standard output.</summary>
    public static int Done(params string[] lines)
    {
        foreach (var line in lines)
        {
            Console.WriteLine(line);
        }

        return 0;
    }

    /// <summary>Why nothing did, to standard error.</summary>
    public static int Failed(string why)
    {
        Console.Error.WriteLine($"piton: {why}");
        return 1;
    }
}
