using System.CommandLine;
using System.CommandLine.Parsing;
using Piton.Application.Accounts.FindAccount;
using Piton.Application.Accounts.ListAccounts;
using Piton.Application.Images.ListImport;
using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Web.CommandLine.Import;

/// <summary><c>piton import</c>.</summary>
internal sealed class ImportCommands : ICommandGroup
{
    private readonly Argument<string> _folder = new("folder")
    {
        Description = "With uploads/ and image_metadata.json or app/image_metadata.json: an installation of the system before Piton. Any other: all pictures in it.",
    };

    private readonly Option<string?> _owner = new("--owner") { Description = "The e-mail address of the account that gets them, which has to be open and approved; the first administrator where nothing is said." };

    private readonly Option<string?> _visibility = new("--visibility")
    {
        Description = $"Who finds them: {string.Join(", ", Visibilities.Names)}; public where nothing is said.",

        // The upload would refuse each file for it, one by one.
        Validators = { RefuseUnknown },
    };

    public Command Build() => new LibraryCommand(
        "import", "Takes in the pictures of a folder, with their names and dates. The folder is only read. Exits 1 where any was refused; the same again goes on where it ended.", ImportAsync)
    {
        Converts = true,
        Arguments = { _folder },
        Options = { _owner, _visibility },
        Examples =
        [
            ("piton import /var/www/piton", "Moves in from the system before Piton: old addresses, /uploads/…, still answer."),
            ("piton import ./holidays --owner ana@example.org --visibility private", "Gives Ana all that is in a folder, for her alone."),
        ],
    };

    private async Task<int> ImportAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (await FindOwnerAsync(call, cancellationToken) is not { } owner)
        {
            return ExitCodes.Failed;
        }

        var listed = await call.SendAsync(new ListImportQuery(call.Actor, call.PathOf(call.Arguments.GetRequiredValue(_folder))), cancellationToken);
        return await call.AnswerAsync(listed, async listing =>
        {
            var import = new FolderImport(call, listing, owner, call.Arguments.GetValue(_visibility));
            await import.RunAsync(cancellationToken);
            return await import.Report.SayAsync(call.Output);
        });
    }

    private async Task<Account?> FindOwnerAsync(CommandCall call, CancellationToken cancellationToken)
    {
        Account? owner = null;
        if (call.Arguments.GetValue(_owner) is { } email)
        {
            var found = await call.SendAsync(new FindAccountQuery(call.Actor, email), cancellationToken);
            await call.AnswerAsync(found, account => WhyNot(account) is { } why ? call.Output.FailAsync(why) : Keep(account, out owner));
            return owner;
        }

        var page = await call.SendAsync(new ListAccountsQuery(call.Actor, null, Role.Administrator.Name(), null, 200), cancellationToken);
        await call.AnswerAsync(page, accounts => accounts.Items.Select(one => one.Account).FirstOrDefault(account => account.IsActiveAdministrator) is { } first
            ? Keep(first, out owner)
            : call.Output.FailAsync("there is no administrator whom the pictures could belong to. Make one: piton users create-admin --help"));
        return owner;

        static Task<int> Keep(Account account, out Account? owner)
        {
            owner = account;
            return Task.FromResult(ExitCodes.Done);
        }
    }

    // Who may not upload gets nothing by another way.
    private static string? WhyNot(Account account) => account switch
    {
        { IsDisabled: true } => $"{account.Email} is disabled. Open the account first: piton users disable --email {account.Email} --undo",
        { Role: Role.Pending } => $"{account.Email} still waits for approval. Approve it first: piton users set-role --email {account.Email} --role visitor",
        _ => null,
    };

    private static void RefuseUnknown(OptionResult said)
    {
        if (said.GetValueOrDefault<string?>() is { } name && Visibilities.FromName(name) is null)
        {
            said.AddError($"There is no visibility \"{name}\". Use one of: {string.Join(", ", Visibilities.Names)}.");
        }
    }
}
