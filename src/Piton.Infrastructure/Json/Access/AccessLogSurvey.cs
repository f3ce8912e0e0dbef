using Piton.Domain.Access;
using Piton.Domain.Library;
using Piton.Infrastructure.Json.Log;
using Piton.Infrastructure.Json.Records;

namespace Piton.Infrastructure.Json.Access;

/// <summary>Checks the logs of who may come in and of what they did, line by line as the start does, and changes nothing.</summary>
internal static class AccessLogSurvey
{
    /// <summary>Looks at logs that nobody writes to.</summary>
    /// <param name="directory">The folder that they are in.</param>
    public static IReadOnlyList<LibraryDefect> Inspect(string directory) => InspectAll(directory, OpenLog);

    /// <summary>Looks at logs that this process has open, as they were at one moment.</summary>
    /// <param name="directory">The folder that they are in.</param>
    /// <param name="logs">Those of them that are there.</param>
    public static IReadOnlyList<LibraryDefect> Inspect(string directory, IReadOnlyList<LogSnapshot> logs) =>
        InspectAll(directory, path => logs.FirstOrDefault(log => log.Name == Path.GetFileName(path))?.File);

    /// <summary>How many accounts there are, as far as their log can be read; none where there is no log.</summary>
    /// <param name="directory">The folder that it is in; nobody writes to it.</param>
    public static int CountAccounts(string directory)
    {
        var format = new AccountFormat();
        var found = new FoundRecords<AccountId, Account>(format);
        InspectLog($"{directory}/{JsonAccountCatalog.FileName}", OpenLog, format.Kind, found.Apply);
        return found.All.Count();
    }

    private static IReadOnlyList<LibraryDefect> InspectAll(string directory, Func<string, ILogFile?> open)
    {
        var accounts = new AccountFormat();
        var sessions = new SessionFormat();
        return
        [
            .. FindLoss(directory),
            .. InspectLog($"{directory}/{JsonAccountCatalog.FileName}", open, accounts.Kind, VisitorOf(accounts)),
            .. InspectLog($"{directory}/{JsonSessionCatalog.FileName}", open, sessions.Kind, VisitorOf(sessions)),
            .. InspectLog($"{directory}/{JsonAuditLog.FileName}", open, AuditLine.Kind, (line, _) => AuditLine.Read(line)),
        ];
    }

    private static IEnumerable<LibraryDefect> FindLoss(string directory) => LostAccounts.Find(directory) is { } loss ? [loss] : [];

    private static LogFile? OpenLog(string path) => File.Exists(path) ? new LogFile(File.OpenHandle(path), path) : null;

    private static LogReplay.Visitor VisitorOf<TKey, TRecord>(RecordFormat<TKey, TRecord> format)
        where TKey : struct
        where TRecord : class => new FoundRecords<TKey, TRecord>(format).Apply;

    private static IReadOnlyList<LibraryDefect> InspectLog(string path, Func<string, ILogFile?> open, LogKind kind, LogReplay.Visitor visit)
    {
        try
        {
            using var file = open(path);
            var torn = file is null ? 0 : file.Length - new LogReplay(file, path, kind).Run(visit).Length;
            return torn == 0 ? [] :
                [new LibraryDefect(DefectKind.LogUnfinished, Path.GetFileName(path), $"Its last {torn} bytes were never completed, as after a crash.")];
        }
        catch (LibraryException damage)
        {
            return [Damage(path, damage.Message)];
        }
        catch (IOException e)
        {
            return [Damage(path, $"It cannot be read: {e.Message.TrimEnd('.')}. {kind.Advice}")];
        }
    }

    private static LibraryDefect Damage(string path, string detail) => new(DefectKind.LogDamaged, Path.GetFileName(path), detail);
}
