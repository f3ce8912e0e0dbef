/** The menu at the end of the bar: it closes when one goes elsewhere, and what it changes leads back to the page as it is by then. */
export const prepareMenu = (menu: HTMLDetailsElement): void => {
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      event.stopPropagation();
      menu.open = false;
      menu.querySelector("summary")!.focus();
    }
  });
  for (const kind of ["pointerdown", "focusin"]) {
    document.addEventListener(kind, (event) => {
      menu.open &&= menu.contains(event.target as Node);
    });
  }

  // A search has changed the address since the page was written.
  menu.querySelector("form")!.addEventListener("submit", (event) => {
    (event.target as HTMLFormElement).querySelector<HTMLInputElement>("input[name=back]")!.value = location.pathname + location.search;
  });
};
