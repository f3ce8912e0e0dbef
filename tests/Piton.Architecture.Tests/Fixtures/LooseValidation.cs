using FluentValidation;

namespace Piton.Architecture.Tests.Fixtures;

/// <summary>A validator that is public and not called one.</summary>
public class LooseValidation : AbstractValidator<LooseRequest>;
