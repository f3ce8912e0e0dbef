using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Piton.Architecture.Tests.Rules;

/// <summary>Which types and members a type names: in what it derives from, in signatures, attributes and code, its nested types included.</summary>
internal static class Mentions
{
    public static IEnumerable<TypeReference> Types(TypeDefinition type) => Parts(type)
        .SelectMany(part => Shape(part).Concat(part.Methods.SelectMany(Signature)))
        .Concat(Members(type).Select(member => member.DeclaringType))
        .Concat(Operands(type).OfType<TypeReference>())
        .Concat(Operands(type).OfType<GenericInstanceMethod>().SelectMany(method => method.GenericArguments))
        .OfType<TypeReference>()
        .SelectMany(Unwrap);

    /// <summary>The members that its code calls, reads or writes.</summary>
    public static IEnumerable<MemberReference> Members(TypeDefinition type) =>
        Operands(type).OfType<MemberReference>().Where(member => member is MethodReference or FieldReference);

    /// <summary>Types of <paramref name="types"/> that name a type whose full name begins with <paramref name="prefix"/>.</summary>
    public static IEnumerable<string> Of(IEnumerable<TypeDefinition> types, string prefix) =>
        types.Where(type => Types(type).Any(named => named.FullName.StartsWith(prefix, StringComparison.Ordinal))).Select(type => type.FullName);

    private static IEnumerable<TypeDefinition> Parts(TypeDefinition type) => type.NestedTypes.SelectMany(Parts).Prepend(type);

    private static IEnumerable<TypeReference?> Shape(TypeDefinition type) => type.Interfaces.Select(contract => contract.InterfaceType)
        .Concat(type.Fields.Select(field => field.FieldType))
        .Concat(type.CustomAttributes.Select(attribute => attribute.AttributeType))
        .Concat(type.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType))
        .Append(type.BaseType);

    private static IEnumerable<TypeReference?> Signature(MethodDefinition method) => method.Parameters.Select(parameter => parameter.ParameterType)
        .Concat(method.CustomAttributes.Select(attribute => attribute.AttributeType))
        .Append(method.ReturnType);

    private static IEnumerable<object> Operands(TypeDefinition type) => Parts(type)
        .SelectMany(part => part.Methods)
        .Where(method => method.HasBody)
        .SelectMany(method => method.Body.Instructions)
        .Select((Instruction instruction) => instruction.Operand)
        .Where(operand => operand is not null);

    private static IEnumerable<TypeReference> Unwrap(TypeReference type) => type switch
    {
        GenericInstanceType closed => closed.GenericArguments.SelectMany(Unwrap).Prepend(closed.ElementType),
        TypeSpecification wrapped => Unwrap(wrapped.ElementType),
        _ => [type],
    };
}
