using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NSubstitute;
using Piton.Domain.Library;

namespace Piton.Web.Tests.Health;

public sealed class HealthRoutesTests(PitonServer server) : IClassFixture<PitonServer>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Get_WhenAllIsWell_ShouldBeHealthyWithoutReasons(string address)
    {
        var answer = await server.ApiClient().GetFromJsonAsync<JsonElement>(address);

        Assert.Equal("healthy", answer.Text("status"));
        Assert.Empty(answer.GetProperty("reasons").EnumerateArray());
    }

    [Fact]
    public async Task Get_WhenCatalogueIsReadOnly_ShouldAnswer200AndSayWhy()
    {
        var health = Substitute.For<ILibraryHealth>();
        health.IsReadOnly.Returns(true);
        health.Reason.Returns("Writing /var/lib/piton/uploads/ab failed (No space left).");
        using var degraded = new PitonServer { Replace = services => services.AddSingleton(health) };
        using var client = degraded.ApiClient();

        using var ready = await client.GetAsync("/health/ready");
        var body = await ready.JsonAsync();
        using var form = Uploads.Form(TestImages.Jpeg());
        using var upload = await client.PostAsync(Uploads.Api, form);

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal("degraded", body.Text("status"));
        var reason = body.GetProperty("reasons")[0].GetString();
        Assert.Contains("read-only", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("/", reason, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, upload.StatusCode);
        Assert.Equal("read_only", (await upload.JsonAsync()).Text("code"));
    }

    [Fact]
    public async Task Get_WhenTheDiskIsNearlyFull_ShouldAnswer200AndSayHowMuchIsLeft()
    {
        var disk = Substitute.For<IDiskSpace>();
        disk.FreeBytes.Returns(255_999_999);
        using var degraded = new PitonServer { Replace = services => services.AddSingleton(disk) };
        using var client = degraded.ApiClient();

        using var ready = await client.GetAsync("/health/ready");
        var body = await ready.JsonAsync();

        Assert.Equal((HttpStatusCode.OK, "degraded"), (ready.StatusCode, body.Text("status")));
        Assert.Contains("255,999,999 bytes left", Assert.Single(body.GetProperty("reasons").EnumerateArray()).GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_WhenProbesFindTheSameAgain_ShouldSayOnceWhatChanged()
    {
        var disk = Substitute.For<IDiskSpace>();
        disk.FreeBytes.Returns(1_000, 900, 800, 1_000_000_000);
        using var log = new RecordedLog();
        using var degraded = new PitonServer
        {
            Replace = services => services.AddSingleton(disk).AddSingleton<ILoggerProvider>(log),
        };
        using var client = degraded.ApiClient();

        for (var probe = 0; probe < 5; probe++)
        {
            using var ready = await client.GetAsync("/health/ready");
        }

        Assert.Contains("1,000 bytes left", Assert.Single(log.Warnings, line => line.Contains("bytes left", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Single(log.Lines, line => line.Contains("all is well again", StringComparison.Ordinal));
    }
}
