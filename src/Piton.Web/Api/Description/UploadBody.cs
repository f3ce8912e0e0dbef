using Microsoft.OpenApi;
using Piton.Domain.Images;
using Piton.Web.Uploads;

namespace Piton.Web.Api.Description;

/// <summary>The form of an upload, which is read section by section and so has no type.</summary>
internal static class UploadBody
{
    public const string MediaType = "multipart/form-data";

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
