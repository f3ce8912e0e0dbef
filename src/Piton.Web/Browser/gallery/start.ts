import { prepareUploadForms } from "../upload/plainForm";
import { showArrivals } from "./arrivals";
import { Gallery } from "./gallery";
import { searchWhileTyping } from "./search";
import { listenForShortcuts } from "./shortcuts";

/** Takes the gallery over from the server, where the page has one. */
export const startGallery = (): void => {
  const form = document.querySelector<HTMLFormElement>("form.search");
  if (form === null) {
    return;
  }

  const show = (): Gallery | null => {
    const list = document.querySelector<HTMLElement>("ul.grid");
    return list === null ? null : new Gallery(list);
  };
  let gallery = show();
  void gallery?.place.comeBack();
  window.addEventListener("pagehide", () => gallery?.place.keep());
  searchWhileTyping(form, () => {
    prepareUploadForms(document.getElementById("gallery")!);
    gallery?.end();
    gallery = show();
  });
  listenForShortcuts(() => gallery);
  showArrivals(() => gallery, () => form.requestSubmit());
};
