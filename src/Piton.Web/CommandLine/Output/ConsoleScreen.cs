using Spectre.Console;

namespace Piton.Web.CommandLine.Output;

/// <summary>The terminal of this process: tables with frames and a bar for progress where standard output is one, plain lines where it is not.</summary>
internal sealed class ConsoleScreen : ICommandScreen, IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly bool _isTerminal = !Console.IsOutputRedirected;
    private readonly ProgressBar _bar = new();
    private readonly SparseProgress _lines = new();

    public Task LineAsync(string text) => InTurnAsync(() => Console.Out.WriteLine(PlainText.Of(text)));

    public Task ErrorAsync(string text) => InTurnAsync(() => Console.Error.WriteLine(PlainText.Of(text)));

    public Task TextAsync(string text) => InTurnAsync(() => Console.Out.Write(PlainText.OfDocument(text)));

    public Task TableAsync(CommandTable table) => InTurnAsync(() =>
    {
        if (_isTerminal)
        {
            AnsiConsole.Write(Framed(table));
            return;
        }

        // One row a line and a tab between, for cut and awk.
        foreach (var row in table.Rows.Prepend(table.Columns))
        {
            Console.Out.WriteLine(string.Join('\t', row.Select(PlainText.Of)));
        }
    });

    public void Progress(CommandProgress progress)
    {
        if (_isTerminal)
        {
            _bar.Show(progress);
        }
        else if (_lines.IsDue())
        {
            Console.Error.WriteLine(progress.ToText());
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _bar.EndAsync();
        _turn.Dispose();
    }

    private async Task InTurnAsync(Action write)
    {
        await _turn.WaitAsync();
        try
        {
            await _bar.EndAsync();
            write();
        }
        finally
        {
            _turn.Release();
        }
    }

    private static Table Framed(CommandTable table)
    {
        var framed = new Table { Border = TableBorder.Rounded };
        foreach (var column in table.Columns)
        {
            framed.AddColumn(new TableColumn(new Text(PlainText.Of(column), new Style(decoration: Decoration.Bold))));
        }

        foreach (var row in table.Rows)
        {
            framed.AddRow(row.Select(cell => new Text(PlainText.Of(cell))));
        }

        return framed;
    }
}
