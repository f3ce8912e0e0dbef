using Mono.Cecil;
using Piton.Architecture.Tests.Fixtures;
using Piton.Architecture.Tests.Rules;

namespace Piton.Architecture.Tests;

/// <summary>How types are made: what is open to others, and what is not.</summary>
public sealed class TypeTests
{
    private static readonly IReadOnlyList<TypeDefinition> Application = Assemblies.Application.Written();

    [Fact]
    public void Types_OfInfrastructure_ShouldBeInternalButTheRegistrationAndTheWorkersEntry()
    {
        string[] open = ["PitonInfrastructure", "PitonDecodeWorker"];
        var types = Assemblies.Infrastructure.Written();

        Assert.All(open, name => Assert.Contains(types, type => type.Name == name));
        Holds.For([.. types.Where(type => !open.Contains(type.Name))], TypeRules.NotInternal);
    }

    [Fact]
    public void NotInternal_WhenATypeIsPublic_ShouldSayWhich() =>
        Assert.Equal([typeof(LooseHandler).FullName], TypeRules.NotInternal([Assemblies.Fixture<LooseHandler>(), Assemblies.Fixture<InfrastructureUser>()]));

    [Fact]
    public void Handlers_OfApplication_ShouldBeInternalSealedAndNamedSo()
    {
        TypeDefinition[] handlers = [.. Application.Where(TypeRules.IsHandler)];

        Holds.For(handlers, TypeRules.NotInternalAndSealed);
        Holds.For(handlers, types => TypeRules.NotNamed(types, "Handler"));
    }

    [Fact]
    public void Validators_OfApplication_ShouldBeInternalSealedAndNamedSo()
    {
        TypeDefinition[] validators = [.. Application.Where(TypeRules.IsValidator)];

        Holds.For(validators, TypeRules.NotInternalAndSealed);
        Holds.For(validators, types => TypeRules.NotNamed(types, "Validator"));
    }

    [Fact]
    public void Requests_OfApplication_ShouldBeSealedRecordsAndNamedSo()
    {
        TypeDefinition[] requests = [.. Application.Where(TypeRules.IsRequest)];

        Holds.For(requests, TypeRules.NotSealedRecord);
        Holds.For(requests, types => TypeRules.NotNamed(types, "Command", "Query"));
    }

    [Fact]
    public void UseCaseRules_WhenATypeIsLoose_ShouldFindItAndSayWhich()
    {
        var (handler, validator, request) =
            (Assemblies.Fixture<LooseHandler>(), Assemblies.Fixture<LooseValidation>(), Assemblies.Fixture<LooseRequest>());

        Assert.True(TypeRules.IsHandler(handler) && TypeRules.IsValidator(validator) && TypeRules.IsRequest(request));
        Assert.Equal([handler.FullName, validator.FullName], TypeRules.NotInternalAndSealed([handler, validator]));
        Assert.Equal([request.FullName], TypeRules.NotSealedRecord([request]));
        Assert.Equal([validator.FullName], TypeRules.NotNamed([handler, validator], "Handler", "Validator"));
    }

    [Theory]
    [InlineData("MediatR.IMediator")]
    [InlineData("MediatR.ISender")]
    [InlineData("MediatR.IPublisher")]
    public void Handlers_OfApplication_ShouldSendNoRequests(string sender) =>
        Holds.For([.. Application.Where(TypeRules.IsHandler)], types => Mentions.Of(types, sender));

    [Fact]
    public void Mentions_WhenAHandlerSendsRequests_ShouldSayWhich() =>
        Assert.Equal([typeof(LooseHandler).FullName], Mentions.Of([Assemblies.Fixture<LooseHandler>()], "MediatR.IMediator"));

    [Fact]
    public void Ports_OfDomain_ShouldHaveTwoToSixMethods()
    {
        TypeDefinition[] ports = [.. Assemblies.Domain.Written().Where(TypeRules.IsPort)];

        Holds.For(ports, TypeRules.NotOfTwoToSixMethods);
    }

    [Fact]
    public void NotOfTwoToSixMethods_WhenAPortIsNarrowOrWide_ShouldSayWhich()
    {
        TypeDefinition[] ports = [Assemblies.Fixture<INarrowPort>(), Assemblies.Fixture<IWidePort>()];

        Assert.All(ports, port => Assert.True(TypeRules.IsPort(port)));
        Assert.Equal(ports.Select(port => port.FullName), TypeRules.NotOfTwoToSixMethods(ports));
    }
}
