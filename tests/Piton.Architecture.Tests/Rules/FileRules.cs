using System.Text.RegularExpressions;

namespace Piton.Architecture.Tests.Rules;

/// <summary>What a file has to be. Each rule gives the paths of those that are not.</summary>
internal static partial class FileRules
{
    private static readonly string[] Junk = ["Common", "Shared", "Utils", "Utilities", "Helpers", "Misc"];

    /// <summary>The type is named after the file; namespaces are file-scoped, so a type at the top begins in the first column.
    /// A part of a type is named after the type and its subject: <c>Type.Subject.cs</c>.</summary>
    public static IEnumerable<string> NotOneTypeNamedAfterTheFile(IEnumerable<SourceFile> files) =>
        files.Where(file => TypeAtTheTop().Matches(file.Text) is not [var type] || !IsNamedAfter(file, type)).Select(file => file.Path);

    /// <summary>The namespace follows the folders; the first folder behind <c>src</c> or <c>tests</c> is the project.</summary>
    public static IEnumerable<string> NotInTheNamespaceOfItsFolder(IEnumerable<SourceFile> files) => files
        .Where(file => Namespace().Match(file.Text).Groups["name"].Value != file.Folder[(file.Folder.IndexOf('/') + 1)..].Replace('/', '.'))
        .Select(file => file.Path);

    /// <summary>Folders that say nothing of what is in them. Razor asks for its own <c>Views/Shared</c>.</summary>
    public static IEnumerable<string> InJunkFolders(IEnumerable<SourceFile> files) => files
        .Where(file => file.Folder.Replace("Views/Shared", "Views", StringComparison.Ordinal).Split('/').Intersect(Junk, StringComparer.OrdinalIgnoreCase).Any())
        .Select(file => file.Path);

    public static IEnumerable<string> LongerThan(IEnumerable<SourceFile> files, int lines) =>
        files.Where(file => file.Text.Count(character => character == '\n') >= lines).Select(file => file.Path);

    /// <summary>Use cases whose handler has no tests in the same folder of the test project.</summary>
    /// <param name="handlers">Files of handlers, under <c>src/{project}</c>.</param>
    /// <param name="tests">Files of tests, under <c>tests/{project}.Tests</c>.</param>
    public static IEnumerable<string> WithoutTests(IEnumerable<SourceFile> handlers, IEnumerable<SourceFile> tests)
    {
        var existing = tests.Select(test => test.Path).ToHashSet(StringComparer.Ordinal);
        return handlers.Where(handler => !existing.Contains(TestsOf(handler))).Select(handler => handler.Path);
    }

    /// <summary>Files in which a handler without a request, or a request without a handler, stands in a folder.</summary>
    public static IEnumerable<string> NotOneUseCaseAFolder(IEnumerable<SourceFile> files) => files
        .Where(file => UseCasePart().IsMatch(file.Name))
        .GroupBy(file => file.Folder)
        .Where(folder => !IsUseCase(folder.Key[(folder.Key.LastIndexOf('/') + 1)..], [.. folder.Select(file => file.Name)]))
        .Select(folder => folder.Key);

    public static IEnumerable<string> Packages(SourceFile project) =>
        Reference().Matches(project.Text).Where(reference => reference.Groups["kind"].Value == "Package").Select(reference => reference.Groups["name"].Value);

    public static IEnumerable<string> Projects(SourceFile project) =>
        Reference().Matches(project.Text)
            .Where(reference => reference.Groups["kind"].Value == "Project")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Groups["name"].Value));

    private static bool IsNamedAfter(SourceFile file, Match type)
    {
        var name = type.Groups["name"].Value;
        return file.Name == $"{name}.cs"
            || (type.Value.Contains(" partial ", StringComparison.Ordinal) && file.Name.StartsWith($"{name}.", StringComparison.Ordinal));
    }

    private static bool IsUseCase(string name, string[] files) =>
        files.Length == 2 && files.Contains($"{name}Handler.cs") && (files.Contains($"{name}Command.cs") ^ files.Contains($"{name}Query.cs"));

    private static string TestsOf(SourceFile handler)
    {
        var parts = handler.Path.Split('/');
        return $"tests/{parts[1]}.Tests/{string.Join('/', parts[2..]).Replace(".cs", "Tests.cs", StringComparison.Ordinal)}";
    }

    [GeneratedRegex(@"^(public |internal |file |static |sealed |abstract |partial |readonly |ref |unsafe )*(class|record struct|record|struct|interface|enum|delegate [\w<>?]+) (?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex TypeAtTheTop();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Namespace();

    // ICommand and IQuery are no use cases.
    [GeneratedRegex(@"^[A-Z][a-z]\w*(Command|Query|Handler)\.cs$", RegexOptions.ExplicitCapture)]
    private static partial Regex UseCasePart();

    [GeneratedRegex("<(?<kind>Package|Project)Reference Include=\"(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
