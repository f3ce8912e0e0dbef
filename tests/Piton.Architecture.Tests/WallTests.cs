using Mono.Cecil;
using Piton.Architecture.Tests.Rules;

namespace Piton.Architecture.Tests;

/// <summary>The server never calls a decoder: nothing that its registration leads to knows one. Only the worker's entry does.</summary>
public sealed class WallTests
{
    private static readonly string[] Decoders = ["NetVips.", "HeyRed.Mime.", "ImageMagick."];

    [Fact]
    public void Registration_OfTheServer_ShouldLeadToNoDecoder() =>
        Holds.For(ReachedFrom("Piton.Infrastructure.PitonInfrastructure"), types => Decoders.SelectMany(decoder => Mentions.Of(types, decoder)));

    [Fact]
    public void Registration_OfTheServer_ShouldLeadToThePoolAndNoFurther()
    {
        var reached = ReachedFrom("Piton.Infrastructure.PitonInfrastructure").Select(type => type.FullName).ToList();

        Assert.Contains("Piton.Infrastructure.Workers.WorkerPool", reached);
        Assert.DoesNotContain(reached, name => name.StartsWith("Piton.Infrastructure.Vips.", StringComparison.Ordinal)
            || name.StartsWith("Piton.Infrastructure.Mime.", StringComparison.Ordinal)
            || name.StartsWith("Piton.Infrastructure.Magick.", StringComparison.Ordinal)
            || name.StartsWith("Piton.Infrastructure.Exif.", StringComparison.Ordinal)
            || name.StartsWith("Piton.Infrastructure.Workers.Inside.", StringComparison.Ordinal));
    }

    [Fact]
    public void ReachedFrom_WhenTheEntryOfAWorkerIsLookedAt_ShouldFindTheDecoders()
    {
        var reached = ReachedFrom("Piton.Infrastructure.PitonDecodeWorker");

        Assert.NotEmpty(Mentions.Of(reached, "NetVips."));
        Assert.NotEmpty(Mentions.Of(reached, "HeyRed.Mime."));
        Assert.NotEmpty(Mentions.Of(reached, "ImageMagick."));
    }

    [Theory]
    [InlineData("Domain")]
    [InlineData("Application")]
    [InlineData("Web")]
    public void Decoders_OutsideInfrastructure_ShouldBeNone(string layer)
    {
        var types = (layer switch
        {
            "Domain" => Assemblies.Domain,
            "Application" => Assemblies.Application,
            _ => Assemblies.Web,
        }).Written();

        Holds.For(types, all => Decoders.SelectMany(decoder => Mentions.Of(all, decoder)));
    }

    /// <summary>Types of Infrastructure that a type names, that those name, and so on.</summary>
    private static List<TypeDefinition> ReachedFrom(string name)
    {
        var written = Assemblies.Infrastructure.Written().ToDictionary(type => type.FullName);
        var reached = new HashSet<TypeDefinition>();
        var waiting = new Queue<TypeDefinition>([written[name]]);
        while (waiting.TryDequeue(out var type))
        {
            if (reached.Add(type))
            {
                Mentions.Types(type).Select(Outermost).Select(written.GetValueOrDefault).OfType<TypeDefinition>().ToList().ForEach(waiting.Enqueue);
            }
        }

        return [.. reached];
    }

    private static string Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type.FullName;
}
