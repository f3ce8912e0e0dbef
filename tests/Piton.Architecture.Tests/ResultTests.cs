using Mono.Cecil;
using Piton.Architecture.Tests.Fixtures;
using Piton.Architecture.Tests.Rules;

namespace Piton.Architecture.Tests;

/// <summary>Application alone makes results, and Web alone reads them, in one place.</summary>
public sealed class ResultTests
{
    // A form without a file is refused where forms are read: there is no command that it could be.
    private static readonly AllowList Makers = new("Piton.Web.Uploads.UploadReader", "Piton.Web.Uploads.FormUpload");

    // The others answer no request over HTTP: a service logs how many were removed, a command prints its report or what it did.
    private static readonly AllowList Readers = new(
        "Piton.Web.Results.ResultExtensions", "Piton.Web.Background.PurgeTrashService", "Piton.Web.CommandLine.CommandResult");

    private static readonly IReadOnlyList<TypeDefinition> Web = Assemblies.Web.Written();

    [Fact]
    public void Results_InWeb_ShouldBeMadeByTheFormReadersAlone() =>
        Holds.For(Web, types => Makers.Outside(TypeRules.UsingResult(types, TypeRules.MakesResult)));

    [Fact]
    public void Results_InWeb_ShouldBeReadInOnePlace()
    {
        Assert.Contains("Piton.Web.Results.ResultExtensions", TypeRules.UsingResult(Web, TypeRules.ReadsResult));
        Assert.Empty(Readers.Outside(TypeRules.UsingResult(Web, TypeRules.ReadsResult)));
    }

    [Theory]
    [InlineData("Domain")]
    [InlineData("Infrastructure")]
    public void Results_InDomainAndInfrastructure_ShouldNotBeKnown(string layer) =>
        Holds.For((layer == "Domain" ? Assemblies.Domain : Assemblies.Infrastructure).Written(), types => Mentions.Of(types, "Ardalis.Result."));

    [Fact]
    public void MakesResult_WhenAValueBecomesAResult_ShouldFindIt()
    {
        TypeDefinition[] types = [Assemblies.Fixture(typeof(ResultMaker)), Assemblies.Fixture(typeof(ResultReader))];

        Assert.Equal([typeof(ResultMaker).FullName], TypeRules.UsingResult(types, TypeRules.MakesResult));
    }

    [Fact]
    public void ReadsResult_WhenAStatusIsRead_ShouldFindIt()
    {
        TypeDefinition[] types = [Assemblies.Fixture(typeof(ResultMaker)), Assemblies.Fixture(typeof(ResultReader))];

        Assert.Equal([typeof(ResultReader).FullName], TypeRules.UsingResult(types, TypeRules.ReadsResult));
    }
}
