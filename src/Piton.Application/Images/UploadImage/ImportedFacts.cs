using Piton.Domain.Access;

namespace Piton.Application.Images.UploadImage;

/// <summary>What is known of a picture that another installation had.</summary>
/// <param name="Owner">Whose it is from here on.</param>
/// <param name="CreatedAt">When it was added there, UTC.</param>
/// <param name="OldName">By which it was served there; null where it was not.</param>
public sealed record ImportedFacts(AccountId Owner, DateTimeOffset CreatedAt, string? OldName);
