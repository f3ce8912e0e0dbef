using Spectre.Console;

namespace Piton.Web.CommandLine.Output;

/// <summary>A bar at the foot of the terminal, there from the first word of progress until something else is said.</summary>
internal sealed class ProgressBar
{
    private readonly Lock _gate = new();
    private CommandProgress? _latest;
    private TaskCompletionSource? _isOver;
    private Task _drawing = Task.CompletedTask;

    public void Show(CommandProgress progress)
    {
        lock (_gate)
        {
            _latest = progress;
            if (_isOver is null)
            {
                _isOver = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _drawing = Task.Run(() => DrawAsync(_isOver.Task));
            }
        }
    }

    /// <summary>Takes the bar away, if there is one.</summary>
    public Task EndAsync()
    {
        lock (_gate)
        {
            _isOver?.TrySetResult();
            _isOver = null;
            return _drawing;
        }
    }

    private Task DrawAsync(Task isOver) => AnsiConsole.Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(async context =>
        {
            var task = context.AddTask("");
            do
            {
                var latest = _latest!;
                task.Description = Markup.Escape(latest.ToText());
                task.MaxValue = Math.Max(1, latest.Total);
                task.Value = latest.Done;
            }
            while (await Task.WhenAny(isOver, Task.Delay(100)) != isOver);
        });
}
