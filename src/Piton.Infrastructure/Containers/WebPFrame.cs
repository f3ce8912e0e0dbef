namespace Piton.Infrastructure.Containers;

/// <summary>One frame of an animated WebP file: the content of its chunk <c>ANMF</c> (RFC 9649, figure 9).</summary>
/// <param name="Payload">The chunk without name and length.</param>
internal sealed record WebPFrame(byte[] Payload)
{
    private const int HeaderLength = 16;

    private const int WidthAt = 6;
    private const int HeightAt = 9;
    private const int DurationAt = 12;
    private const int FlagsAt = 15;
    private const byte DisposeFlag = 0x01;
    private const byte DoNotBlendFlag = 0x02;

    /// <summary>How long it is shown, in milliseconds: 0 to 16,777,215.</summary>
    public int Duration => UInt24.Read(Payload.AsSpan(DurationAt));

    public int Width => UInt24.Read(Payload.AsSpan(WidthAt)) + 1;

    public int Height => UInt24.Read(Payload.AsSpan(HeightAt)) + 1;

    /// <summary>The whole canvas as one frame.</summary>
    /// <param name="width">Of the canvas.</param>
    /// <param name="height">Of the canvas.</param>
    /// <param name="chunks">Its alpha, if it has any, and its pixels.</param>
    public static WebPFrame OfCanvas(int width, int height, ReadOnlySpan<byte> chunks)
    {
        byte[] payload = [.. new byte[HeaderLength], .. chunks];
        UInt24.Write(payload.AsSpan(WidthAt), width - 1);
        UInt24.Write(payload.AsSpan(HeightAt), height - 1);
        payload[FlagsAt] = DoNotBlendFlag;
        return new WebPFrame(payload);
    }

    public WebPFrame Lasting(int milliseconds)
    {
        var payload = Payload.ToArray();
        UInt24.Write(payload.AsSpan(DurationAt), milliseconds);
        return new WebPFrame(payload);
    }

    /// <summary>The same frame, left standing when its time is over.</summary>
    public WebPFrame LeftStanding()
    {
        var payload = Payload.ToArray();
        payload[FlagsAt] &= DisposeFlag ^ byte.MaxValue;
        return new WebPFrame(payload);
    }

    /// <summary>A frame in the same place that is laid over this one, and disposed of as this one was to be.</summary>
    /// <param name="chunks">The pixels of that frame, of the same size.</param>
    public WebPFrame Overlay(ReadOnlySpan<byte> chunks)
    {
        byte[] payload = [.. Payload.AsSpan(0, HeaderLength), .. chunks];
        payload[FlagsAt] &= DisposeFlag;
        return new WebPFrame(payload);
    }
}
