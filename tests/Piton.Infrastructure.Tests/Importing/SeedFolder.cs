using System.Text.Json;

namespace Piton.Infrastructure.Tests.Importing;

/// <summary>An installation before Piton, made up, in a folder of its own.</summary>
internal sealed class SeedFolder : IDisposable
{
    private readonly DirectoryInfo _around = Directory.CreateTempSubdirectory("piton-seed-");

    public SeedFolder()
    {
        Root = _around.CreateSubdirectory("old").FullName;
    }

    public string Root { get; }

    /// <summary>Beside the installation.</summary>
    public string Outside => Path.Combine(_around.FullName, "outside.jpg");

    public string Put(string place, string content = "x")
    {
        var path = Path.Combine(Root, place);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    public void PutMetadata(object metadata, string place = "app/image_metadata.json") => Put(place, metadata as string ?? JsonSerializer.Serialize(metadata));

    public void Dispose() => _around.Delete(recursive: true);
}
