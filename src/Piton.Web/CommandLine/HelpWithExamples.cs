using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Piton.Web.CommandLine;

/// <summary>The usual help, and behind it what to type.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    private const string Settings =
        """
        Settings:
          Any option of the README can stand in any command: --Piton:DataDirectory /var/lib/piton. Where a server has the library, the command
          runs in that server, whose settings are in force.

        Exit codes:
          0  done                1  not done, or not whole
          2  called wrongly      3  could not look
        """;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is LibraryCommand { Examples: { Count: > 0 } examples })
        {
            output.WriteLine("Examples:");
            foreach (var (line, what) in examples)
            {
                output.WriteLine($"  {line}");
                output.WriteLine($"      {what}");
            }

            output.WriteLine();
        }

        output.WriteLine(Settings);
        return exitCode;
    }
}
