import { Grid } from "./grid";
import { moveByKeys } from "./keys";
import { Loader } from "./loader";
import { Pages } from "./pages";
import { readTiles } from "./tile";

const openOnClick = (grid: Grid, loader: Loader | null): void => {
  grid.element.addEventListener("click", (event) => {
    const index = grid.indexAt(event.target as Element);
    if (index < 0 || event.button !== 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }

    event.preventDefault();
    void import("./lightbox").then(({ openLightbox }) => openLightbox(grid, () => loader?.load(), index));
  });
};

export const startGallery = (): void => {
  const list = document.querySelector<HTMLElement>("ul.grid");
  if (list === null) {
    return;
  }

  const grid = new Grid(list, readTiles(list), document.querySelector("h1")!.textContent);
  const end = document.querySelector<HTMLElement>(".pages:has(a[rel=next])");
  const next = end?.querySelector("a[rel=next]")?.getAttribute("href");
  const loader = end && next ? new Loader(grid, new Pages(next), end) : null;
  moveByKeys(grid);
  openOnClick(grid, loader);
};
