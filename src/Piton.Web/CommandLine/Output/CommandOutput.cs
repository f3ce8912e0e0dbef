using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Piton.Web.CommandLine.Output;

/// <summary>
/// What a command says. Lines and tables are for people, the document for programs: a command says both, and the caller gets what was asked for.
/// </summary>
internal sealed class CommandOutput(ICommandScreen screen, bool json)
{
    // A document of any length goes over a socket in pieces.
    private const int PieceLength = 16 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private bool _isDocumentSaid;

    public Task LineAsync(string text) => json ? Task.CompletedTask : screen.LineAsync(text);

    public Task TableAsync(CommandTable table) => json ? Task.CompletedTask : screen.TableAsync(table);

    public void Progress(string what, long done, long total)
    {
        if (!json)
        {
            screen.Progress(new CommandProgress(what, done, total));
        }
    }

    /// <summary>The one JSON document of the answer.</summary>
    /// <param name="document">Names in camelCase, enumerations in snake_case.</param>
    public async Task DocumentAsync<T>(T document)
    {
        if (!json)
        {
            return;
        }

        if (_isDocumentSaid)
        {
            throw new InvalidOperationException("A command answers with one document.");
        }

        _isDocumentSaid = true;
        var text = JsonSerializer.Serialize(document, Json) + "\n";
        for (var start = 0; start < text.Length; start += PieceLength)
        {
            await screen.TextAsync(text[start..Math.Min(text.Length, start + PieceLength)]);
        }
    }

    /// <summary>A piece of the one JSON document, which another process wrote; nothing where none was asked for.</summary>
    public Task PieceAsync(string text)
    {
        _isDocumentSaid |= json;
        return json ? screen.TextAsync(text) : Task.CompletedTask;
    }

    /// <summary>What came of it, in lines; the document says it in other words.</summary>
    public async Task<int> DoneAsync<T>(T document, params string[] lines)
    {
        foreach (var line in lines)
        {
            await LineAsync(line);
        }

        await DocumentAsync(document);
        return ExitCodes.Done;
    }

    /// <summary>Why nothing came of it; a document <c>{"error": …}</c> as well where one is asked for.</summary>
    public Task<int> FailAsync(string why) => FailAsync(why, ExitCodes.Failed);

    /// <inheritdoc cref="FailAsync(string)"/>
    public async Task<int> FailAsync(string why, int exitCode)
    {
        await screen.ErrorAsync($"piton: {why}");
        if (!_isDocumentSaid)
        {
            await DocumentAsync(new { Error = why });
        }

        return exitCode;
    }
}
