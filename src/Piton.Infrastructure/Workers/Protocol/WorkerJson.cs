using System.Text.Json;
using System.Text.Json.Serialization;
using Piton.Domain.Images;

namespace Piton.Infrastructure.Workers.Protocol;

/// <summary>The messages between server and worker as JSON. Whole records of the Domain go over, so a field that is added there needs nothing here.</summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    MaxDepth = 16,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(WorkerRequest))]
[JsonSerializable(typeof(WorkerHello))]
[JsonSerializable(typeof(InspectResult))]
[JsonSerializable(typeof(ConvertResult))]
internal sealed partial class WorkerJson : JsonSerializerContext
{
    /// <param name="bytes">How bytes are told of, which themselves stand behind the message.</param>
    public static WorkerJson With(JsonConverter<ReadOnlyMemory<byte>> bytes) => new(new JsonSerializerOptions(Default.GeneratedSerializerOptions!)
    {
        Converters = { bytes, new RenditionNameConverter(), new ContentHashConverter(), new JsonStringEnumConverter(null, allowIntegerValues: false) },
    });
}
