/** Takes the scrollbar of the page away, and the room kept for it, so that something can cover the whole window; the page stays as wide as it was. */
export const hideScrollbar = (): void => {
  const root = document.documentElement;
  const width = document.body.offsetWidth;
  root.classList.add("covered");
  root.style.setProperty("--scrollbar", `${document.body.offsetWidth - width}px`);
};

export const showScrollbar = (): void => document.documentElement.classList.remove("covered");
