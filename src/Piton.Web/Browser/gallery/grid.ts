import { cellOf } from "./cell";
import { breakIntoRows, type Row, type RowSizes } from "./rows";
import type { Tile } from "./tile";

/** How far outside the view rows hold their pictures: CSS pixels. */
const NEAR = 1000;

/**
 * The tiles in rows. Only rows near the view hold elements; the others keep their height, so that a page of ten thousand pictures stays as
 * light as one of a hundred and nothing ever moves.
 */
export class Grid {
  readonly element = document.createElement("div");

  /** Called with every cell that is made. */
  decorate: (cell: HTMLElement, tile: Tile) => void = () => { };

  readonly #tiles: Tile[] = [];
  /** Links that are there already, whose pictures are not loaded twice. */
  readonly #made = new Map<string, HTMLAnchorElement>();
  readonly #nearness = new IntersectionObserver((entries) => this.#onNearness(entries), { rootMargin: `${NEAR}px 0px` });
  #rows: Row[] = [];
  #sizes: RowSizes;
  #current = 0;

  /** @param list What the server wrote; the grid takes its place and its links. */
  constructor(list: HTMLElement, tiles: readonly Tile[], label: string) {
    this.element.className = "rows";
    this.element.role = "grid";
    this.element.ariaLabel = label;
    for (const link of list.querySelectorAll<HTMLAnchorElement>("[data-tile] > a")) {
      this.#made.set(link.parentElement!.dataset.tile!, link);
    }

    this.#sizes = Grid.#sizesOf(list);
    list.replaceWith(this.element);
    this.append(tiles);
    this.#made.clear();
    new ResizeObserver(() => this.#onResize()).observe(this.element);
  }

  get tiles(): readonly Tile[] {
    return this.#tiles;
  }

  /** The tile that the keyboard is at. */
  get current(): number {
    return this.#current;
  }

  /** The tile that is first in view; 0 where there is none. */
  get top(): number {
    let low = 0;
    let high = this.#rows.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#elementOf(middle).getBoundingClientRect().bottom > 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }

    return this.#rows[low]?.start ?? 0;
  }

  append(tiles: readonly Tile[]): void {
    // The last row may have been open: it is broken anew with what follows.
    const open = this.#rows.pop();
    this.element.children[this.#rows.length]?.remove();
    this.#tiles.push(...tiles);
    this.#addRows(open?.start ?? 0);
  }

  /** Puts tiles first, as the newest are. */
  prepend(tiles: readonly Tile[]): void {
    this.#tiles.unshift(...tiles);
    this.#current = Math.min(this.#current + tiles.length, this.#tiles.length - 1);
    this.#layOut();
  }

  /**
   * Takes tiles out.
   * @returns Puts them back where they were.
   */
  remove(ids: ReadonlySet<string>): () => void {
    const before = [...this.#tiles];
    this.#replace(before.filter((tile) => !ids.has(tile.id)));
    return () => {
      // What has come meanwhile, first or last, stays there.
      const known = new Set(before.map((tile) => tile.id));
      const first = this.#tiles.findIndex((tile) => known.has(tile.id));
      const newer = this.#tiles.slice(0, Math.max(0, first));
      const older = this.#tiles.slice(newer.length).filter((tile) => !known.has(tile.id));
      this.#replace([...newer, ...before, ...older]);
    };
  }

  /** Gives a tile another name and another description. */
  rename(index: number, name: string, alt: string): void {
    this.#tiles[index] = { ...this.#tiles[index]!, name, alt };
    const link = this.#linkOf(index);
    if (link !== null) {
      link.querySelector("b")!.textContent = name;
      link.querySelector("img")!.alt = alt;
      this.decorate(link.parentElement!, this.#tiles[index]);
    }
  }

  indexOf(id: string): number {
    return this.#tiles.findIndex((tile) => tile.id === id);
  }

  /** Decorates every cell that is there anew. */
  redecorate(): void {
    for (const cell of this.element.querySelectorAll<HTMLElement>(".cell")) {
      this.decorate(cell, this.#tiles[this.indexAt(cell)]!);
    }
  }

  /** Which tile an element belongs to; -1 where it belongs to none. */
  indexAt(element: Element): number {
    const id = element.closest<HTMLElement>(".cell")?.dataset.tile;
    return id === undefined ? -1 : this.indexOf(id);
  }

  /** The tile above or below one, the nearest across; itself at the edge. */
  neighbour(index: number, rows: number): number {
    const at = this.#rowOf(index);
    const target = this.#rows[Math.max(0, Math.min(this.#rows.length - 1, at + rows))]!;
    if (target === this.#rows[at]) {
      return index;
    }

    const middle = this.#middle(this.#rows[at]!, index);
    let nearest = target.start;
    for (let candidate = target.start; candidate < target.end; candidate++) {
      if (Math.abs(this.#middle(target, candidate) - middle) < Math.abs(this.#middle(target, nearest) - middle)) {
        nearest = candidate;
      }
    }

    return nearest;
  }

  /** The picture in a tile; null while its row is far away. */
  pictureOf(index: number): HTMLImageElement | null {
    return this.#linkOf(index)?.querySelector("img") ?? null;
  }

  /** Brings a tile into view. */
  reveal(index: number): void {
    const row = this.#rowOf(index);
    this.#fill(row);
    this.#elementOf(row).scrollIntoView({ block: "nearest" });
  }

  /** How far below the edge of the window the row of a tile begins: CSS pixels. */
  offsetOf(index: number): number {
    return this.#elementOf(this.#rowOf(index)).getBoundingClientRect().top;
  }

  /** Scrolls until the row of a tile begins so far below the edge of the window. */
  scrollTo(index: number, offset: number): void {
    window.scrollBy({ top: this.offsetOf(index) - offset, behavior: "instant" });
  }

  /** Brings a tile into view and the keyboard to it. */
  focus(index: number): void {
    if (index < 0 || index >= this.#tiles.length) {
      return;
    }

    this.#linkOf(this.#current)?.setAttribute("tabindex", "-1");
    this.#current = index;
    this.reveal(index);
    const link = this.#linkOf(index)!;
    link.tabIndex = 0;
    link.focus({ preventScroll: true });
  }

  #replace(tiles: readonly Tile[]): void {
    this.#tiles.length = 0;
    for (const tile of tiles) {
      this.#tiles.push(tile);
    }

    this.#current = Math.max(0, Math.min(this.#current, tiles.length - 1));
    this.#layOut();
  }

  #linkOf(index: number): HTMLAnchorElement | null {
    const tile = this.#tiles[index];
    return tile === undefined ? null : this.element.querySelector(`[data-tile="${tile.id}"] > a`);
  }

  #elementOf(row: number): HTMLElement {
    return this.element.children[row] as HTMLElement;
  }

  #rowOf(index: number): number {
    let low = 0;
    let high = this.#rows.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#rows[middle]!.start <= index) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }

    return low;
  }

  #middle(row: Row, index: number): number {
    const before = this.#tiles.slice(row.start, index).reduce((sum, tile) => sum + tile.ratio * row.height + this.#sizes.gap, 0);
    return before + this.#tiles[index]!.ratio * row.height / 2;
  }

  #addRows(from: number): void {
    const rows = breakIntoRows(this.#tiles.map((tile) => tile.ratio), this.#sizes, from);
    const first = this.#rows.length;
    this.#rows.push(...rows);
    const elements = rows.map((row, index) => {
      const element = document.createElement("div");
      element.className = "row";
      element.dataset.row = String(first + index);
      element.style.height = `${row.height}px`;
      return element;
    });
    this.element.append(...elements);
    this.element.ariaRowCount = String(this.#rows.length);
    elements.forEach((element, index) => {
      const { start, end } = this.#rows[first + index]!;
      if (this.#tiles.slice(start, end).some((tile) => this.#made.has(tile.id))) {
        this.#fill(first + index);
      }

      this.#nearness.observe(element);
    });
  }

  #fill(row: number): void {
    const element = this.#elementOf(row);
    const { start, end, height } = this.#rows[row]!;
    if (element.childElementCount > 0) {
      return;
    }

    element.role = "row";
    element.ariaRowIndex = String(row + 1);
    element.append(...this.#tiles.slice(start, end).map((tile, offset) => {
      const cell = cellOf(tile, height, this.#made.get(tile.id));
      if (start + offset === this.#current) {
        cell.querySelector("a")!.tabIndex = 0;
      }

      this.decorate(cell, tile);
      return cell;
    }));
  }

  #onNearness(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const row = Number((target as HTMLElement).dataset.row);
      if (!target.isConnected) {
        this.#nearness.unobserve(target);
      } else if (isIntersecting) {
        this.#fill(row);
      } else if (!target.contains(document.activeElement)) {
        target.replaceChildren();

        // A row without cells is none to those who listen to the page.
        target.role = null;
        target.ariaRowIndex = null;
      }
    }
  }

  #onResize(): void {
    const sizes = Grid.#sizesOf(this.element);
    if (sizes.width !== this.#sizes.width || sizes.height !== this.#sizes.height) {
      this.#sizes = sizes;
      this.#layOut();
    }
  }

  // What was at the top of the view stays there.
  #layOut(): void {
    const anchor = this.top;
    const offset = this.#rows.length === 0 ? 0 : this.offsetOf(anchor);
    const focused = this.element.contains(document.activeElement);
    for (const cell of this.element.querySelectorAll<HTMLElement>(".cell")) {
      this.#made.set(cell.dataset.tile!, cell.querySelector("a")!);
    }

    this.#rows = [];
    this.element.replaceChildren();
    this.#addRows(0);
    this.#made.clear();
    if (offset < 0 && this.#rows.length > 0) {
      this.scrollTo(anchor, offset);
    }

    if (focused) {
      this.focus(this.#current);
    }
  }

  static #sizesOf(element: HTMLElement): RowSizes {
    const style = getComputedStyle(element);
    return {
      width: element.getBoundingClientRect().width,
      height: Number.parseFloat(style.getPropertyValue("--row")),
      gap: Number.parseFloat(style.rowGap),
    };
  }
}
