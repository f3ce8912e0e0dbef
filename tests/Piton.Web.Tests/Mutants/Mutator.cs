namespace Piton.Web.Tests.Mutants;

/// <summary>Makes mutants, the same for the same seed, number and originals.</summary>
/// <param name="seed">Which of all series of mutants.</param>
/// <param name="originals">What they are made from; at least two.</param>
internal sealed class Mutator(int seed, IReadOnlyList<Original> originals)
{
    // A file that has grown to this is not made longer still.
    private const int LongEnough = 1_000_000;

    private static readonly (string Name, Func<byte[], Random, byte[]> Change)[] Ways =
    [
        ("bits flipped", Mutations.FlipBits),
        ("bytes overwritten", Mutations.OverwriteBytes),
        ("truncated", Mutations.Truncate),
        ("block repeated", Mutations.RepeatBlock),
        ("block removed", Mutations.RemoveBlock),
        ("block moved", Mutations.MoveBlock),
        ("size changed", Mutations.ChangeSize),
        ("payload appended", Mutations.Append),
        ("payload inserted", Mutations.Insert),
    ];

    /// <param name="number">Which mutant of the series, from 0.</param>
    public Mutant Make(int number)
    {
        var random = new Random(Mix(seed, number));
        var original = originals[random.Next(originals.Count)];
        if (random.Next(10) == 0)
        {
            return new Mutant($"{original.Name}: payload appended alone", Mutations.Append(original.Bytes, random), IsWholeWithPayload: true);
        }

        var recipe = new List<string>();
        var bytes = original.Bytes;
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var way = random.Next(Ways.Length + 1);
            if (way == Ways.Length)
            {
                var other = originals[random.Next(originals.Count)];
                bytes = Mutations.SpliceHead(bytes, other.Bytes, random);
                recipe.Add($"head of {other.Name} put on");
            }
            else if (bytes.Length < LongEnough || way < 3)
            {
                bytes = Ways[way].Change(bytes, random);
                recipe.Add(Ways[way].Name);
            }
        }

        // Readers of PNG look at no chunk whose checksum is wrong.
        if (bytes.AsSpan().StartsWith(PngBlocks.Signature) && random.Next(4) > 0)
        {
            PngBlocks.MendChecksums(bytes = (byte[])bytes.Clone());
            recipe.Add("checksums mended");
        }

        return new Mutant($"{original.Name}: {string.Join(", ", recipe)}", bytes, IsWholeWithPayload: false);
    }

    /// <summary>Spreads neighbours far apart (the finaliser of MurmurHash3).</summary>
    private static int Mix(int seed, int number)
    {
        var value = ((ulong)(uint)seed << 32) | (uint)number;
        value = (value ^ (value >> 33)) * 0xff51afd7ed558ccd;
        value = (value ^ (value >> 33)) * 0xc4ceb9fe1a85ec53;
        return (int)(value ^ (value >> 33));
    }
}
