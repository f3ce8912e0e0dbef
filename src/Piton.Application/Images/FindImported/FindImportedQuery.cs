using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Images.FindImported;

/// <summary>The image that another installation served by a file name. What is in the trash is not found.</summary>
public sealed record FindImportedQuery(Actor Actor, string OldName) : IQuery<Image>;
