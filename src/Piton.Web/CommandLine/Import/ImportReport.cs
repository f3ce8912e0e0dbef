using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Piton.Domain.Images;
using Piton.Web.CommandLine.Output;

namespace Piton.Web.CommandLine.Import;

/// <summary>What came of an import. Many threads add to it.</summary>
internal sealed class ImportReport
{
    private readonly ConcurrentBag<RefusedImport> _refused = [];
    private readonly ConcurrentBag<TakenAddress> _taken = [];
    private int _imported;
    private int _there;
    private string? _stopped;

    public ImportReport(IEnumerable<ImportRefusal> refusals)
    {
        foreach (var refusal in refusals)
        {
            Refuse(refusal);
        }
    }

    /// <param name="wasThere">Whether its owner had the same picture already, from an earlier run perhaps.</param>
    public void Take(bool wasThere) => Interlocked.Increment(ref wasThere ? ref _there : ref _imported);

    public void Refuse(ImportRefusal refusal) => Refuse(refusal.Place, JsonNamingPolicy.SnakeCaseLower.ConvertName($"{refusal.Flaw}"), refusal.Detail);

    public void Refuse(string place, string code, string why) => _refused.Add(new RefusedImport(place, code, why));

    /// <summary>Notes of a picture that is in the library now that its old address is another's.</summary>
    public void Note(TakenAddress taken) => _taken.Add(taken);

    /// <summary>Whether it ends before the last.</summary>
    public bool IsStopped => _stopped is not null;

    /// <summary>Says why it ends before the last, where the same command can go on. The first reason stands.</summary>
    public void Interrupt(string why) => Stop($"{why} The same command again goes on from here.");

    /// <summary>Says why it ends before the last, where the same command cannot go on. The first reason stands.</summary>
    public void Stop(string why) => Interlocked.CompareExchange(ref _stopped, why, null);

    /// <returns>1 where anything was refused, or it ended before the last.</returns>
    public async Task<int> SayAsync(CommandOutput output)
    {
        RefusedImport[] refused = [.. _refused.OrderBy(one => one.File, StringComparer.Ordinal).ThenBy(one => one.Code, StringComparer.Ordinal)];
        foreach (var one in refused)
        {
            await output.LineAsync($"refused {one.File}: {one.Why} ({one.Code})");
        }

        TakenAddress[] taken = [.. _taken.OrderBy(one => one.File, StringComparer.Ordinal)];
        foreach (var one in taken)
        {
            await output.LineAsync($"note {one.File}: it is in the library, but {one.Address} leads to another picture, {one.Image}");
        }

        await output.LineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{_imported:N0} imported, {_there:N0} there already, {refused.Length:N0} refused"));
        await output.DocumentAsync(new { Imported = _imported, AlreadyThere = _there, Refused = refused, TakenAddresses = taken, Stopped = _stopped });
        return _stopped is { } why
            ? await output.FailAsync($"it ended before the last picture: {why}")
            : refused.Length > 0 ? ExitCodes.Failed : ExitCodes.Done;
    }
}
