using Mono.Cecil;

namespace Piton.Architecture.Tests.Rules;

/// <summary>What a type has to be. Each rule gives the names of those that are not.</summary>
internal static class TypeRules
{
    private const int FewestMethods = 2;
    private const int MostMethods = 6;

    public static bool IsHandler(TypeDefinition type) => Implements(type, "MediatR.IRequestHandler`2");

    public static bool IsValidator(TypeDefinition type) => type.BaseType?.GetElementType().FullName == "FluentValidation.AbstractValidator`1";

    public static bool IsRequest(TypeDefinition type) =>
        !type.IsInterface && (Implements(type, "Piton.Application.ICommand`1") || Implements(type, "Piton.Application.IQuery`1") || Implements(type, "MediatR.IRequest`1"));

    public static bool IsPort(TypeDefinition type) => type is { IsInterface: true, IsPublic: true };

    public static IEnumerable<string> NotInternal(IEnumerable<TypeDefinition> types) => Names(types.Where(type => type.IsPublic));

    public static IEnumerable<string> NotInternalAndSealed(IEnumerable<TypeDefinition> types) => Names(types.Where(type => type.IsPublic || !type.IsSealed));

    /// <summary>A record is known by the method that the compiler gives it for <c>with</c>.</summary>
    public static IEnumerable<string> NotSealedRecord(IEnumerable<TypeDefinition> types) =>
        Names(types.Where(type => !type.IsSealed || type.Methods.All(method => method.Name != "<Clone>$")));

    public static IEnumerable<string> NotNamed(IEnumerable<TypeDefinition> types, params string[] endings) =>
        Names(types.Where(type => !endings.Any(ending => type.Name.EndsWith(ending, StringComparison.Ordinal))));

    /// <summary>A property counts as a method.</summary>
    public static IEnumerable<string> NotOfTwoToSixMethods(IEnumerable<TypeDefinition> types) =>
        Names(types.Where(type => type.Methods.Count is < FewestMethods or > MostMethods));

    /// <summary>Types whose code uses a member of Ardalis.Result that <paramref name="condition"/> holds for.</summary>
    public static IEnumerable<string> UsingResult(IEnumerable<TypeDefinition> types, Func<MethodReference, bool> condition) =>
        Names(types.Where(type => Mentions.Members(type).OfType<MethodReference>().Any(method => IsOfResult(method) && condition(method))));

    /// <summary>Factories, constructors and the conversion from a value.</summary>
    public static bool MakesResult(MethodReference method) =>
        method.Name is ".ctor" or "op_Implicit" || (!method.HasThis && method.DeclaringType.GetElementType().Name is "Result" or "Result`1");

    /// <summary>Properties, and the functions that branch on the status.</summary>
    public static bool ReadsResult(MethodReference method) =>
        (method.HasThis && method.Name.StartsWith("get_", StringComparison.Ordinal))
        || method.DeclaringType.Name.EndsWith("Extensions", StringComparison.Ordinal);

    private static bool IsOfResult(MethodReference method) =>
        method.DeclaringType.GetElementType() is { Namespace: "Ardalis.Result", Name: "Result" or "Result`1" or "IResult" or "ResultExtensions" };

    private static bool Implements(TypeDefinition type, string contract) =>
        type.Interfaces.Any(implemented => implemented.InterfaceType.GetElementType().FullName == contract);

    private static IEnumerable<string> Names(IEnumerable<TypeDefinition> types) => types.Select(type => type.FullName);
}
