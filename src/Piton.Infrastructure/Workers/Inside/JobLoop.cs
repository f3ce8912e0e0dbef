using NetVips;
using Piton.Domain.Images;
using Piton.Infrastructure.Vips;
using Piton.Infrastructure.Workers.Protocol;

namespace Piton.Infrastructure.Workers.Inside;

/// <summary>Does what the server asks, one thing after the other, until it hangs up.</summary>
internal sealed class JobLoop(WorkerPipe pipe, VipsConverter converter, long maxMemoryBytes)
{
    private byte[] _source = [];
    private ImageHeader? _header;

    public void Run()
    {
        while (pipe.Read(json => json.WorkerRequest) is { } request)
        {
            switch (request.Task)
            {
                case WorkerTask.Inspect:
                    _source = pipe.ReadSource(request.SourceBytes);
                    pipe.Write(json => json.InspectResult, Inspect());
                    break;
                case WorkerTask.Convert:
                    pipe.Write(json => json.ConvertResult, Convert());
                    (_source, _header) = ([], null);
                    break;
                default:
                    throw new InvalidDataException($"There is no task {request.Task}.");
            }
        }
    }

    private InspectResult Inspect()
    {
        VipsRuntime.ForgetShortage();
        try
        {
            var result = converter.Inspect(new MemoryStream(_source), CancellationToken.None);
            _header = result.Header;
            return result.Outcome == InspectOutcome.Broken && VipsRuntime.WasShortOfMemory
                ? new InspectResult(InspectOutcome.OverLimit, null, result.MediaType, TooMuchMemory)
                : result;
        }
        catch (OutOfMemoryException)
        {
            return new InspectResult(InspectOutcome.OverLimit, null, null, TooMuchMemory);
        }
    }

    private ConvertResult Convert()
    {
        var header = _header ?? throw new InvalidDataException("Nothing was inspected that could be converted.");
        VipsRuntime.ForgetShortage();
        try
        {
            var image = VipsConverter.Convert(new MemoryStream(_source), header, CancellationToken.None);
            return image switch
            {
                not null => new ConvertResult(ConvertOutcome.Converted, image),
                null when VipsRuntime.WasShortOfMemory => new ConvertResult(ConvertOutcome.OverLimit, Breach: TooMuchMemory),
                null => new ConvertResult(ConvertOutcome.Broken),
            };
        }
        catch (Exception fault) when (fault is OutOfMemoryException || (fault is VipsException failed && VipsRuntime.IsShortage(failed)))
        {
            return new ConvertResult(ConvertOutcome.OverLimit, Breach: TooMuchMemory);
        }
    }

    private LimitBreach TooMuchMemory => new(LimitKind.Memory, maxMemoryBytes, maxMemoryBytes);
}
