using Microsoft.Extensions.Options;
using Piton.Domain.Images;
using Piton.Infrastructure.FileSystem;

namespace Piton.Infrastructure.Workers;

/// <summary>Refuses to start with workers that could not work.</summary>
internal sealed class DecoderOptionsValidator(IOptions<ImageLimits> limits) : IValidateOptions<DecoderOptions>
{
    /// <summary>What a worker needs before it has seen a picture, and as much again.</summary>
    public const long LeastMemory = 256L << 20;

    private const int MostSeconds = 3600;
    private const int MostJobs = 1_000_000;

    public ValidateOptionsResult Validate(string? name, DecoderOptions options) => options switch
    {
        _ when !Enum.IsDefined(options.Sandbox) =>
            ValidateOptionsResult.Fail($"Piton:Decoder:Sandbox is {options.Sandbox}. Give it Required, BestEffort or Off."),
        { JobsPerWorker: < 1 or > MostJobs } =>
            ValidateOptionsResult.Fail($"Piton:Decoder:JobsPerWorker is {options.JobsPerWorker}. Give it 1 to {MostJobs}."),
        { MaxCpuSeconds: < 1 or > MostSeconds } =>
            ValidateOptionsResult.Fail($"Piton:Decoder:MaxCpuSeconds is {options.MaxCpuSeconds}. Give it 1 to {MostSeconds}."),
        { MaxMemoryBytes: < LeastMemory } =>
            ValidateOptionsResult.Fail($"Piton:Decoder:MaxMemoryBytes is {options.MaxMemoryBytes}. Give it at least {LeastMemory}."),
        _ when limits.Bytes() > LargestSource(options) => ValidateOptionsResult.Fail(
            $"Piton:Limits:MaxFileBytes is {limits.Bytes()}, for which a decoder of Piton:Decoder:MaxMemoryBytes ({options.MaxMemoryBytes}) has no room. "
            + $"Give it at most {LargestSource(options)}."),
        _ => ValidateOptionsResult.Success,
    };

    // Beside the source there is what becomes of it.
    private static long LargestSource(DecoderOptions options) => WorkerEnvironment.HeapBytes(options.MaxMemoryBytes) / 2;
}
