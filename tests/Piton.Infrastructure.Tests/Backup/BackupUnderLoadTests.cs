using System.Collections.Concurrent;
using Piton.Domain.Images;
using Piton.Infrastructure.Tests.Contracts;
using Piton.Infrastructure.Tests.Json;
using Piton.Infrastructure.Tests.Library;

namespace Piton.Infrastructure.Tests.Backup;

/// <summary>A backup of a library that people work on holds what they were told is there, and is whole.</summary>
public sealed class BackupUnderLoadTests
{
    private const int Backups = 4;
    private const int BetweenBackups = 12;

    private readonly ConcurrentDictionary<ImageId, TestUpload> _acknowledged = new();
    private readonly ConcurrentDictionary<ImageId, bool> _removed = new();
    private int _number = 100;
    private int _uploaded;
    private int _purged;

    [Fact]
    public async Task BackUpAsync_WhileOthersWork_ShouldHoldWhatWasAcknowledgedBefore()
    {
        await using var scene = await BackupScene.CreateAsync(5);
        scene.Uploads.ForEach(upload => _acknowledged[upload.Image.Id] = upload);
        using var stop = new CancellationTokenSource();
        var work = new List<Func<TestLibrary, Task>> { UploadAsync, UploadAsync, RenameAsync, RemoveAsync, library => library.CompactAsync() };
        var workers = work.ConvertAll(task => Task.Run(() => RepeatAsync(() => task(scene.Library), stop.Token)));

        for (var number = 0; number < Backups; number++)
        {
            var uploaded = Volatile.Read(ref _uploaded);
            var purged = Volatile.Read(ref _purged);
            await Eventually(() => Volatile.Read(ref _uploaded) >= uploaded + BetweenBackups && Volatile.Read(ref _purged) > purged + 2, workers);
            var before = _acknowledged.Values.Where(upload => !_removed.ContainsKey(upload.Image.Id)).ToList();
            var report = await scene.BackUpAsync();
            Assert.True(report.IsWhole, string.Join('\n', report.Defects));
            await AssertHoldsAsync(scene, before);
        }

        await stop.CancelAsync();
        await Task.WhenAll(workers);
        await scene.BackUpAsync();
        await scene.AssertRestoresAsync(await scene.ImagesAsync());
    }

    private async Task AssertHoldsAsync(BackupScene scene, List<TestUpload> before)
    {
        await using var restored = await scene.RestoreAsync();
        var images = await restored.Listing.AllAsync();

        // Whoever was removed since may be there or not; a removal that is under way is in neither book.
        Assert.All(before, upload => Assert.True(images.ContainsKey(upload.Image.Id) || _removed.ContainsKey(upload.Image.Id)));
        foreach (var image in images.Values)
        {
            var upload = _acknowledged.TryGetValue(image.Id, out var known) ? known : null;
            Assert.All(upload?.Files ?? [], file => Assert.Equal(file.Content.ToArray(), File.ReadAllBytes(restored.PathOf(upload!, file.Facts.FileName))));
        }

        await restored.StopAsync();
    }

    private async Task UploadAsync(TestLibrary library)
    {
        var number = Interlocked.Increment(ref _number);
        var upload = TestUpload.For(TestImages.Create(number), number * 100);
        await library.AddAsync(upload);
        _acknowledged[upload.Image.Id] = upload;
        Interlocked.Increment(ref _uploaded);
    }

    private async Task RenameAsync(TestLibrary library)
    {
        if (Any() is { } id)
        {
            await library.Catalog.UpdateAsync(id, image => image.Rename($"called so at {_number}"), CancellationToken.None);
            await library.Audit.AppendAsync(TestEntries.Create(_number), CancellationToken.None);
        }
    }

    private async Task RemoveAsync(TestLibrary library)
    {
        if (_acknowledged.Count - _removed.Count > 10 && Any() is { } id && _removed.TryAdd(id, true))
        {
            await library.Catalog.UpdateAsync(id, image => image.MoveToTrash(DateTimeOffset.UnixEpoch), CancellationToken.None);
            await library.RemoveAsync(id);
            Interlocked.Increment(ref _purged);
        }
    }

    private ImageId? Any() => _acknowledged.Keys.Where(id => !_removed.ContainsKey(id)).OrderBy(_ => Random.Shared.Next()).Cast<ImageId?>().FirstOrDefault();

    private static async Task RepeatAsync(Func<Task> task, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await task();
            await Task.Yield();
        }
    }

    private static async Task Eventually(Func<bool> condition, List<Task> workers)
    {
        while (!condition())
        {
            Assert.DoesNotContain(workers, worker => worker.IsFaulted);
            await Task.Delay(5);
        }
    }
}
