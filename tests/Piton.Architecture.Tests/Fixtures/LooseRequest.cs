using Ardalis.Result;
using MediatR;

namespace Piton.Architecture.Tests.Fixtures;

/// <summary>A request that can be changed on its way.</summary>
public class LooseRequest : IRequest<Result<string>>
{
    public string Name { get; set; } = "";
}
