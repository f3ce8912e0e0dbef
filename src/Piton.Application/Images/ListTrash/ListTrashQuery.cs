using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.ListTrash;

/// <summary>A page of the trash, newest image first.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="After">A cursor from the page before; null or empty for the first page.</param>
/// <param name="Limit">The most images on the page, 1 to 200.</param>
public sealed record ListTrashQuery(Actor Actor, string? After, int Limit) : IQuery<CatalogPage>;
