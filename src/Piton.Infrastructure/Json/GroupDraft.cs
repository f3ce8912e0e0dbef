using System.Buffers;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Json;

/// <summary>The changes of one group commit of the catalogue in the making.</summary>
internal sealed class GroupDraft(OpenCatalog catalog) : ILogDraft
{
    private readonly LogGroup _group = new();
    private readonly ArrayBufferWriter<byte> _body = new(4096);
    private readonly Dictionary<ImageId, Image?> _changed = [];
    private readonly List<(ImageId Id, Image? Image)> _lines = [];

    public bool IsEmpty => _lines.Count == 0;

    /// <summary>Whether all it does is to move images to the trash and to remove them, which makes room.</summary>
    public bool MayUseReserve { get; private set; }

    public bool HasRoom => _group.HasRoom;

    public ReadOnlySpan<byte> Bytes => _group.Bytes;

    public ILogFile File => catalog.File;

    public long Offset => catalog.End.Length;

    public void Start()
    {
        _group.Start(catalog.End.NextSequence);
        _changed.Clear();
        _lines.Clear();
        MayUseReserve = true;
    }

    public CatalogChange Add(Image image, StorageQuota quota)
    {
        if (Find(image.Id) is not null)
        {
            throw new ArgumentException($"There is an image with the id {image.Id} already.", nameof(image));
        }

        if (!image.IsInTrash && FindDuplicate(image.Owner, image.Source.Hash) is { } twin)
        {
            return new CatalogChange(CatalogOutcome.Duplicate, twin);
        }

        if (image.Owner is { } owner && quota != StorageQuota.None)
        {
            var usage = UsageOf(owner);
            if (quota.IsFull(usage) || quota.IsExceeded(usage, image.StoredBytes))
            {
                return new CatalogChange(CatalogOutcome.OverQuota, null);
            }
        }

        Put(image);
        MayUseReserve = false;
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
            MayUseReserve &= after.IsInTrash && !before.IsInTrash;
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

    public void Publish()
    {
        var entries = new List<CatalogEntry>(_lines.Count);
        for (var i = 0; i < _lines.Count; i++)
        {
            entries.Add(new CatalogEntry(_lines[i].Id, _lines[i].Image, _group.PlaceOf(i, Offset)));
        }

        catalog.Publish(entries, new LogEnd(Offset + Bytes.Length, catalog.End.NextSequence + _lines.Count));
    }

    private Image? Find(ImageId id) => _changed.TryGetValue(id, out var image) ? image : catalog.Get(id);

    // What comes to an owner within the group counts; what leaves does once it is on disk.
    private ImageUsage UsageOf(AccountId owner)
    {
        var usage = catalog.Usage(owner);
        foreach (var image in _changed.Values)
        {
            if (image?.Owner == owner && !catalog.Contains(image.Id))
            {
                usage = usage with { Images = usage.Images + 1, StoredBytes = usage.StoredBytes + image.StoredBytes };
            }
        }

        return usage;
    }

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
        _group.Add(_body.WrittenSpan);
        _lines.Add((id, image));
        _changed[id] = image;
    }
}
