using System.Text;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Infrastructure.Json.Index;
using Piton.Infrastructure.Json.Log;

namespace Piton.Infrastructure.Tests.Json;

/// <summary>The index at a size where chunks split and names are tidied up.</summary>
public sealed class CatalogIndexTests
{
    private static readonly ImageSort[] Sorts = Enum.GetValues<ImageSort>();

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 3000)]
    [InlineData(3, 5000)]
    public void Page_WhenManyCameAndWent_ShouldBeInOrder(int seed, int loaded)
    {
        var random = new Random(seed);
        var rows = new IndexRows();
        var model = new Dictionary<ImageId, (IndexFields Fields, LogPlace Place)>();
        for (var i = 0; i < loaded; i++)
        {
            var fields = AnyFields(random, random.Next(4000));
            rows.Put(fields, new LogPlace(i, 10));
            model[fields.Id] = (fields, new LogPlace(i, 10));
        }

        var index = new CatalogIndex(rows);
        for (var i = 0; i < 12_000; i++)
        {
            var fields = AnyFields(random, random.Next(4000));
            if (random.Next(4) == 0)
            {
                index.Remove(fields.Id);
                model.Remove(fields.Id);
            }
            else
            {
                index.Put(fields, new LogPlace(100_000 + i, 20));
                model[fields.Id] = (fields, new LogPlace(100_000 + i, 20));
            }
        }

        Assert.Equal(model.Count, index.Count);
        Assert.Equal(model.Values.Sum(it => it.Place.Length + 1), index.LiveBytes);
        Assert.Equal(model.Values.Select(it => it.Place.Offset).Order(), index.LiveOffsets());
        Assert.All(model.Values, it => Assert.Equal(it.Place, index.Find(it.Fields.Id)));
        foreach (var sort in Sorts)
        {
            AssertOrder(index, model.Values, sort, trashed: seed % 2 == 0);
        }
    }

    [Fact]
    public void Page_WhenSearched_ShouldFindWhatHoldsThePart()
    {
        var random = new Random(4);
        var index = new CatalogIndex(new IndexRows());
        var model = new Dictionary<ImageId, IndexFields>();
        for (var i = 0; i < 20_000; i++)
        {
            // Long names and few images: most names in memory are out of date, and are tidied up on the way.
            var fields = AnyFields(random, random.Next(300)) with { FoldedName = $"{random.Next(1000)} {new string('x', random.Next(500))}" };
            index.Put(fields, new LogPlace(i, 1));
            model[fields.Id] = fields;
        }

        foreach (var part in new[] { "7", "99", "12 x", "xxx", " ", "y" })
        {
            var expected = model.Values.Count(fields => !fields.IsInTrash && fields.FoldedName.Contains(part, StringComparison.Ordinal));
            Assert.Equal(expected, index.Page(new CatalogQuery(ImageSort.Name, 1000, NamePart: part)).Places.Count);
            Assert.Equal(expected, index.Page(new CatalogQuery(ImageSort.Size, 1, NamePart: part)).Total);
        }
    }

    [Fact]
    public void Page_WhenNamesShareLongBeginnings_ShouldBeSortedAtStart()
    {
        string[] ends = ["", "\0", "\0\0", "\0a", "a", "ab", "abcdefg", "abcdefgh", "abcdefghabcdefgh", "é", "\U0001f600", "\uffee"];
        var names = ends.SelectMany(end => new[] { end, "sevenby" + end, "eightbyt" + end, "nineteen characters" + end }).ToArray();
        var rows = new IndexRows();
        var fields = names.SelectMany((name, i) => Enumerable.Range(0, 3).Select(copy => Fields((i * 3) + copy) with { FoldedName = name })).ToArray();
        new Random(5).Shuffle(fields);
        for (var i = 0; i < fields.Length; i++)
        {
            rows.Put(fields[i], new LogPlace(i, 1));
        }

        AssertOrder(new CatalogIndex(rows), [.. fields.Select((it, i) => (it, new LogPlace(i, 1)))], ImageSort.Name, trashed: false);
    }

    [Fact]
    public void Put_WhenThousandsOfOwnersHideOnePictureEach_ShouldTakeLittleMoreThanForOneWhoHidesAll()
    {
        const int Count = 5000;
        var ofMany = Enumerable.Range(0, Count).Select(i => Fields(i) with { Owner = new AccountId((UInt128)(i + 1)), Visibility = Visibility.Private }).ToArray();
        var ofOne = ofMany.Select(fields => fields with { Owner = new AccountId(1) }).ToArray();

        var more = Allocated(ofMany) - Allocated(ofOne);

        Assert.InRange(more / Count, 0, 2000);

        static long Allocated(IndexFields[] images)
        {
            var index = new CatalogIndex(new IndexRows());
            var before = GC.GetAllocatedBytesForCurrentThread();
            Array.ForEach(images, fields => index.Put(fields, new LogPlace(0, 10)));
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static void AssertOrder(
        CatalogIndex index, IEnumerable<(IndexFields Fields, LogPlace Place)> model, ImageSort sort, bool trashed)
    {
        var expected = model.Where(it => it.Fields.IsInTrash == trashed).ToList();
        expected.Sort((left, right) => Compare(sort, left.Fields, right.Fields));
        var page = index.Page(new CatalogQuery(sort, int.MaxValue, Trashed: trashed));
        Assert.Equal(expected.Select(it => it.Place), page.Places);
        Assert.Equal(expected.Count, page.Total);
    }

    private static int Compare(ImageSort sort, IndexFields left, IndexFields right) => sort switch
    {
        ImageSort.Newest => -Compare(ImageSort.Oldest, left, right),
        ImageSort.Oldest => (left.Created, left.Id).CompareTo((right.Created, right.Id)),
        ImageSort.Name => CompareNames(left, right),
        ImageSort.NameDescending => -CompareNames(left, right),
        ImageSort.Size => -(left.Bytes, left.Id).CompareTo((right.Bytes, right.Id)),
    };

    private static int CompareNames(IndexFields left, IndexFields right)
    {
        var order = Encoding.UTF8.GetBytes(left.FoldedName).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right.FoldedName));
        return order == 0 ? left.Id.CompareTo(right.Id) : order;
    }

    private static IndexFields AnyFields(Random random, int number) => Fields(number) with
    {
        Created = random.Next(2000),
        IsInTrash = random.Next(5) == 0,
        FoldedName = $"name {random.Next(500)}",
        Bytes = random.Next(1000),
        Fingerprint = (ulong)random.Next(100),
    };

    private static IndexFields Fields(int number) => IndexFields.Of(TestImages.Create(number));
}
