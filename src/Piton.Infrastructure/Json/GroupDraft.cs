using System.Buffers;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json;

/// <summary>
/// The changes of one group commit in the making. Each change sees those before it in the group, and nobody else sees any until they
/// are on disk. Used by the writer alone, again and again.
/// </summary>
internal sealed class GroupDraft(OpenCatalog catalog)
{
    // As many images as somebody can choose at once go to disk together.
    private const int MostLines = 1024;

    private readonly LogGroup _group = new();
    private readonly ArrayBufferWriter<byte> _body = new(4096);
    private readonly Dictionary<ImageId, Image?> _changed = [];
    private readonly List<(ImageId Id, Image? Image, int Start)> _lines = [];

    public bool IsEmpty => _lines.Count == 0;

    /// <summary>Whether it only changes and removes images, for which a full disk has room put by.</summary>
    public bool AddsNothing { get; private set; }

    /// <summary>Whether one more line surely fits.</summary>
    public bool HasRoom => _lines.Count < MostLines && _group.Bytes.Length < LogLine.MaxGroupLength - (2 * LogLine.MaxLength);

    /// <summary>What the log gets; complete after <see cref="Seal"/>.</summary>
    public ReadOnlySpan<byte> Bytes => _group.Bytes;

    /// <summary>Where the log goes on behind the group.</summary>
    public LogEnd End => new(catalog.End.Length + _group.Bytes.Length, catalog.End.NextSequence + _lines.Count);

    public void Start()
    {
        _group.Start(catalog.End.NextSequence);
        _changed.Clear();
        _lines.Clear();
        AddsNothing = true;
    }

    public CatalogChange Add(Image image)
    {
        if (Find(image.Id) is not null)
        {
            throw new ArgumentException($"There is an image with the id {image.Id} already.", nameof(image));
        }

        if (!image.IsInTrash && FindDuplicate(image.Owner, image.Source.Hash) is { } twin)
        {
            return new CatalogChange(CatalogOutcome.Duplicate, twin);
        }

        Put(image);
        AddsNothing = false;
        return new CatalogChange(CatalogOutcome.Done, image);
    }

    public CatalogChange Update(ImageId id, Func<Image, Image?> change)
    {
        if (Find(id) is not { } before || change(before) is not { } after)
        {
            return new CatalogChange(CatalogOutcome.Missing, null);
        }

        if (after.Id != id)
        {
            throw new ArgumentException("A change does not change the id.", nameof(change));
        }

        if (before.IsInTrash && !after.IsInTrash && FindDuplicate(after.Owner, after.Source.Hash) is { } twin)
        {
            return new CatalogChange(CatalogOutcome.Duplicate, twin);
        }

        if (after != before)
        {
            Put(after);
        }

        return new CatalogChange(CatalogOutcome.Done, after);
    }

    public CatalogChange Remove(ImageId id, Func<Image, bool> condition)
    {
        if (Find(id) is not { } before || !condition(before))
        {
            return new CatalogChange(CatalogOutcome.Missing, null);
        }

        _body.ResetWrittenCount();
        CatalogLine.WriteRemove(_body, id);
        AddLine(id, null);
        return new CatalogChange(CatalogOutcome.Done, before);
    }

    public void Seal() => _group.Seal();

    /// <summary>The lines with the places that they have once they are written.</summary>
    public List<CatalogEntry> Entries()
    {
        var entries = new List<CatalogEntry>(_lines.Count);
        for (var i = 0; i < _lines.Count; i++)
        {
            var (id, image, start) = _lines[i];
            var next = i + 1 < _lines.Count ? _lines[i + 1].Start : _group.Bytes.Length;
            entries.Add(new CatalogEntry(id, image, new LogPlace(catalog.End.Length + start, next - start - 1)));
        }

        return entries;
    }

    private Image? Find(ImageId id) => _changed.TryGetValue(id, out var image) ? image : catalog.Get(id);

    private Image? FindDuplicate(AccountId? owner, ContentHash source)
    {
        bool IsTwin(Image? image) => image is { IsInTrash: false } && image.Owner == owner && image.Source.Hash == source;

        // A twin that the group has changed counts as the group has it.
        return _changed.Values.FirstOrDefault(IsTwin)
            ?? catalog.FindTwins(owner, source).Find(twin => !_changed.ContainsKey(twin.Id));
    }

    private void Put(Image image)
    {
        _body.ResetWrittenCount();
        CatalogLine.WritePut(_body, image);
        AddLine(image.Id, image);
    }

    private void AddLine(ImageId id, Image? image)
    {
        _lines.Add((id, image, _group.Add(_body.WrittenSpan)));
        _changed[id] = image;
    }
}
