import { prepareUploadForms } from "../upload/plainForm";
import { showArrivals } from "./arrivals";
import { Gallery } from "./gallery";
import { prepareKeyList } from "./keyList";
import { searchWhileTyping } from "./search";
import { listenForShortcuts } from "./shortcuts";
import { pictureIn } from "./steps";

/** Takes the gallery over from the server, where the page has one. */
export const startGallery = (): void => {
  const form = document.querySelector<HTMLFormElement>("form.search");
  if (form === null) {
    return;
  }

  const usualSort = form.querySelector<HTMLSelectElement>("select[name=sort]")!.options[0]!.value;

  // Another request would take the place of the one that is under way.
  const reload = (): void => {
    if (!form.classList.contains("htmx-request") && document.querySelector(".pswp") === null) {
      form.requestSubmit();
    }
  };
  const show = (): Gallery | null => {
    const list = document.querySelector<HTMLElement>("ul.grid");
    return list === null ? null : new Gallery(list, usualSort, reload);
  };
  let gallery = show();
  void gallery?.place.comeBack();
  window.addEventListener("pagehide", () => gallery?.place.keep());
  window.addEventListener("popstate", ({ state }) => {
    const picture = pictureIn(state);
    if (picture !== null) {
      void (gallery === null ? location.reload() : gallery.reopen(picture));
    }
  });
  searchWhileTyping(form, () => {
    prepareUploadForms(document.getElementById("gallery")!);
    gallery?.end();
    gallery = show();
  });
  prepareKeyList();
  listenForShortcuts(() => gallery);
  showArrivals(() => gallery, reload);
};
