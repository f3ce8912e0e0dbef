using Piton.Domain.Images;

namespace Piton.Application.Images.UploadImage;

/// <summary>The keys of one account.</summary>
internal sealed class AccountKeys(TimeProvider clock)
{
    /// <summary>For how long a key is remembered.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    /// <summary>The most keys that are remembered; the oldest goes for a newer one. A hundred bytes each.</summary>
    public const int MaxKeys = 10_000;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _underWay = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KeyedUpload> _kept = new(StringComparer.Ordinal);
    private readonly Queue<(string Key, KeyedUpload Upload)> _byAge = new();

    /// <returns>The turn of an upload with that key; null where another one has it.</returns>
    public UploadTurn? Begin(string key)
    {
        lock (_gate)
        {
            Drop();
            return _underWay.Add(key) ? new UploadTurn(this, key, _kept.GetValueOrDefault(key)) : null;
        }
    }

    /// <summary>Remembers what came of an upload.</summary>
    public void Keep(string key, ContentHash payload, UploadedImage uploaded)
    {
        lock (_gate)
        {
            var upload = new KeyedUpload(payload, uploaded.Image.Id, uploaded.Duplicate, clock.GetUtcNow());
            _kept[key] = upload;
            _byAge.Enqueue((key, upload));
            Drop();
        }
    }

    /// <summary>Lets the next upload with that key begin.</summary>
    public void End(string key)
    {
        lock (_gate)
        {
            _underWay.Remove(key);
        }
    }

    /// <summary>Forgets what is too old.</summary>
    public void Tidy()
    {
        lock (_gate)
        {
            Drop();
        }
    }

    private void Drop()
    {
        var oldest = clock.GetUtcNow() - KeptFor;
        while (_byAge.TryPeek(out var first) && (first.Upload.At <= oldest || _byAge.Count > MaxKeys))
        {
            _byAge.Dequeue();

            // A key whose image is gone may have come again since.
            if (_kept.GetValueOrDefault(first.Key) == first.Upload)
            {
                _kept.Remove(first.Key);
            }
        }
    }
}
