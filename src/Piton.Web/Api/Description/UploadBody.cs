using Microsoft.OpenApi;
using Piton.Application.Images.UploadImage;
using Piton.Domain.Images;
using Piton.Web.Uploads;

namespace Piton.Web.Api.Description;

/// <summary>The form of an upload, which is read section by section and so has no type.</summary>
internal static class UploadBody
{
    public const string MediaType = "multipart/form-data";

    /// <summary>The header by which a sender knows an upload.</summary>
    public static IOpenApiParameter Key() => new OpenApiParameter
    {
        Name = IdempotencyKey.Header,
        In = ParameterLocation.Header,
        Description = $"A key of your own for this upload, such as a UUID: 1 to {UploadImageCommand.MaxKeyLength} visible ASCII characters, in quotation marks or without. "
            + "The same request with the same key within 24 hours is answered like the first.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = UploadImageCommand.MaxKeyLength },
    };

    public static OpenApiRequestBody Describe() => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [MediaType] = new()
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string> { UploadForm.Api.File },
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        [UploadForm.Api.File] = new OpenApiSchema
                        {
                            Type = JsonSchemaType.String,
                            Format = "binary",
                            Description = "The picture, with its file name. What kind it is says its content, not its name.",
                        },
                        [UploadForm.Api.Name] = Text("What to call it; the file name without its ending where this is left out.", ImageName.MaxLength),
                        [UploadForm.Api.Alt!] = Text("What it shows, for those who cannot see it.", Image.MaxAltLength),
                        [UploadForm.Api.Visibility!] = new OpenApiSchema
                        {
                            Type = JsonSchemaType.String,
                            Description = "Who finds it.",
                            Enum = SchemaWords.Of(Visibilities.Names),
                            Default = Visibilities.Names.First(),
                        },
                    },
                },
            },
        },
    };

    private static OpenApiSchema Text(string description, int maxLength) =>
        new() { Type = JsonSchemaType.String, Description = description, MaxLength = maxLength };
}
