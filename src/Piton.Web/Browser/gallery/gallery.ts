import { Grid } from "./grid";
import { moveByKeys } from "./keys";
import { Pages } from "./pages";
import { readTiles } from "./tile";

/** How far ahead of the view the next page is asked for: CSS pixels. */
const AHEAD = 2000;

/** Loads the next page as soon as the end comes near, one at a time; a page that does not come is asked for by hand. */
const loadNearEnd = (grid: Grid, pages: Pages, end: HTMLElement): void => {
  const link = end.querySelector<HTMLAnchorElement>("a[rel=next]")!;
  const failure = end.querySelector<HTMLElement>(".failed")!;
  let isLoading = false;

  const load = async (): Promise<void> => {
    if (isLoading || !pages.hasMore) {
      return;
    }

    isLoading = true;
    end.ariaBusy = "true";
    failure.hidden = true;
    try {
      grid.append(await pages.load());
      end.hidden = !pages.hasMore;
    } catch {
      failure.hidden = false;
    } finally {
      isLoading = false;
      end.ariaBusy = "false";
    }

    // An observer tells of changes only: a short page may have left the end in view.
    if (failure.hidden) {
      nearness.unobserve(end);
      nearness.observe(end);
    }
  };

  const nearness = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting) && failure.hidden) {
      void load();
    }
  }, { rootMargin: `${AHEAD}px 0px` });
  nearness.observe(end);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    void load();
  });
  window.addEventListener("online", () => void load());
};

export const startGallery = (): void => {
  const list = document.querySelector<HTMLElement>("ul.grid");
  if (list === null) {
    return;
  }

  const grid = new Grid(list, readTiles(list), document.querySelector("h1")!.textContent);
  moveByKeys(grid);
  const end = document.querySelector<HTMLElement>(".pages");
  const next = end?.querySelector("a[rel=next]")?.getAttribute("href") ?? null;
  if (end !== null && next !== null) {
    loadNearEnd(grid, new Pages(next), end);
  }
};
