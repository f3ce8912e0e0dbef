import { isCovered } from "../page/cover";
import { isField } from "../page/fields";
import { actByKey } from "../page/keys";
import type { Gallery } from "./gallery";
import { showKeys } from "./keyList";

/** The keys that work wherever one is on the page, but where one writes; those of a tile and of the lightbox are theirs. */
export const listenForShortcuts = (gallery: () => Gallery | null): void => {
  const acts = {
    "?": showKeys,
    "/": () => document.getElementById("q")?.focus(),
    "s": () => gallery()?.open("slideshow"),
  };
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || isCovered()) {
      return;
    }

    const isAll = event.key === "a" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (isAll && gallery() !== null && !isField(event.target)) {
      event.preventDefault();
      gallery()!.selectAll();
    } else {
      actByKey(event, acts);
    }
  });
};
