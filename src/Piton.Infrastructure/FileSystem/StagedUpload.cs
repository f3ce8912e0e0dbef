using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using Piton.Domain.Images;

namespace Piton.Infrastructure.FileSystem;

/// <summary>An upload in a folder of its own under <c>staging/</c>, which becomes the image's folder when it is committed.</summary>
internal sealed class StagedUpload(string folder, StagingBudget budget) : IStagedUpload
{
    private const int BufferSize = 128 * 1024;

    private bool _hasFolder;
    private long _held;

    /// <summary>Where the bytes are until the upload is committed or given up.</summary>
    public string Folder => folder;

    public string SourcePath => folder + "/source";

    public long Bytes { get; private set; }

    public ContentHash Hash { get; private set; }

    public Stream OpenRead() => StoredFile.Open(SourcePath) ?? throw new ObjectDisposedException(nameof(StagedUpload));

    public ValueTask DisposeAsync()
    {
        GiveUp();
        return ValueTask.CompletedTask;
    }

    /// <summary>Writes <paramref name="content"/> to the folder, and creates that with the first byte.</summary>
    public async Task<StageOutcome> ReceiveAsync(Stream content, long maxBytes, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        SafeFileHandle? file = null;
        try
        {
            int read;
            while ((read = await FillAsync(content, buffer, maxBytes, cancellationToken)) > 0)
            {
                if (Bytes + read > maxBytes)
                {
                    return StageOutcome.TooLarge;
                }

                if (!TryHold(read))
                {
                    return StageOutcome.Busy;
                }

                if (!TryAppend(ref file, buffer.AsSpan(0, read)))
                {
                    return StageOutcome.DiskFull;
                }

                hash.AppendData(buffer, 0, read);
            }

            Hash = ContentHash.FromBytes(hash.GetHashAndReset());
            return Bytes > 0 ? StageOutcome.Staged : StageOutcome.Empty;
        }
        finally
        {
            file?.Dispose();
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Says that the folder has become another's: there is nothing left to delete here.</summary>
    public void Release()
    {
        _hasFolder = false;
        GiveUp();
    }

    public void GiveUp()
    {
        try
        {
            if (_hasFolder)
            {
                Directory.Delete(folder, recursive: true);
                _hasFolder = false;
            }
        }
        finally
        {
            budget.Return(_held);
            _held = 0;
        }
    }

    // One byte over the limit tells that there is more; the rest is never read.
    private ValueTask<int> FillAsync(Stream content, byte[] buffer, long maxBytes, CancellationToken cancellationToken)
    {
        var wanted = (int)Math.Min(BufferSize - 1, maxBytes - Bytes) + 1;
        return content.ReadAtLeastAsync(buffer.AsMemory(0, wanted), wanted, throwOnEndOfStream: false, cancellationToken);
    }

    private bool TryHold(int bytes)
    {
        var held = budget.TryTake(bytes);
        _held += held ? bytes : 0;
        return held;
    }

    // Written synchronously: it goes to the page cache, and .NET's asynchronous files only hand it to another thread.
    private bool TryAppend(ref SafeFileHandle? file, ReadOnlySpan<byte> bytes)
    {
        try
        {
            file ??= CreateSource();
            RandomAccess.Write(file, bytes, Bytes);
            Bytes += bytes.Length;
            return true;
        }
        catch (IOException e) when (e.IsFull())
        {
            return false;
        }
    }

    private SafeFileHandle CreateSource()
    {
        _hasFolder = Posix.MakeDirectory(folder, DataDirectory.SharedMode);
        return Posix.CreateNew(SourcePath);
    }
}
