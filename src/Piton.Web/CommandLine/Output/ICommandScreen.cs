namespace Piton.Web.CommandLine.Output;

/// <summary>Where the output of a command is shown: this terminal, or one at the other end of a socket. Safe to call from many threads at once.</summary>
internal interface ICommandScreen
{
    /// <summary>A line on standard output, shown as it is: never wrapped, and no markup in it.</summary>
    Task LineAsync(string text);

    Task TableAsync(CommandTable table);

    /// <summary>A line on standard error.</summary>
    Task ErrorAsync(string text);

    /// <summary>Text on standard output that others follow without a break.</summary>
    Task TextAsync(string text);

    /// <summary>How far it is. Some of these may be left out, so that none waits.</summary>
    void Progress(CommandProgress progress);
}
