using System.Text;
using Piton.Web.CommandLine.Output;

namespace Piton.Web.Tests.CommandLine;

/// <summary>Keeps what a command says.</summary>
internal sealed class RecordedScreen : ICommandScreen
{
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    public string Output => _output.ToString();

    public string Errors => _errors.ToString();

    public Task LineAsync(string text) => TextAsync(text + "\n");

    public Task TableAsync(CommandTable table) => Task.CompletedTask;

    public Task ErrorAsync(string text)
    {
        _errors.AppendLine(text);
        return Task.CompletedTask;
    }

    public Task TextAsync(string text)
    {
        _output.Append(text);
        return Task.CompletedTask;
    }

    public void Progress(CommandProgress progress)
    {
    }
}
