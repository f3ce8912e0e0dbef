import type { Gallery } from "./gallery";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input:not([type=checkbox]), select, textarea"));

/** The keys that work wherever one is on the page, but where one writes; those of a tile and of the lightbox are theirs. */
export const listenForShortcuts = (gallery: () => Gallery | null): void => {
  const keys = document.querySelector<HTMLDialogElement>("#keys")!;
  const acts: Record<string, () => void> = {
    "?": () => keys.showModal(),
    "/": () => document.getElementById("q")?.focus(),
    "s": () => gallery()?.open({ asSlideshow: true }),
  };
  document.addEventListener("keydown", (event) => {
    const act = acts[event.key];
    if (act === undefined || event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target) || document.querySelector(".pswp, dialog[open]") !== null) {
      return;
    }

    event.preventDefault();
    act();
  });
};
