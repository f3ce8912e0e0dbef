using System.CommandLine;
using Ardalis.Result;
using MediatR;
using Piton.Application.Accounts.FindAccount;
using Piton.Domain.Access;
using Piton.Web.CommandLine.Output;

namespace Piton.Web.CommandLine;

/// <summary>One call of a command, wherever it runs.</summary>
/// <param name="Arguments">What was said on the command line.</param>
/// <param name="Services">Of the process that has the library.</param>
/// <param name="Output">Where it goes.</param>
/// <param name="Input">Standard input of whoever called.</param>
/// <param name="Folder">The working directory of whoever called.</param>
internal sealed record CommandCall(ParseResult Arguments, IServiceProvider Services, CommandOutput Output, ICommandInput Input, string Folder)
{
    /// <summary>Who asks, of every use case: whoever may read and write the library's folder.</summary>
    public Actor Actor { get; } = Actor.Operator;

    public Task<T> SendAsync<T>(IRequest<T> request, CancellationToken cancellationToken) =>
        Services.GetRequiredService<IMediator>().Send(request, cancellationToken);

    /// <summary>Goes on with what came of a use case, or says why nothing did.</summary>
    public Task<int> AnswerAsync<T>(Result<T> result, Func<T, Task<int>> done) => result.Match(done, Output.FailAsync);

    /// <summary>Goes on with the account of that e-mail address, or says that there is none.</summary>
    public async Task<int> WithAccountAsync(string email, Func<Account, Task<int>> go, CancellationToken cancellationToken) =>
        await AnswerAsync(await SendAsync(new FindAccountQuery(Actor, email), cancellationToken), go);

    /// <summary>A path of the command line, which counts from where the caller is.</summary>
    public string PathOf(string path) => Path.GetFullPath(path, Folder);
}
