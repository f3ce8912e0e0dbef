/**
 * Closes a menu by Escape, and when one goes elsewhere.
 * @param options Of what listens to the page: ends it, where the menu goes.
 */
export const closeByItself = (menu: HTMLDetailsElement, options: AddEventListenerOptions = {}): void => {
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
    }, options);
  }
};

/** The menu at the end of the bar; what it changes leads back to the page as it is by then. */
export const prepareMenu = (menu: HTMLDetailsElement): void => {
  closeByItself(menu);

  // A search has changed the address since the page was written.
  menu.querySelector("form")!.addEventListener("submit", (event) => {
    (event.target as HTMLFormElement).querySelector<HTMLInputElement>("input[name=back]")!.value = location.pathname + location.search;
  });
};
