using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Piton.Web.CommandLine;

namespace Piton.Web.Tests.CommandLine;

public sealed class SettingsFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("piton-settings-");

    private string File => Path.Combine(_folder.FullName, "piton.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void AddSettingsFile_WhenItSaysSomething_ShouldBeHeardButForWhatTheCommandLineSays()
    {
        System.IO.File.WriteAllText(File, """
            // Comments may stand anywhere.
            { "urls": "http://localhost:6000", "Piton": { "PageSize": 10, "TrashDays": 3 }, "Logging": { "LogLevel": { "Default": "Error" } } }
            """);

        var settings = Read("--Piton:PageSize=20");

        Assert.Equal("http://localhost:6000", settings["urls"]);
        Assert.Equal(("20", "3"), (settings["Piton:PageSize"], settings["Piton:TrashDays"]));

        // Piton's own, which lies beside it, says something else.
        Assert.Equal("Error", settings["Logging:LogLevel:Default"]);
    }

    [Fact]
    public void AddSettingsFile_WhenNoneIsNamed_ShouldLeaveAllAsItIs()
    {
        var builder = WebApplication.CreateBuilder();
        var before = builder.Configuration.Sources.Count;

        builder.Configuration.AddSettingsFile(null);

        Assert.Equal(before, builder.Configuration.Sources.Count);
    }

    [Theory]
    [InlineData(null, "not found")]
    [InlineData("{ \"Piton\": { \"PageSize\" 10 } }", "LineNumber")]
    [InlineData("[]", "JSON")]
    public void AddSettingsFile_WhenItCannotBeRead_ShouldSayWhichAndWhy(string? content, string why)
    {
        if (content is not null)
        {
            System.IO.File.WriteAllText(File, content);
        }

        var fault = Assert.Throws<OptionsValidationException>(() => Read());

        Assert.Contains(File, fault.Message, StringComparison.Ordinal);
        Assert.Contains(why, fault.Message, StringComparison.Ordinal);
    }

    private ConfigurationManager Read(params string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddSettingsFile(File);
        return builder.Configuration;
    }
}
