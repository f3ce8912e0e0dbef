using Piton.Domain.Images;

namespace Piton.Web.Selections;

/// <summary>
/// The selections that were deleted last, so that a notice can offer to undo one: a thousand ids are too many for a cookie or an address. Held in
/// memory, and gone when Piton stops; the images are in the trash either way.
/// </summary>
public sealed class RecentDeletions
{
    // A megabyte at most.
    private const int MostKept = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, IReadOnlyList<ImageId>> _selections = [];
    private readonly Queue<string> _oldestFirst = [];

    /// <summary>Remembers a selection in the place of the oldest.</summary>
    /// <returns>An unguessable key to it, of letters and digits.</returns>
    public string Keep(IReadOnlyList<ImageId> ids)
    {
        var key = ImageId.New().ToString();
        lock (_gate)
        {
            if (_oldestFirst.Count == MostKept)
            {
                _selections.Remove(_oldestFirst.Dequeue());
            }

            _oldestFirst.Enqueue(key);
            _selections.Add(key, ids);
        }

        return key;
    }

    /// <summary>The selection of that key; null where it is not remembered any more.</summary>
    public IReadOnlyList<ImageId>? Find(string key)
    {
        lock (_gate)
        {
            return _selections.GetValueOrDefault(key);
        }
    }
}
