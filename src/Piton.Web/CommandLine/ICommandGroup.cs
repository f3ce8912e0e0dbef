using System.CommandLine;

namespace Piton.Web.CommandLine;

/// <summary>
/// A command, or several under one word. Whatever implements it, with a constructor without parameters, is part of the command line: nothing lists them.
/// </summary>
internal interface ICommandGroup
{
    /// <returns>A <see cref="LibraryCommand"/>, or a command whose subcommands are such.</returns>
    Command Build();
}
