using Ardalis.Result;
using MediatR;

namespace Piton.Application;

/// <summary>A request that changes nothing. Logged at Debug, unless it fails.</summary>
public interface IQuery<T> : IRequest<Result<T>>;
