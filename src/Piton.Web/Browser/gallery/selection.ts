import { text } from "../page/texts";
import type { Grid } from "./grid";
import type { Tile } from "./tile";

/** The tiles that are chosen. Each has a mark that says so, and a word for those who do not see it. */
export class Selection extends EventTarget {
  readonly #grid: Grid;
  readonly #ids = new Set<string>();
  #anchor: string | null = null;

  constructor(grid: Grid) {
    super();
    this.#grid = grid;
    grid.element.ariaMultiSelectable = "true";
    grid.decorate = (cell, tile) => this.#mark(cell, tile);
    grid.redecorate();
    grid.addEventListener("change", () => this.#forgetGone());
  }

  get isActive(): boolean {
    return this.#ids.size > 0;
  }

  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  toggle({ id }: Tile): void {
    if (!this.#ids.delete(id)) {
      this.#ids.add(id);
    }

    this.#anchor = id;
    this.#changed();
  }

  /** Chooses all from the tile that was chosen last to another. */
  extendTo({ id }: Tile): void {
    const index = this.#grid.indexOf(id);
    const anchor = this.#anchor === null ? -1 : this.#grid.indexOf(this.#anchor);
    const from = anchor < 0 ? index : anchor;
    for (const tile of this.#grid.tiles.slice(Math.min(from, index), Math.max(from, index) + 1)) {
      this.#ids.add(tile.id);
    }

    this.#changed();
  }

  /** Chooses every tile that has been loaded. */
  all(): void {
    for (const { id } of this.#grid.tiles) {
      this.#ids.add(id);
    }

    this.#changed();
  }

  clear(): void {
    this.#ids.clear();
    this.#changed();
  }

  #forgetGone(): void {
    const gone = [...this.#ids].filter((id) => this.#grid.indexOf(id) < 0);
    if (gone.length > 0) {
      gone.forEach((id) => this.#ids.delete(id));
      this.#changed();
    }
  }

  #changed(): void {
    this.#grid.element.classList.toggle("selecting", this.isActive);
    this.#grid.redecorate();
    this.dispatchEvent(new Event("change"));
  }

  #mark(cell: HTMLElement, tile: Tile): void {
    const isChosen = this.#ids.has(tile.id);
    let mark = cell.querySelector<HTMLButtonElement>(".mark");
    if (mark === null) {
      mark = document.createElement("button");
      mark.type = "button";
      mark.className = "mark";
      mark.role = "checkbox";
      mark.tabIndex = -1;
      cell.append(mark);
    }

    mark.ariaLabel = text("Select {0}", tile.name);
    mark.ariaChecked = String(isChosen);
    cell.ariaSelected = String(isChosen);
  }
}
