using Piton.Architecture.Tests.Rules;

namespace Piton.Architecture.Tests;

/// <summary>Where things are: a stranger finds each at the first try.</summary>
public sealed class FileTests
{
    private const string Program = "src/Piton.Web/Program.cs";

    // Files that hold statements or an attribute of the assembly, and no type.
    private static readonly AllowList WithoutType = new(
        Program, "tests/Piton.Benchmarks/Program.cs", "tests/Piton.Faults/Program.cs", "tests/Piton.Extension.Sample/Program.cs", "src/Piton.Web/Resources/RootNamespace.cs");

    private static readonly IReadOnlyList<SourceFile> Code = [.. Repository.Files("src", "*.cs"), .. Repository.Files("tests", "*.cs")];

    [Fact]
    public void Files_OfCode_ShouldHoldOneTypeNamedAfterThem() =>
        Holds.For(Code, files => WithoutType.Outside(FileRules.NotOneTypeNamedAfterTheFile(files)));

    [Theory]
    [InlineData("public class B;")]
    [InlineData("public class A;\n\ninternal enum B\n{\n}")]
    [InlineData("// class A")]
    [InlineData("    public class A;")]
    public void NotOneTypeNamedAfterTheFile_WhenItIsNot_ShouldSayWhich(string text) =>
        Assert.Equal(["src/P/A.cs"], FileRules.NotOneTypeNamedAfterTheFile([new("src/P/A.cs", text)]));

    [Theory]
    [InlineData("public sealed record A(int B);")]
    [InlineData("internal readonly record struct A(int B)\n{\n    private class C;\n}")]
    [InlineData("public interface A<T>;")]
    public void NotOneTypeNamedAfterTheFile_WhenItIs_ShouldSayNothing(string text) =>
        Assert.Empty(FileRules.NotOneTypeNamedAfterTheFile([new("src/P/A.cs", text)]));

    [Fact]
    public void NotOneTypeNamedAfterTheFile_WhenItIsAPart_ShouldBeNamedAfterItsSubjectToo() => Assert.Equal(["src/P/A.C.cs", "src/P/B.C.cs"], FileRules.NotOneTypeNamedAfterTheFile(
        [new("src/P/A.B.cs", "public partial class A;"), new("src/P/A.C.cs", "public class A;"), new("src/P/B.C.cs", "public partial class A;")]));

    [Fact]
    public void Namespaces_OfCode_ShouldFollowTheFolders() =>
        Holds.For(Code, files => WithoutType.Outside(FileRules.NotInTheNamespaceOfItsFolder(files)));

    [Fact]
    public void NotInTheNamespaceOfItsFolder_WhenItIsNot_ShouldSayWhich() => Assert.Equal(["src/P/X/B.cs", "src/P/C.cs"], FileRules.NotInTheNamespaceOfItsFolder(
        [new("src/P/X/A.cs", "namespace P.X;"), new("src/P/X/B.cs", "namespace P;"), new("src/P/C.cs", "class C;")]));

    [Fact]
    public void Folders_OfTheRepository_ShouldSayWhatIsInThem() =>
        Holds.For([.. Repository.Files("src", "*"), .. Repository.Files("tests", "*")], FileRules.InJunkFolders);

    [Fact]
    public void InJunkFolders_WhenAFolderSaysNothing_ShouldSayWhich() => Assert.Equal(["src/P/Common/A.cs", "src/P/Images/helpers/B.cs", "src/P/Shared/C.cs"], FileRules.InJunkFolders(
        [new("src/P/Common/A.cs", ""), new("src/P/Images/helpers/B.cs", ""), new("src/P/Shared/C.cs", ""), new("src/P/Views/Shared/D.cshtml", "")]));

    [Fact]
    public void UseCases_OfApplication_ShouldEachHaveAFolderWithRequestAndHandler() =>
        Holds.For(Repository.Files("src/Piton.Application", "*.cs"), FileRules.NotOneUseCaseAFolder);

    [Fact]
    public void NotOneUseCaseAFolder_WhenPartsAreMissingOrMixed_ShouldSayWhere() => Assert.Equal(["src/P/ListA", "src/P/GetB"], FileRules.NotOneUseCaseAFolder(
    [
        new("src/P/GetA/GetAQuery.cs", ""), new("src/P/GetA/GetAHandler.cs", ""), new("src/P/ListA/ListAQuery.cs", ""),
        new("src/P/GetB/GetBQuery.cs", ""), new("src/P/GetB/GetBHandler.cs", ""), new("src/P/GetB/DropBHandler.cs", ""),
        new("src/P/ICommand.cs", ""),
    ]));

    [Theory]
    [InlineData("*Handler.cs")]
    [InlineData("*Validator.cs")]
    [InlineData("*Behavior.cs")]
    public void UseCases_OfApplication_ShouldHaveTheirTestsInTheSameFolder(string pattern) => Holds.For(
        Repository.Files("src/Piton.Application", pattern),
        files => FileRules.WithoutTests(files, Repository.Files("tests/Piton.Application.Tests", "*Tests.cs")));

    [Fact]
    public void WithoutTests_WhenAHandlerHasNone_ShouldSayWhich() => Assert.Equal(["src/P/Images/B/BHandler.cs"], FileRules.WithoutTests(
        [new("src/P/Images/A/AHandler.cs", ""), new("src/P/Images/B/BHandler.cs", "")],
        [new("tests/P.Tests/Images/A/AHandlerTests.cs", ""), new("tests/P.Tests/BHandlerTests.cs", "")]));

    [Fact]
    public void Program_OfWeb_ShouldBeShort() => Assert.Empty(FileRules.LongerThan([Repository.Get(Program)], 40));

    [Fact]
    public void Files_OfSource_ShouldBeReadAtOneSitting() => Holds.For(Repository.Files("src", "*.cs"), files => FileRules.LongerThan(files, 300));

    [Fact]
    public void LongerThan_WhenAFileIsLong_ShouldSayWhich() =>
        Assert.Equal(["b"], FileRules.LongerThan([new("a", "1\n2\n"), new("b", "1\n2\n3\n")], 3));
}
