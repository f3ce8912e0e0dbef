using Ardalis.Result;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using Piton.Application.Images;
using Piton.Application.Images.UploadImage;
using Piton.Application.Tests.Accounts;
using Piton.Application.Tests.Behaviors;
using Piton.Domain.Access;
using Piton.Domain.Images;
using Piton.Domain.Library;
using Piton.Domain.Tests.Images;

namespace Piton.Application.Tests.Images.UploadImage;

/// <summary>A library in which every step of an upload succeeds, until a test says otherwise.</summary>
internal sealed class UploadScene : IDisposable
{
    private InspectResult _inspection;

    public UploadScene()
    {
        _inspection = new InspectResult(InspectOutcome.Readable, Header, "image/jpeg");
        Upload.Bytes.Returns(3);
        Upload.Hash.Returns(ContentHash.Of([1, 2, 3]));
        Upload.OpenRead().Returns(_ => Source = new MemoryStream([1, 2, 3]));
        StagingEnds(StageOutcome.Staged, Upload);
        Converter.Begin(default!).ReturnsForAnyArgs(Job);
        Job.InspectAsync(default).ReturnsForAnyArgs(_ => _inspection);
        ConversionEnds(Converted);
        CommitEnds(CommitOutcome.Committed);
        Catalog.FindDuplicateAsync(default, default, default).ReturnsForAnyArgs((Image?)null);
        Catalog.AddAsync(default!, default!, default).ReturnsForAnyArgs(call => new CatalogChange(CatalogOutcome.Done, call.Arg<Image>()));
        LetIn(Actors.Administrator.Account!.Value);
    }

    public FakeTimeProvider Clock { get; } = new(ImageFactory.Noon);

    /// <summary>Where the audit log is.</summary>
    public AccountScene House { get; } = new();

    /// <summary>What was logged.</summary>
    public LogBook Log { get; } = new();

    public UploadKeys Keys => field ??= new UploadKeys(Clock);

    public IImageStore Store { get; } = Substitute.For<IImageStore>();

    public IImageCatalog Catalog { get; } = Substitute.For<IImageCatalog>();

    public IImageConverter Converter { get; } = Substitute.For<IImageConverter>();

    public IConversionJob Job { get; } = Substitute.For<IConversionJob>();

    public ILibraryHealth Health { get; } = Substitute.For<ILibraryHealth>();

    public IStagedUpload Upload { get; } = Substitute.For<IStagedUpload>();

    /// <summary>What <see cref="Upload"/> opened last.</summary>
    public MemoryStream Source { get; private set; } = new();

    /// <summary>The bytes as their sender gave them.</summary>
    public MemoryStream Content { get; } = new();

    public ImageHeader Header { get; } = new(ImageFormat.Jpeg, 640, 480, 1);

    public ConvertedImage Converted { get; } = new(
        [
            new EncodedRendition(ImageFactory.Rendition(RenditionName.Full, 640, 480, 3000), new byte[3000]),
            new EncodedRendition(ImageFactory.Rendition(RenditionName.W320, 320, 240, 900), new byte[900]),
        ],
        new Placeholder("#7a8b91", "3OcRJYB4d3h/iIeHeEh3eIhw+j2w"),
        Frames: 1,
        new ConversionReport(ConversionVerdict.Converted, ImageFormat.WebP, Lossless: false, 85, 7000, Reason: null));

    public ImageLimits Limits { get; } = new() { MaxFileBytes = 1000, MaxSide = 2000, MaxPixels = 1_000_000, MaxFrames = 3, MaxTotalPixels = 1_500_000 };

    public StorageQuota Quota { get; set; } = StorageQuota.None;

    public IImageListing Listing { get; } = Substitute.For<IImageListing>();

    public KeepPolicy Keep { get; set; } = new(Original: false, Location: false);

    private Keeping Keeping => field ??= new Keeping(
        Store, new ForgottenFiles(Store, new CollectingLogger<ForgottenFiles>(Log)), Catalog, Listing, Quota, Keep, new OldAddresses(Catalog), House.Audit, Clock);

    private OwnerCheck Owners => new(House.Access, Catalog, House.Audit, Clock);

    public ConversionQueue Queue { get; set; } = new(new ConversionQueueLimits { Running = 1, Waiting = 1 });

    /// <summary>The image that the store was told to keep.</summary>
    public Image Committed => (Image)Store.ReceivedCalls()
        .Single(call => call.GetMethodInfo().Name == nameof(IImageStore.CommitAsync))
        .GetArguments()[1]!;

    public Task<Result<UploadedImage>> SendAsync(UploadDetails? details = null, CancellationToken cancellationToken = default) =>
        HandleAsync(Command(Task.FromResult(details ?? new UploadDetails())), cancellationToken);

    public Task<Result<UploadedImage>> HandleAsync(UploadImageCommand command, CancellationToken cancellationToken = default) =>
        new UploadImageHandler(
            Store, Keys, new Intake(Catalog, new Conversions(Queue, Converter, Limits), Keeping, Owners, new OldAddresses(Catalog)), Health, Limits)
            .Handle(command, cancellationToken);

    public UploadImageCommand Command(Task<UploadDetails> details, Actor? actor = null, string? key = null) =>
        new(actor ?? Actors.Administrator, "vacaciones.jpg", Content, details, key);

    /// <summary>One more account that may own pictures.</summary>
    public void LetIn(AccountId id) => House.Add(change: account => account with { Id = id });

    public void StagingEnds(StageOutcome outcome, IStagedUpload? upload = null) =>
        Store.StageAsync(default!, default, default).ReturnsForAnyArgs(new StageResult(outcome, upload));

    public void InspectionEnds(InspectResult result) => _inspection = result;

    public void ConversionEnds(ConvertedImage image) => ConversionEnds(new ConvertResult(ConvertOutcome.Converted, image));

    public void ConversionEnds(ConvertResult result) => Job.ConvertAsync(default).ReturnsForAnyArgs(result);

    public void CommitEnds(CommitOutcome outcome) => Store.CommitAsync(default!, default!, default!, default).ReturnsForAnyArgs(outcome);

    public void AddingEnds(CatalogOutcome outcome, Image? image = null) =>
        Catalog.AddAsync(default!, default!, default).ReturnsForAnyArgs(new CatalogChange(outcome, image));

    public void Dispose()
    {
        Queue.Dispose();
        Keeping.Dispose();
        Source.Dispose();
        Content.Dispose();
    }
}
