// Everything works without scripts; with them, most things take less effort.
import { prepareCopying } from "./page/copy";
import { localiseDates } from "./page/dates";
import { selectOnFocus } from "./page/fields";
import { prepareMenu } from "./page/menu";
import { sayWhenOffline } from "./page/network";
import { undoByKeys } from "./page/notice";
import { showPlaceholders, uncoverPictures } from "./page/pictures";
import { startGallery } from "./gallery/start";
import { startUploads } from "./upload/opener";
import { prepareUploadForms } from "./upload/plainForm";

localiseDates(document);
showPlaceholders(document);
uncoverPictures(document);
selectOnFocus(document);
sayWhenOffline(document);
prepareCopying(document);
prepareMenu(document.querySelector<HTMLDetailsElement>("details.menu")!);
prepareUploadForms(document);
undoByKeys();
// Whoever may not upload has no rules for it.
if (document.getElementById("upload-rules") !== null) {
  startUploads();
}

startGallery();
