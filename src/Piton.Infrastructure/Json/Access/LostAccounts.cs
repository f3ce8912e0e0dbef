using Piton.Domain.Library;

namespace Piton.Infrastructure.Json.Access;

/// <summary>
/// Tells a library that has lost its accounts from one that is new, and from one of before there were accounts: these have no audit log either, which is
/// created after the log of the accounts.
/// </summary>
internal static class LostAccounts
{
    private const string Flaw = $"is missing, but there is {JsonAuditLog.FileName}, which tells what accounts did";

    private const string Advice =
        $"Copy the file back from a backup, where it is runs/…/data/{JsonAccountCatalog.FileName}, and give it to the user that runs Piton; or bring the whole backup "
        + $"into an empty folder by piton restore. To go on without any account, move {JsonAuditLog.FileName} away as well: Piton then asks for a first administrator, "
        + "the images stay those of accounts that are no more, and the next backup belongs into another folder.";

    /// <summary>What is missing, and what to do; null where nothing is.</summary>
    /// <param name="directory">The folder that the logs are in.</param>
    public static LibraryDefect? Find(string directory) => IsLoss(directory)
        ? new LibraryDefect(DefectKind.LogMissing, JsonAccountCatalog.FileName, $"It {Flaw}. {Advice}")
        : null;

    /// <summary>Keeps an empty log from taking the place of the lost one, and whoever comes first from becoming the administrator.</summary>
    /// <param name="directory">The folder that the logs are in.</param>
    /// <exception cref="LibraryException">The accounts are lost.</exception>
    public static void Refuse(string directory)
    {
        if (IsLoss(directory))
        {
            throw new LibraryException($"The log of the accounts, {directory}/{JsonAccountCatalog.FileName}, {Flaw}. Nothing was changed. {Advice}");
        }
    }

    private static bool IsLoss(string directory) =>
        !File.Exists($"{directory}/{JsonAccountCatalog.FileName}") && File.Exists($"{directory}/{JsonAuditLog.FileName}");
}
