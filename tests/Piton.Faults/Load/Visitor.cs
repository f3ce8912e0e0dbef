using Piton.Faults.Ledgers;
using Piton.Web.Tests;

namespace Piton.Faults.Load;

/// <summary>Somebody who uploads, renames and deletes without a pause. Each changes only pictures of their own, so that it is known what becomes of them.</summary>
/// <param name="requests">Sends what they ask for.</param>
/// <param name="ledger">What is known.</param>
/// <param name="random">What they do next.</param>
/// <param name="number">Which of them, from 0; the first alone deletes.</param>
/// <param name="all">How many there are.</param>
internal sealed class Visitor(Requests requests, Ledger ledger, Random random, int number, int all)
{
    // So that looking at them all takes no longer than what is looked for.
    private const int MostPictures = 12;

    private int _names;

    /// <summary>Goes on until a request is not acknowledged.</summary>
    public async Task VisitAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && await AskAsync() == Answer.Acknowledged)
        {
        }
    }

    private Task<Answer> AskAsync()
    {
        var own = ledger.In(Place.Gallery).Where(IsOwn).ToArray();
        return random.Next(4) switch
        {
            0 when own.Length > 0 => requests.RenameAsync(own[random.Next(own.Length)], $"name {random.Next()} {++_names}"),
            _ when number == 0 && own.Length > MostPictures => requests.DeleteAsync(own[random.Next(own.Length)]),
            1 when number == 0 && ledger.In(Place.Trash).Count > 0 => requests.EmptyTrashAsync(),
            _ when number == 0 || own.Length <= MostPictures => requests.UploadAsync(TestImages.Jpeg(200, 150), $"picture {random.Next()}"),
            _ => requests.RenameAsync(own[random.Next(own.Length)], $"name {random.Next()} {++_names}"),
        };
    }

    private bool IsOwn(KnownPicture picture) => Convert.ToInt32(picture.Source[..2], 16) % all == number;
}
