import { showBadge, type Visibility } from "./badge";
import { cellOf } from "./cell";
import { breakIntoRows, type Row, type RowSizes } from "./rows";
import type { Tile } from "./tile";

/** How far outside the view rows hold their pictures: CSS pixels. */
const NEAR = 1000;

/** What is at the top of the view: which of the tiles that there were, and how far below the edge of the window its row begins, in CSS pixels. */
interface Anchor {
  readonly tiles: readonly Tile[];
  readonly index: number;
  readonly offset: number;
}

/**
 * The tiles in rows. Only rows near the view hold elements; the others keep their height, so that a page of ten thousand pictures stays as
 * light as one of a hundred and nothing ever moves. A tile is known by its id, since its place changes. Tells by `change` that tiles came or went.
 */
export class Grid extends EventTarget {
  readonly element = document.createElement("div");

  /** Called with every cell that is made. */
  decorate: (cell: HTMLElement, tile: Tile) => void = () => { };

  /** Links that are there already, whose pictures are not loaded twice. */
  readonly #made = new Map<string, HTMLAnchorElement>();
  readonly #removed = new Set<string>();
  readonly #indices = new Map<string, number>();
  readonly #signal: AbortSignal;
  readonly #nearness = new IntersectionObserver((entries) => this.#onNearness(entries), { rootMargin: `${NEAR}px 0px` });
  #tiles: Tile[] = [];
  #rows: Row[] = [];
  #sizes: RowSizes;
  #current: string | null = null;
  #total: number;
  #isPrinting = false;

  /**
   * @param list What the server wrote; the grid takes its place and its links.
   * @param signal Ends it, where another takes its place.
   */
  constructor(list: HTMLElement, tiles: readonly Tile[], label: string, signal: AbortSignal) {
    super();
    this.element.className = "rows";
    this.element.role = "grid";
    this.element.ariaLabel = label;
    for (const link of list.querySelectorAll<HTMLAnchorElement>("[data-tile] a")) {
      this.#made.set(link.closest<HTMLElement>("[data-tile]")!.dataset.tile!, link);
    }

    this.#signal = signal;
    this.#total = Number(list.dataset.total);
    this.#sizes = Grid.#sizesOf(list);
    (list.closest("form") ?? list).replaceWith(this.element);
    this.append(tiles);
    this.#made.clear();
    const resize = new ResizeObserver(() => this.#onResize());
    resize.observe(this.element);
    signal.addEventListener("abort", () => {
      resize.disconnect();
      this.#nearness.disconnect();
    });
    window.addEventListener("beforeprint", () => this.#fillForPrint(), { signal });
    window.addEventListener("afterprint", () => this.#lookAround(), { signal });
  }

  get tiles(): readonly Tile[] {
    return this.#tiles;
  }

  /** How many pictures there are, with those that have not been loaded. */
  get total(): number {
    return this.#total;
  }

  /** The tile that the keyboard is at; undefined where there is none. */
  get current(): Tile | undefined {
    return this.tileOf(this.#current) ?? this.#tiles[0];
  }

  /** Whether another has taken its place. */
  get isOver(): boolean {
    return this.#signal.aborted;
  }

  /** The tile that is first in view; undefined where there is none. */
  get top(): Tile | undefined {
    return this.#tiles[this.#topIndex];
  }

  append(tiles: readonly Tile[]): void {
    const fresh = this.#unknown(tiles);
    if (fresh.length === 0) {
      return;
    }

    this.#keepFocus(() => {
      // The last row may have been open: it is broken anew with what follows.
      const open = this.#rows.pop();
      this.#keepLinks(this.element.children[this.#rows.length]);
      this.element.children[this.#rows.length]?.remove();
      this.#setTiles([...this.#tiles, ...fresh]);
      this.#addRows(open?.start ?? 0);
      this.#made.clear();
    });
    this.#changed();
  }

  /**
   * Puts tiles first, as the newest are.
   * @param total How many pictures there are now.
   */
  prepend(tiles: readonly Tile[], total: number): void {
    this.#total = total;
    this.#replace([...this.#unknown(tiles), ...this.#tiles]);
  }

  /**
   * Takes tiles out.
   * @returns Puts those of them back that it is told, where they were.
   */
  remove(ids: ReadonlySet<string>): (back: ReadonlySet<string>) => void {
    const before = this.#tiles;
    const left = before.filter((tile) => !ids.has(tile.id));
    ids.forEach((id) => this.#removed.add(id));
    this.#total -= before.length - left.length;
    this.#replace(left);
    return (back) => {
      // What has come meanwhile, first or last, stays there.
      const known = new Set(before.map((tile) => tile.id));
      const first = this.#tiles.findIndex((tile) => known.has(tile.id));
      const newer = this.#tiles.slice(0, Math.max(0, first));
      const older = this.#tiles.slice(newer.length).filter((tile) => !known.has(tile.id));
      const returned = before.filter((tile) => back.has(tile.id) && !this.#indices.has(tile.id));
      returned.forEach(({ id }) => this.#removed.delete(id));
      this.#total += returned.length;
      this.#replace([...newer, ...before.filter((tile) => back.has(tile.id) || this.#indices.has(tile.id)).map((tile) => this.tileOf(tile.id) ?? tile), ...older]);
    };
  }

  /** Learns how many pictures there are. */
  count(total: number): void {
    this.#total = total;
    this.#changed();
  }

  /** Gives a tile another name, and another description where it has one of its own. */
  rename(id: string, name: string, alt?: string): void {
    const index = this.indexOf(id);
    const old = this.#tiles[index];
    if (old === undefined) {
      return;
    }

    const tile = { ...old, name, alt: alt ?? (old.alt === old.name ? name : old.alt) };
    this.#tiles[index] = tile;
    const link = this.#linkOf(id);
    if (link !== null) {
      link.querySelector("b")!.textContent = name;
      link.querySelector("img")!.alt = tile.alt;
      this.decorate(link.parentElement!, tile);
    }

    this.#changed();
  }

  /** Learns who finds a tile. */
  share(id: string, visibility: Visibility): void {
    const index = this.indexOf(id);
    const old = this.#tiles[index];
    if (old === undefined || old.visibility === visibility) {
      return;
    }

    this.#tiles[index] = { ...old, visibility };
    const link = this.#linkOf(id);
    if (link !== null) {
      showBadge(link, visibility);
    }
  }

  /** @returns -1 where it is not there. */
  indexOf(id: string): number {
    return this.#indices.get(id) ?? -1;
  }

  tileOf(id: string | null): Tile | undefined {
    return id === null ? undefined : this.#tiles[this.indexOf(id)];
  }

  /** Decorates every cell that is there anew. */
  redecorate(): void {
    for (const cell of this.element.querySelectorAll<HTMLElement>(".cell")) {
      this.decorate(cell, this.tileAt(cell)!);
    }
  }

  /** Which tile an element belongs to; undefined where it belongs to none. */
  tileAt(element: Element): Tile | undefined {
    return this.tileOf(element.closest<HTMLElement>(".cell")?.dataset.tile ?? null);
  }

  /** The tile above or below one, the nearest across; itself at the edge. */
  neighbour(tile: Tile, rows: number): Tile {
    const index = this.indexOf(tile.id);
    const at = this.#rowOf(index);
    const target = this.#rows[Math.max(0, Math.min(this.#rows.length - 1, at + rows))]!;
    if (target === this.#rows[at]) {
      return tile;
    }

    const middle = this.#middle(this.#rows[at]!, index);
    let nearest = target.start;
    for (let candidate = target.start; candidate < target.end; candidate++) {
      if (Math.abs(this.#middle(target, candidate) - middle) < Math.abs(this.#middle(target, nearest) - middle)) {
        nearest = candidate;
      }
    }

    return this.#tiles[nearest]!;
  }

  /** The picture in a tile; null while its row is far away. */
  pictureOf(id: string): HTMLImageElement | null {
    return this.#linkOf(id)?.querySelector("img") ?? null;
  }

  /** Brings a tile into view, where it is there. */
  reveal(id: string): void {
    const index = this.indexOf(id);
    if (index >= 0) {
      const row = this.#rowOf(index);
      this.#fill(row);
      this.#elementOf(row).scrollIntoView({ block: "nearest" });
    }
  }

  /** How far below the edge of the window the row of a tile begins: CSS pixels. */
  offsetOf(id: string): number {
    return this.#offsetOf(this.indexOf(id));
  }

  /** Scrolls until the row of a tile begins so far below the edge of the window. */
  scrollTo(id: string, offset: number): void {
    this.#scrollTo(this.indexOf(id), offset);
  }

  /** Brings a tile into view and the keyboard to it. */
  focus(id: string): void {
    if (this.#indices.has(id)) {
      this.reveal(id);
      this.#focus(id);
    }
  }

  #focus(id: string): void {
    if (this.current !== undefined) {
      this.#linkOf(this.current.id)?.setAttribute("tabindex", "-1");
    }

    this.#current = id;
    this.#fill(this.#rowOf(this.indexOf(id)));
    const link = this.#linkOf(id)!;
    link.tabIndex = 0;
    link.focus({ preventScroll: true });
  }

  #unknown(tiles: readonly Tile[]): Tile[] {
    return tiles.filter(({ id }) => !this.#indices.has(id) && !this.#removed.has(id));
  }

  #setTiles(tiles: Tile[]): void {
    this.#tiles = tiles;
    this.#indices.clear();
    tiles.forEach(({ id }, index) => this.#indices.set(id, index));
  }

  // The keyboard goes to what takes the place of a tile that is gone.
  #replace(tiles: Tile[]): void {
    const at = this.current === undefined ? 0 : this.indexOf(this.current.id);
    const anchor = this.#anchor();
    this.#keepFocus(() => {
      this.#setTiles(tiles);
      this.#current = this.tileOf(this.#current)?.id ?? tiles[Math.min(at, tiles.length - 1)]?.id ?? null;
      this.#layOut(anchor);
    });
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new Event("change"));
  }

  #linkOf(id: string): HTMLAnchorElement | null {
    return this.element.querySelector(`[data-tile="${id}"] > a`);
  }

  #elementOf(row: number): HTMLElement {
    return this.element.children[row] as HTMLElement;
  }

  #offsetOf(index: number): number {
    return this.#elementOf(this.#rowOf(index)).getBoundingClientRect().top;
  }

  #scrollTo(index: number, offset: number): void {
    window.scrollBy({ top: this.#offsetOf(index) - offset, behavior: "instant" });
  }

  get #topIndex(): number {
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
    element.append(...this.#tiles.slice(start, end).map((tile) => {
      const cell = cellOf(tile, height, this.#made.get(tile.id));
      if (tile === this.current) {
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
      } else if (!this.#isPrinting && !target.contains(document.activeElement)) {
        target.replaceChildren();

        // A row without cells is none to those who listen to the page.
        target.role = null;
        target.ariaRowIndex = null;
      }
    }
  }

  #fillForPrint(): void {
    this.#isPrinting = true;
    this.#rows.forEach((_, row) => this.#fill(row));
    for (const picture of this.element.querySelectorAll("img")) {
      picture.loading = "eager";
    }
  }

  /** Empties again what is far away. */
  #lookAround(): void {
    this.#isPrinting = false;
    for (const row of this.element.children) {
      this.#nearness.unobserve(row);
      this.#nearness.observe(row);
    }
  }

  #onResize(): void {
    const sizes = Grid.#sizesOf(this.element);
    if (!this.#isPrinting && (sizes.width !== this.#sizes.width || sizes.height !== this.#sizes.height)) {
      const anchor = this.#anchor();
      this.#sizes = sizes;
      this.#keepFocus(() => this.#layOut(anchor));
    }
  }

  /** Has to be taken before anything changes; null where the gallery begins in view, so that what comes first is seen. */
  #anchor(): Anchor | null {
    if (this.#rows.length === 0 || this.#elementOf(0).getBoundingClientRect().top >= 0) {
      return null;
    }

    const index = this.#topIndex;
    return { tiles: this.#tiles, index, offset: this.#offsetOf(index) };
  }

  // Where that tile is gone, the next of those that stayed stands in for it.
  #return({ tiles, index, offset }: Anchor): void {
    const stays = (tile: Tile): boolean => this.#indices.has(tile.id);
    const next = tiles.findIndex((tile, at) => at >= index && stays(tile));
    const at = next >= 0 ? next : tiles.findLastIndex(stays);
    if (at >= 0) {
      this.#scrollTo(this.indexOf(tiles[at]!.id), offset);
    }
  }

  /** What moves in the document loses the focus, which comes back to its tile, or to the one that took its place; the view stays. */
  #keepFocus(change: () => void): void {
    const focused = document.activeElement;
    const tile = focused !== null && this.element.contains(focused) ? this.tileAt(focused)?.id ?? null : undefined;
    change();
    const target = this.tileOf(tile ?? null) ?? this.current;
    if (tile !== undefined && target !== undefined && document.activeElement !== focused) {
      this.#focus(target.id);
    }
  }

  #keepLinks(place: Element | undefined): void {
    for (const cell of place?.querySelectorAll<HTMLElement>(".cell") ?? []) {
      this.#made.set(cell.dataset.tile!, cell.querySelector("a")!);
    }
  }

  #layOut(anchor: Anchor | null): void {
    this.#keepLinks(this.element);
    this.#rows = [];
    this.element.replaceChildren();
    this.#addRows(0);
    this.#made.clear();
    if (anchor !== null) {
      this.#return(anchor);
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
