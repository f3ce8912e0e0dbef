using Microsoft.AspNetCore.Mvc;
using Piton.Application.Images.UploadImage;

namespace Piton.Web.Api;

/// <summary>The answer to a successful upload: 201 with the address of what is new, 200 where the same bytes were there already.</summary>
internal static class UploadAnswer
{
    public static IActionResult Of(UploadedImage uploaded) => new OwnedAnswer([uploaded.Image], reader =>
    {
        var resource = ImageResource.Of(uploaded.Image, reader, uploaded.Duplicate);
        return uploaded.Duplicate
            ? new OkObjectResult(resource)
            : new CreatedResult($"/api/v1/images/{uploaded.Image.Id}", resource);
    });
}
