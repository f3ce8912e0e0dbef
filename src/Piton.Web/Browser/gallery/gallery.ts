import { actByKey } from "../page/keys";
import { notify } from "../page/notice";
import { mayDelete } from "../page/rights";
import { text } from "../page/texts";
import { showCount } from "./count";
import { Grid } from "./grid";
import { moveByKeys } from "./keys";
import type { Lightbox, Opening } from "./lightbox";
import { Loader } from "./loader";
import { Pages } from "./pages";
import { Place } from "./place";
import { Rail } from "./rail";
import { Removal } from "./removal";
import { selectByHand } from "./selecting";
import { Selection } from "./selection";
import { showSelectionBar } from "./selectionBar";
import { pictureIn } from "./steps";
import { readTiles, type Tile } from "./tile";

/** The pictures of the page, and what can be done with them. */
export class Gallery {
  readonly grid: Grid;
  readonly place: Place;

  /** Where it is; the lightbox has an address of its own meanwhile. */
  readonly address = location.pathname + location.search;

  /** Whether what arrives belongs at its beginning. */
  readonly isNewestFirst: boolean;

  readonly #end = new AbortController();
  readonly #selection: Selection;
  readonly #removal: Removal;
  readonly #loader: Loader | null;
  #isOpening = false;
  #lightbox: Lightbox | null = null;

  /**
   * @param list What the server wrote.
   * @param usualSort The order that no address has to name.
   * @param reload Shows the gallery anew.
   */
  constructor(list: HTMLElement, usualSort: string, reload: () => void) {
    const { signal } = this.#end;
    const query = new URLSearchParams(location.search);
    this.isNewestFirst = !query.get("q") && !query.get("after") && (query.get("sort") || usualSort) === usualSort;
    this.grid = new Grid(list, readTiles(list), document.querySelector("h1")!.textContent, signal);
    const end = document.querySelector<HTMLElement>(".pages:has(a[rel=next])");
    const next = end?.querySelector("a[rel=next]")?.getAttribute("href");
    this.#loader = end && next ? new Loader(this.grid, new Pages(next), end, signal) : null;
    this.place = new Place(this.grid, this.address, async () => this.#loader?.load());
    const rail = document.querySelector<HTMLElement>(".rail");
    if (rail !== null) {
      new Rail(rail, this.grid, signal);
    }

    this.#removal = new Removal(this.grid, reload);
    this.#selection = new Selection(this.grid);
    moveByKeys(this.grid);
    selectByHand(this.grid, this.#selection);
    showSelectionBar(this.grid, this.#selection, this.#removal, signal);
    showCount(this.grid);
    this.grid.element.addEventListener("click", (event) => this.#onClick(event));
    this.grid.element.addEventListener("keydown", (event) => this.#onKey(event));
  }

  /** Shows a picture alone, that which the keyboard is at where none is named; one at a time. */
  open(opening: Opening, tile = this.grid.current): void {
    if (tile === undefined || this.#isOpening || document.querySelector(".pswp") !== null) {
      return;
    }

    this.#isOpening = true;
    import("./lightbox").then(
      ({ Lightbox }) => { this.#lightbox = new Lightbox(this.grid, this.#removal, () => this.#loader?.load(), tile, opening); },
      (fault: unknown) => this.#follow(tile, fault),
    ).finally(() => this.#isOpening = false);
  }

  /** Shows a picture alone to which somebody went forward. What is no longer here has a page of its own. */
  async reopen(id: string): Promise<void> {
    // It may be closing yet.
    await this.#lightbox?.gone;
    if (pictureIn(history.state) !== id) {
      return;
    }

    const tile = this.grid.tileOf(id);
    if (tile === undefined) {
      location.reload();
    } else {
      this.open("picture", tile);
    }
  }

  selectAll(): void {
    this.#selection.all();
  }

  /** Lets go of the window, where another takes its place. */
  end(): void {
    this.#end.abort();
  }

  // A script that did not come; its own page shows the picture as well.
  #follow(tile: Tile, fault: unknown): void {
    console.warn(fault);
    notify(text("A part of this page did not come. Piton may be down or out of reach."));
    if (navigator.onLine) {
      location.assign(tile.page);
    }
  }

  #onClick(event: MouseEvent): void {
    const tile = this.grid.tileAt(event.target as Element);
    const isPlain = event.button === 0 && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (tile !== undefined && isPlain && !event.defaultPrevented && !this.#selection.isActive) {
      event.preventDefault();
      this.open("picture", tile);
    }
  }

  #onKey(event: KeyboardEvent): void {
    const tile = this.grid.tileAt(event.target as Element);
    if (tile !== undefined && !event.defaultPrevented) {
      actByKey(event, {
        i: () => this.open("information", tile),
        f: () => this.open("screen", tile),
        Delete: this.#selection.isActive || !mayDelete ? undefined : () => void this.#removal.remove([tile.id]),
      });
    }
  }
}
