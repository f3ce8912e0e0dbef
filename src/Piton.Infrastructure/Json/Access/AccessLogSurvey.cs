using Piton.Domain.Library;
using Piton.Infrastructure.Json.Log;
using Piton.Infrastructure.Json.Records;

namespace Piton.Infrastructure.Json.Access;

/// <summary>Checks the logs of who may come in and of what they did, line by line as the start does, and changes nothing.</summary>
internal static class AccessLogSurvey
{
    /// <param name="directory">The folder that the logs are in.</param>
    public static IReadOnlyList<LibraryDefect> Inspect(string directory)
    {
        var accounts = $"{directory}/{JsonAccountCatalog.FileName}";
        var audit = $"{directory}/{JsonAuditLog.FileName}";
        var accountFormat = new AccountFormat();
        var sessionFormat = new SessionFormat();
        return
        [
            .. FindLoss(accounts, audit),
            .. Inspect(accounts, accountFormat.Kind, VisitorOf(accountFormat)),
            .. Inspect($"{directory}/{JsonSessionCatalog.FileName}", sessionFormat.Kind, VisitorOf(sessionFormat)),
            .. Inspect(audit, AuditLine.Kind, (line, _) => AuditLine.Read(line)),
        ];
    }

    // A library from before there were accounts has neither.
    private static IEnumerable<LibraryDefect> FindLoss(string accounts, string audit) => File.Exists(accounts) || !File.Exists(audit) ? [] :
    [
        new LibraryDefect(
            DefectKind.LogMissing,
            Path.GetFileName(accounts),
            $"There are no accounts, but {Path.GetFileName(audit)} tells of some. Restore the file from a backup; without it, Piton asks for a first administrator."),
    ];

    private static LogReplay.Visitor VisitorOf<TKey, TRecord>(RecordFormat<TKey, TRecord> format)
        where TKey : struct
        where TRecord : class => new FoundRecords<TKey, TRecord>(format).Apply;

    private static IEnumerable<LibraryDefect> Inspect(string path, LogKind kind, LogReplay.Visitor visit)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var file = new LogFile(File.OpenHandle(path));
        try
        {
            var torn = file.Length - new LogReplay(file, path, kind).Run(visit).Length;
            return torn == 0 ? [] :
                [new LibraryDefect(DefectKind.LogUnfinished, Path.GetFileName(path), $"Its last {torn} bytes were never completed, as after a crash.")];
        }
        catch (LibraryException damage)
        {
            return [new LibraryDefect(DefectKind.LogDamaged, Path.GetFileName(path), damage.Message)];
        }
    }
}
