using Mono.Cecil;

namespace Piton.Architecture.Tests;

/// <summary>The assemblies under test, as they were compiled.</summary>
internal static class Assemblies
{
    public static ModuleDefinition Domain { get; } = Read("Piton.Domain.dll");

    public static ModuleDefinition Application { get; } = Read("Piton.Application.dll");

    public static ModuleDefinition Infrastructure { get; } = Read("Piton.Infrastructure.dll");

    public static ModuleDefinition Web { get; } = Read("piton.dll");

    /// <summary>The types of an assembly that somebody wrote, nested ones with their outermost.</summary>
    public static IReadOnlyList<TypeDefinition> Written(this ModuleDefinition module) =>
        [.. module.Types.Where(type => type.Namespace.StartsWith("Piton", StringComparison.Ordinal))];

    /// <summary>A type of this project that breaks a rule on purpose.</summary>
    public static TypeDefinition Fixture<T>() => Fixture(typeof(T));

    public static TypeDefinition Fixture(Type type) => Read(type.Assembly.ManifestModule.Name).GetType(type.FullName);

    private static ModuleDefinition Read(string file) => ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, file));
}
