using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using Piton.Domain.Images;
using Piton.Infrastructure.FileSystem;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Backup;

/// <summary>Writes the list of what belongs to a run, as it comes. Good for nothing until <see cref="Complete"/>.</summary>
internal sealed class ManifestWriter : IDisposable
{
    private const int WriteAbove = 1 << 20;

    private readonly string _path;
    private readonly SafeFileHandle _file;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly ArrayBufferWriter<byte> _body = new();
    private ManifestTotals _totals;
    private long _sequence = 1;
    private long _written;

    /// <param name="path">Of a file that does not exist.</param>
    /// <param name="at">The moment at which the library was as the run has it.</param>
    public ManifestWriter(string path, DateTimeOffset at)
    {
        _path = path;
        _file = Posix.CreateNewPrivate(path);
        _totals = new ManifestTotals(at, 0, 0, 0);
        _buffer.Write(LogHeader.Create(ManifestLine.Kind));
    }

    public void Add(ManifestFolder folder)
    {
        ManifestLine.Write(_body, folder);
        _hash.AppendData(_body.WrittenSpan);
        WriteLine();
        _totals = _totals.Plus(folder);
    }

    /// <summary>Writes the end, and puts all of it on disk.</summary>
    /// <returns>What the run comes to.</returns>
    public ManifestTotals Complete(IStoreDisk disk)
    {
        ManifestLine.Write(_body, _totals, ContentHash.FromBytes(_hash.GetCurrentHash()));
        WriteLine();
        WriteBuffer();
        disk.FlushFile(_file, _path);
        return _totals;
    }

    public void Dispose()
    {
        _file.Dispose();
        _hash.Dispose();
    }

    private void WriteLine()
    {
        var line = _buffer.GetSpan(_body.WrittenCount + LogLine.Overhead);
        _buffer.Advance(LogLine.Write(line, _sequence++, _body.WrittenSpan, endsGroup: true));
        _body.ResetWrittenCount();
        if (_buffer.WrittenCount >= WriteAbove)
        {
            WriteBuffer();
        }
    }

    private void WriteBuffer()
    {
        RandomAccess.Write(_file, _buffer.WrittenSpan, _written);
        _written += _buffer.WrittenCount;
        _buffer.ResetWrittenCount();
    }
}
