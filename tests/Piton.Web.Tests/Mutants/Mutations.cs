namespace Piton.Web.Tests.Mutants;

/// <summary>The ways to change a file. Each gives another file of at least one byte, and leaves the one it is given as it is.</summary>
internal static class Mutations
{
    private const int HeadLength = 128;

    public static byte[] FlipBits(byte[] file, Random random)
    {
        var mutant = (byte[])file.Clone();
        for (var flips = random.Next(1, 9); flips > 0; flips--)
        {
            mutant[Position(file, random)] ^= (byte)(1 << random.Next(8));
        }

        return mutant;
    }

    public static byte[] OverwriteBytes(byte[] file, Random random)
    {
        var mutant = (byte[])file.Clone();
        var at = Position(file, random);
        var run = mutant.AsSpan(at, Math.Min(random.Next(1, 17), file.Length - at));
        if (random.Next(2) == 0)
        {
            run.Fill(random.Next(2) == 0 ? byte.MinValue : byte.MaxValue);
        }
        else
        {
            random.NextBytes(run);
        }

        return mutant;
    }

    public static byte[] Truncate(byte[] file, Random random) => file[..random.Next(1, file.Length + 1)];

    /// <summary>Puts the first bytes of another file before, or in place of, the first bytes of this one.</summary>
    public static byte[] SpliceHead(byte[] file, byte[] other, Random random)
    {
        var head = other.AsSpan(0, random.Next(1, Math.Min(other.Length, HeadLength) + 1));
        var rest = random.Next(2) == 0 ? file.AsSpan() : file.AsSpan(Math.Min(head.Length, file.Length));
        return [.. head, .. rest];
    }

    public static byte[] RepeatBlock(byte[] file, Random random)
    {
        var block = AnyBlock(file, random);
        var times = random.Next(4) == 0 ? random.Next(2, 40) : 1;
        var copies = Enumerable.Repeat(file[block.Start..block.End], times).SelectMany(copy => copy);
        return [.. file[..block.End], .. copies, .. file[block.End..]];
    }

    public static byte[] RemoveBlock(byte[] file, Random random)
    {
        var block = AnyBlock(file, random);
        return block.Length == file.Length ? file[..1] : [.. file[..block.Start], .. file[block.End..]];
    }

    /// <summary>Puts one block of the file where another is.</summary>
    public static byte[] MoveBlock(byte[] file, Random random)
    {
        var (block, place) = (AnyBlock(file, random), AnyBlock(file, random).Start);
        return [.. file[..place], .. file[block.Start..block.End], .. file[place..]];
    }

    /// <summary>Lets a block say that it is longer or shorter than it is.</summary>
    public static byte[] ChangeSize(byte[] file, Random random)
    {
        var sizes = Blocks.Of(file).Select(block => block.Size).OfType<SizeField>().Where(size => size.At + size.Width <= file.Length).ToList();
        if (sizes.Count == 0)
        {
            return OverwriteBytes(file, random);
        }

        var mutant = (byte[])file.Clone();
        var changed = sizes[random.Next(sizes.Count)];
        var said = changed.Read(file);
        changed.Write(mutant, random.Next(8) switch
        {
            0 => 0,
            1 => uint.MaxValue,
            2 => int.MaxValue,
            3 => said + 1,
            4 => said - 1,
            5 => said * 2,
            6 => said / 2,
            _ => (uint)random.Next(),
        });
        return mutant;
    }

    /// <summary>Hangs on something that is no picture.</summary>
    public static byte[] Append(byte[] file, Random random) => [.. file, .. Payloads.All[random.Next(Payloads.All.Count)]];

    /// <summary>Puts something that is no picture between two blocks.</summary>
    public static byte[] Insert(byte[] file, Random random)
    {
        var at = AnyBlock(file, random).Start;
        return [.. file[..at], .. Payloads.All[random.Next(Payloads.All.Count)], .. file[at..]];
    }

    // Half of all changes near the front, where the structure is.
    private static int Position(byte[] file, Random random) =>
        random.Next(random.Next(2) == 0 ? file.Length : Math.Min(file.Length, HeadLength));

    /// <summary>A block of the format; of a file that has none, any run of bytes.</summary>
    private static Block AnyBlock(byte[] file, Random random)
    {
        var blocks = Blocks.Of(file);
        if (blocks.Count > 0)
        {
            return blocks[random.Next(blocks.Count)];
        }

        var start = random.Next(file.Length);
        return new Block(start, random.Next(1, file.Length - start + 1));
    }
}
