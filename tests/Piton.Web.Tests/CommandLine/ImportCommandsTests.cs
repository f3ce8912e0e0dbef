using System.Text.Json;
using Ardalis.Result;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using Piton.Application.Accounts.FindAccount;
using Piton.Application.Images.ListImport;
using Piton.Application.Images.OpenImport;
using Piton.Application.Images.UploadImage;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Web.CommandLine;
using Piton.Web.CommandLine.Output;

namespace Piton.Web.Tests.CommandLine;

/// <summary>What an import reports when it does not come to its end as it should.</summary>
public sealed class ImportCommandsTests : IDisposable
{
    private static readonly string[] Files = ["a.png", "b.png", "c.png", "d.png"];

    private readonly IMediator _library = Substitute.For<IMediator>();
    private readonly RecordedScreen _screen = new();
    private readonly CancellationTokenSource _stop = new();

    public ImportCommandsTests()
    {
        var items = Files.Select(file => new ImportItem(file, file, DateTimeOffset.UnixEpoch, null)).ToList();
        _library.Send(Arg.Any<FindAccountQuery>(), Arg.Any<CancellationToken>())
            .Returns(Result<Account>.Success(TestAccounts.New(Role.Administrator, "").Account));
        _library.Send(Arg.Any<ListImportQuery>(), Arg.Any<CancellationToken>()).Returns(Result<ImportListing>.Success(new ImportListing("/old", items, [])));
        _library.Send(Arg.Any<OpenImportQuery>(), Arg.Any<CancellationToken>()).Returns(_ => Result<OpenedImport>.Success(new OpenedImport(new MemoryStream(), null)));
        _library.Send(Arg.Any<UploadImageCommand>(), Arg.Any<CancellationToken>())
            .Returns(Result<UploadedImage>.Invalid(new ValidationError("file", "It is no picture.", "broken_image", ValidationSeverity.Error)));
    }

    public void Dispose() => _stop.Dispose();

    [Theory]
    [InlineData(Role.Visitor, true, "is disabled")]
    [InlineData(Role.Pending, false, "waits for approval")]
    public async Task Import_WhenItsOwnerMayNotUpload_ShouldTakeNothingAndSayWhy(Role role, bool isDisabled, string why)
    {
        var owner = TestAccounts.New(role, "").Account with { DisabledAt = isDisabled ? DateTimeOffset.UnixEpoch : null };
        _library.Send(Arg.Any<FindAccountQuery>(), Arg.Any<CancellationToken>()).Returns(Result<Account>.Success(owner));

        Assert.Equal(1, await RunAsync());

        Assert.Contains(why, _screen.Errors, StringComparison.Ordinal);
        Assert.Contains(why, JsonDocument.Parse(_screen.Output).RootElement.Text("error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_WhenItIsStopped_ShouldReportWhatCameOfItSoFar()
    {
        _library.Send(Arg.Is<UploadImageCommand>(command => command.FileName == "c.png"), Arg.Any<CancellationToken>())
            .Returns<Result<UploadedImage>>(call =>
            {
                _stop.Cancel();
                call.Arg<CancellationToken>().ThrowIfCancellationRequested();
                throw new InvalidOperationException("It was not stopped.");
            });

        Assert.Equal(1, await RunAsync());
        var report = JsonDocument.Parse(_screen.Output).RootElement;

        Assert.Equal(["a.png", "b.png"], report.GetProperty("refused").EnumerateArray().Select(one => one.Text("file")));
        Assert.Contains("stopped", report.Text("stopped"), StringComparison.Ordinal);
        Assert.Contains("The same command again goes on from here.", _screen.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_WhenAFileMayNotBeOpened_ShouldReportItAsRefused()
    {
        _library.Send(Arg.Is<OpenImportQuery>(query => query.Item.Path == "b.png"), Arg.Any<CancellationToken>()).Returns(Result<OpenedImport>.Forbidden());

        Assert.Equal(1, await RunAsync());

        var refused = JsonDocument.Parse(_screen.Output).RootElement.GetProperty("refused").EnumerateArray().Select(one => $"{one.Text("file")} {one.Text("code")}");
        Assert.Equal(["a.png broken_image", "b.png forbidden", "c.png broken_image", "d.png broken_image"], refused);
    }

    [Fact]
    public async Task Import_WhenAFileCannotBeReadToItsEnd_ShouldReportItAsRefusedAndGoOn()
    {
        var damaged = Substitute.For<Stream>();
        damaged.ReadAsync(Arg.Any<Memory<byte>>(), Arg.Any<CancellationToken>()).Returns<int>(_ => throw new IOException("Input/output error"));
        _library.Send(Arg.Is<OpenImportQuery>(query => query.Item.Path == "b.png"), Arg.Any<CancellationToken>())
            .Returns(Result<OpenedImport>.Success(new OpenedImport(damaged, null)));
        _library.Send(Arg.Is<UploadImageCommand>(command => command.FileName == "b.png"), Arg.Any<CancellationToken>())
            .Returns(call => ReadAsync(call.Arg<UploadImageCommand>().Content));

        Assert.Equal(1, await RunAsync());

        var refused = JsonDocument.Parse(_screen.Output).RootElement.GetProperty("refused").EnumerateArray().ToList();
        Assert.Equal(["a.png broken_image", "b.png unreadable", "c.png broken_image", "d.png broken_image"], refused.Select(one => $"{one.Text("file")} {one.Text("code")}"));
        Assert.Contains("Input/output error", refused[1].Text("why"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_WhenTheDiskOfTheLibraryFails_ShouldEndAndReportWhatCameOfItSoFar()
    {
        _library.Send(Arg.Is<UploadImageCommand>(command => command.FileName == "c.png"), Arg.Any<CancellationToken>())
            .Returns<Result<UploadedImage>>(_ => throw new IOException("Input/output error: '/data/staging/1'"));

        Assert.Equal(1, await RunAsync());
        var report = JsonDocument.Parse(_screen.Output).RootElement;

        Assert.Equal(["a.png", "b.png"], report.GetProperty("refused").EnumerateArray().Select(one => one.Text("file")));
        Assert.Contains("Input/output error: '/data/staging/1'", report.Text("stopped"), StringComparison.Ordinal);
        Assert.Contains("The same command again goes on from here.", _screen.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_WhenTheOwnersAccountIsDeletedMeanwhile_ShouldEndAndSayWhy()
    {
        _library.Send(Arg.Is<UploadImageCommand>(command => command.FileName == "c.png"), Arg.Any<CancellationToken>()).Returns(Result<UploadedImage>.Forbidden());

        Assert.Equal(1, await RunAsync());
        var report = JsonDocument.Parse(_screen.Output).RootElement;

        Assert.Equal(["a.png", "b.png"], report.GetProperty("refused").EnumerateArray().Select(one => one.Text("file")));
        Assert.Contains("is not there any more", report.Text("stopped"), StringComparison.Ordinal);
        Assert.DoesNotContain("The same command again", _screen.Errors, StringComparison.Ordinal);
        await _library.DidNotReceive().Send(Arg.Is<UploadImageCommand>(command => command.FileName == "d.png"), Arg.Any<CancellationToken>());
    }

    private static async Task<Result<UploadedImage>> ReadAsync(Stream content)
    {
        await content.ReadExactlyAsync(new byte[1]);
        throw new InvalidOperationException("It was read.");
    }

    private async Task<int> RunAsync()
    {
        await using var services = new ServiceCollection()
            .AddSingleton(_library)
            .AddSingleton(new ConversionQueueLimits { Running = 1 })
            .BuildServiceProvider();
        var parsed = CommandTree.Parse(CommandTree.Build(), ["import", "/old", "--owner", "ana@example.org", "--json"]);
        var call = new CommandCall(parsed, services, new CommandOutput(_screen, json: true), new ConsoleInput(), "/");
        return await CommandRun.RunAsync(CommandTree.CommandOf(parsed)!, call, _stop.Token);
    }
}
