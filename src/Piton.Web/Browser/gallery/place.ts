import { keep, kept } from "../page/memory";
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

  readonly #key: string;

  /**
   * @param address Of the gallery.
   * @param loadMore Brings the next page, where there is one.
   */
  constructor(grid: Grid, address: string, loadMore: () => Promise<void>) {
    this.#grid = grid;
    this.#key = `piton:place:${address}`;
    this.#loadMore = loadMore;
  }

  keep(): void {
    const { tiles, top } = this.#grid;
    if (top !== undefined) {
      const left: Left = { id: top.id, offset: this.#grid.offsetOf(top.id), count: tiles.length };
      keep(this.#key, JSON.stringify(left));
    }
  }

  /** Goes there, with the pages that had come till then. */
  async comeBack(): Promise<void> {
    // The page is not yet as long as it was: the browser would go astray.
    history.scrollRestoration = "manual";
    const left = kept(this.#key);
    if (left === null || !isReturn()) {
      return;
    }

    const { id, offset, count } = JSON.parse(left) as Left;
    for (let before = -1; !this.#goTo(id, offset) && this.#grid.tiles.length < count && this.#grid.tiles.length > before;) {
      before = this.#grid.tiles.length;
      await this.#loadMore();
    }
  }

  /** @returns Whether it got there: the gallery may not be long enough yet. */
  #goTo(id: string, offset: number): boolean {
    if (this.#grid.indexOf(id) < 0) {
      return false;
    }

    this.#grid.scrollTo(id, offset);
    return Math.abs(this.#grid.offsetOf(id) - offset) <= 1;
  }
}
