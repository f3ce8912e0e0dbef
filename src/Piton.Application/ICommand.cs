using Ardalis.Result;
using MediatR;

namespace Piton.Application;

/// <summary>A request that changes the library. Logged at Information.</summary>
public interface ICommand<T> : IRequest<Result<T>>;
