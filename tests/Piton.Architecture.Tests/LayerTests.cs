using Mono.Cecil;
using Piton.Architecture.Tests.Fixtures;
using Piton.Architecture.Tests.Rules;

namespace Piton.Architecture.Tests;

/// <summary>Arrows run one way: Web → Application → Domain, and Infrastructure → Domain.</summary>
public sealed class LayerTests
{
    private static readonly AllowList OfDomain = new("System.*");

    private static readonly AllowList OfApplication = new(
        "System.*", "Piton.Domain", "Ardalis.Result", "FluentValidation", "MediatR",
        "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions");

    private static readonly AllowList OfInfrastructure = new(
        "System.*", "Microsoft.Win32.Primitives", "Piton.Domain", "NetVips", "NetVips.Native", "Mime",
        "Magick.NET-Q8-AnyCPU", "Magick.NET.Core",
        "Microsoft.Extensions.Configuration.Abstractions", "Microsoft.Extensions.DependencyInjection.Abstractions",
        "Microsoft.Extensions.Hosting.Abstractions", "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Options",
        "Microsoft.Extensions.Options.ConfigurationExtensions");

    private static readonly AllowList OfWeb = new(
        "System.*", "Piton.Domain", "Piton.Application", "Piton.Infrastructure", "Ardalis.Result", "MediatR", "Microsoft.AspNetCore", "Microsoft.AspNetCore.*",
        "Microsoft.Extensions.*", "Microsoft.Net.Http.Headers", "Microsoft.OpenApi", "OpenTelemetry", "OpenTelemetry.*", "Otp.NET", "QRCoder", "Serilog", "Serilog.*",
        "Spectre.Console", "Spectre.Console.Ansi", "zxcvbn-core");

    public static TheoryData<string> Layers() => ["Domain", "Application", "Infrastructure", "Web"];

    [Theory]
    [MemberData(nameof(Layers))]
    public void References_OfACompiledLayer_ShouldBeOnItsList(string layer)
    {
        var (module, allowed) = Layer(layer);

        Holds.For([.. module.AssemblyReferences.Select(reference => reference.Name)], allowed.Outside);
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void References_OfALayersProject_ShouldBeOnItsList(string layer)
    {
        var project = Repository.Get($"src/Piton.{layer}/Piton.{layer}.csproj");

        Assert.Contains("<Project Sdk=", project.Text, StringComparison.Ordinal);
        Assert.Empty(Layer(layer).Allowed.Outside(FileRules.Packages(project).Concat(FileRules.Projects(project))));
    }

    [Fact]
    public void References_OfTheDomainsProject_ShouldBeNone()
    {
        var project = Repository.Get("src/Piton.Domain/Piton.Domain.csproj");

        Assert.DoesNotContain("Reference", project.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AllowList_WhenANameIsNotOnIt_ShouldSayWhich()
    {
        Assert.Equal(["Piton.Infrastructure", "Systems", "MediatR.Contracts"], OfApplication.Outside(
            ["System.Runtime", "Piton.Domain", "Piton.Infrastructure", "Systems", "MediatR", "MediatR.Contracts"]));
    }

    [Fact]
    public void Packages_WhenAProjectHasSome_ShouldFindThemAndItsProjects()
    {
        var project = new SourceFile("src/A/A.csproj", """
            <Project><PackageReference Include="Newtonsoft.Json" /><ProjectReference Include="../B/B.csproj" /></Project>
            """);

        Assert.Equal(["Newtonsoft.Json"], FileRules.Packages(project));
        Assert.Equal(["B"], FileRules.Projects(project));
    }

    [Fact]
    public void Infrastructure_InWeb_ShouldBeNamedByTheRegistrationAlone()
    {
        var named = Mentions.Of(Assemblies.Web.Written(), "Piton.Infrastructure.");

        Assert.Equal(["Piton.Web.PitonWeb"], named);
    }

    [Theory]
    [InlineData("Domain")]
    [InlineData("Application")]
    [InlineData("Infrastructure")]
    public void AspNetTypes_BehindWeb_ShouldBeNone(string layer) =>
        Holds.For(Layer(layer).Module.Written(), types => Mentions.Of(types, "Microsoft.AspNetCore."));

    [Fact]
    public void Mentions_WhenATypeIsNamedInALambda_ShouldFindIt() =>
        Assert.NotEmpty(Mentions.Of([Assemblies.Fixture<InfrastructureUser>()], "Piton.Infrastructure."));

    [Fact]
    public void Mentions_WhenATypeIsOfAspNet_ShouldFindIt() =>
        Assert.NotEmpty(Mentions.Of([Assemblies.Fixture<HttpUser>()], "Microsoft.AspNetCore."));

    private static (ModuleDefinition Module, AllowList Allowed) Layer(string name) => name switch
    {
        "Domain" => (Assemblies.Domain, OfDomain),
        "Application" => (Assemblies.Application, OfApplication),
        "Infrastructure" => (Assemblies.Infrastructure, OfInfrastructure),
        "Web" => (Assemblies.Web, OfWeb),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such layer."),
    };
}
