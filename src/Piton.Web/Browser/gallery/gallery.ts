import { Grid } from "./grid";
import { moveByKeys } from "./keys";
import { Loader } from "./loader";
import { Pages } from "./pages";
import { Place } from "./place";
import { Rail } from "./rail";
import { selectByHand } from "./selecting";
import { Selection } from "./selection";
import { showSelectionBar } from "./selectionBar";
import { readTiles } from "./tile";

/** The pictures of the page, and what can be done with them. */
export class Gallery {
  readonly grid: Grid;
  readonly place: Place;

  readonly #selection: Selection;
  readonly #loader: Loader | null;
  readonly #rail: Rail | null;

  /** @param list What the server wrote. */
  constructor(list: HTMLElement) {
    this.grid = new Grid(list, readTiles(list), document.querySelector("h1")!.textContent);
    const end = document.querySelector<HTMLElement>(".pages:has(a[rel=next])");
    const next = end?.querySelector("a[rel=next]")?.getAttribute("href");
    this.#loader = end && next ? new Loader(this.grid, new Pages(next), end) : null;
    this.place = new Place(this.grid, async () => this.#loader?.load());
    const rail = document.querySelector<HTMLElement>(".rail");
    this.#rail = rail && new Rail(rail, this.grid);
    this.#selection = new Selection(this.grid);
    moveByKeys(this.grid);
    selectByHand(this.grid, this.#selection);
    showSelectionBar(this.grid, this.#selection);
    this.grid.element.addEventListener("click", (event) => this.#onClick(event));
  }

  /** Shows the picture that the keyboard is at, or the first, alone. */
  open({ index = this.grid.current, asSlideshow = false } = {}): void {
    if (index < this.grid.tiles.length) {
      void import("./lightbox").then(({ openLightbox }) => openLightbox(this.grid, () => this.#loader?.load(), index, asSlideshow));
    }
  }

  /** Lets go of the window, where another takes its place. */
  end(): void {
    this.#rail?.end();
  }

  #onClick(event: MouseEvent): void {
    const index = this.grid.indexAt(event.target as Element);
    const isPlain = event.button === 0 && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (index >= 0 && isPlain && !event.defaultPrevented && !this.#selection.isActive) {
      event.preventDefault();
      this.open({ index });
    }
  }
}
