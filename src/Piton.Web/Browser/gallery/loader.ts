import type { Grid } from "./grid";
import type { Pages } from "./pages";

/** How far ahead of the view the next page is asked for: CSS pixels. */
const AHEAD = 2000;

/** Brings the next page as soon as the end comes near, one at a time. One that does not come is asked for by hand, or once the network is back. */
export class Loader {
  readonly #grid: Grid;
  readonly #pages: Pages;
  readonly #end: HTMLElement;
  readonly #failure: HTMLElement;
  readonly #nearness = new IntersectionObserver((entries) => this.#onNearness(entries), { rootMargin: `${AHEAD}px 0px` });
  #loading: Promise<void> | undefined;

  /**
   * @param end What stands below the grid: the link to the next page, and the word that it did not come.
   * @param signal Ends it, where another takes its place.
   */
  constructor(grid: Grid, pages: Pages, end: HTMLElement, signal: AbortSignal) {
    this.#grid = grid;
    this.#pages = pages;
    this.#end = end;
    this.#failure = end.querySelector<HTMLElement>(".failed")!;
    end.querySelector("a[rel=next]")!.addEventListener("click", (event) => {
      event.preventDefault();
      void this.load();
    });
    window.addEventListener("online", () => void this.load(), { signal });
    signal.addEventListener("abort", () => this.#nearness.disconnect());

    // What stands below would be pushed down before one's eyes.
    this.#end.dataset.byItself = "";
    this.#nearness.observe(end);
  }

  /** Ends once the page is there, or has failed to come. */
  load(): Promise<void> {
    return this.#loading ??= this.#load().finally(() => this.#loading = undefined);
  }

  async #load(): Promise<void> {
    if (!this.#pages.hasMore) {
      return;
    }

    this.#end.ariaBusy = "true";
    this.#end.dataset.byItself = "";
    this.#failure.hidden = true;
    try {
      this.#grid.append(await this.#pages.load());
      if (!this.#pages.hasMore) {
        this.#end.hidden = true;
        delete this.#end.dataset.byItself;
      }

      // An observer tells of changes only: a short page may have left the end in view.
      this.#nearness.unobserve(this.#end);
      this.#nearness.observe(this.#end);
    } catch (fault) {
      console.warn(fault);
      this.#failure.hidden = false;
      delete this.#end.dataset.byItself;
    } finally {
      this.#end.ariaBusy = "false";
    }
  }

  #onNearness(entries: readonly IntersectionObserverEntry[]): void {
    if (entries.some((entry) => entry.isIntersecting) && this.#failure.hidden) {
      void this.load();
    }
  }
}
