using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Piton.Domain.Images;
using Piton.Infrastructure;
using Piton.Web.Options;
using Piton.Web.Uploads;

namespace Piton.Web.Tests.Deployment;

/// <summary>What is installed agrees with itself and with the program. nginx.conf is tried by <see cref="NginxTests"/>.</summary>
public sealed partial class DeployFilesTests
{
    private const double MostExposure = 2.5;

    [Fact]
    public void Settings_AsInstalled_ShouldBeOptionsThatMakeSense() => AssertSound(DeployFiles.Read("piton.json"));

    [Fact]
    public void Settings_WithEveryExample_ShouldBeOptionsThatMakeSense()
    {
        var installed = DeployFiles.Read("piton.json");
        var all = Example().Replace(installed, "$1");

        Assert.NotEqual(installed, all);
        AssertSound(all);
    }

    [Fact]
    public void Nginx_AgainstTheSettings_ShouldAskPitonWhereItListensAndSendWhereItKeeps()
    {
        var settings = Settings(Example().Replace(DeployFiles.Read("piton.json"), "$1"));
        var nginx = DeployFiles.Read("nginx.conf");

        Assert.Contains($"server 127.0.0.1:{new Uri(settings["urls"]!).Port};", nginx, StringComparison.Ordinal);
        Assert.Contains($"location ^~ {settings["Piton:AccelRedirect"]}uploads/ {{", nginx, StringComparison.Ordinal);
        Assert.Contains($"alias {settings["Piton:DataDirectory"]}/uploads/;", nginx, StringComparison.Ordinal);
        Assert.Contains($"server_name {new Uri(settings["Piton:PublicUrl"]!).Host};", nginx, StringComparison.Ordinal);
        Assert.Equal("127.0.0.1", settings["Piton:Access:Proxies:0"]);
    }

    [Fact]
    public void Nginx_AgainstTheLimits_ShouldTakeTheLargestFormAndNoMore()
    {
        var bounds = new UploadBounds(Microsoft.Extensions.Options.Options.Create(new PitonOptions()), new ImageLimits());

        Assert.Contains($"client_max_body_size {bounds.MaxBytes(UploadForm.Page)};", DeployFiles.Read("nginx.conf"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("supervisor.conf")]
    [InlineData("piton.service")]
    public void Manager_OfTheServer_ShouldGiveItTheTimeThatItGivesItsUploads(string file)
    {
        var patience = int.Parse(StopPatience().Match(DeployFiles.Read(file)).Groups[1].Value, CultureInfo.InvariantCulture);

        Assert.InRange(patience, new HostOptions().ShutdownTimeout.TotalSeconds + 10, 120);
    }

    [Fact]
    public void Unit_AgainstThePackage_ShouldRunWhatIsInstalledOnItsData()
    {
        var unit = DeployFiles.Read("piton.service");
        var installed = DeployFiles.Read("debian/install");
        var folder = Settings(DeployFiles.Read("piton.json"))["Piton:DataDirectory"]!;

        Assert.Contains("ExecStart=/usr/bin/piton serve", unit, StringComparison.Ordinal);
        Assert.Contains("deploy/piton usr/bin", installed, StringComparison.Ordinal);
        Assert.Contains("deploy/piton.json etc/piton", installed, StringComparison.Ordinal);
        Assert.Contains("/etc/piton/piton.json", DeployFiles.Read("piton"), StringComparison.Ordinal);
        Assert.Equal($"/var/lib/{StateDirectory().Match(unit).Groups[1].Value}", folder);
        Assert.Contains($"install -d -m 0750 -o piton -g piton {folder}\n", DeployFiles.Read("debian/postinst"), StringComparison.Ordinal);
        Assert.Contains($"rm -rf {folder}\n", DeployFiles.Read("debian/postrm"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unit_AsSystemdSeesIt_ShouldBeShutIn()
    {
        var start = new ProcessStartInfo("systemd-analyze", ["security", "--offline=true", "--no-pager", DeployFiles.PathOf("piton.service")]) { RedirectStandardOutput = true };
        using var analysis = Process.Start(start)!;
        var said = await analysis.StandardOutput.ReadToEndAsync();
        await analysis.WaitForExitAsync();

        var exposure = Exposure().Match(said).Groups[1].Value;

        Assert.True(exposure.Length > 0, said);
        Assert.InRange(double.Parse(exposure, CultureInfo.InvariantCulture), 0, MostExposure);
    }

    private static void AssertSound(string json)
    {
        var piton = Settings(json).GetSection("Piton");
        var known = new UnknownOptionsValidator(piton, new OptionNames(PitonInfrastructure.Options));
        var (own, access) = (new PitonOptions(), new AccessOptions());
        piton.Bind(own);
        piton.GetSection("Access").Bind(access);

        ValidateOptionsResult[] results =
            [known.Validate(null, own), new PitonOptionsValidator().Validate(null, own), new AccessOptionsValidator().Validate(null, access)];

        Assert.All(results, result => Assert.False(result.Failed, result.FailureMessage));
    }

    private static IConfigurationRoot Settings(string json) =>
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();

    // A line of the settings that is put in force by taking the slashes away.
    [GeneratedRegex("^( *)// (?=\")", RegexOptions.Multiline)]
    private static partial Regex Example();

    [GeneratedRegex("^(?:TimeoutStopSec|stopwaitsecs)=([0-9]+)$", RegexOptions.Multiline)]
    private static partial Regex StopPatience();

    [GeneratedRegex("^StateDirectory=(.+)$", RegexOptions.Multiline)]
    private static partial Regex StateDirectory();

    [GeneratedRegex("Overall exposure level for [^:]*: ([0-9.]+)")]
    private static partial Regex Exposure();
}
