import type { Grid } from "./grid";

/** Where somebody was in a gallery that they left: the tile at the top, how far its row begins from the edge of the window, and how many tiles there were. */
interface Left {
  readonly id: string;
  readonly offset: number;
  readonly count: number;
}

const isReturn = (): boolean => {
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return navigation?.type === "back_forward" || navigation?.type === "reload";
};

/** The place in a gallery, to which whoever comes back to it, or loads it anew, returns. */
export class Place {
  readonly #grid: Grid;
  readonly #loadMore: () => Promise<void>;

  /** By the address of the gallery, which the lightbox changes. */
  readonly #key = `piton:place:${location.pathname}${location.search}`;

  /** @param loadMore Brings the next page, where there is one. */
  constructor(grid: Grid, loadMore: () => Promise<void>) {
    this.#grid = grid;
    this.#loadMore = loadMore;
  }

  keep(): void {
    const { tiles, top } = this.#grid;
    if (tiles.length > 0) {
      const left: Left = { id: tiles[top]!.id, offset: this.#grid.offsetOf(top), count: tiles.length };
      sessionStorage.setItem(this.#key, JSON.stringify(left));
    }
  }

  /** Goes there, with the pages that had come till then. */
  async comeBack(): Promise<void> {
    // The page is not yet as long as it was: the browser would go astray.
    history.scrollRestoration = "manual";
    const kept = sessionStorage.getItem(this.#key);
    if (kept === null || !isReturn()) {
      return;
    }

    const { id, offset, count } = JSON.parse(kept) as Left;
    for (let before = -1; this.#grid.indexOf(id) < 0 && this.#grid.tiles.length < count && this.#grid.tiles.length > before;) {
      before = this.#grid.tiles.length;
      await this.#loadMore();
    }

    const index = this.#grid.indexOf(id);
    if (index >= 0) {
      this.#grid.scrollTo(index, offset);
    }
  }
}
