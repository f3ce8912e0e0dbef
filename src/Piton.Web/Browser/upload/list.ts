import { make } from "../page/elements";
import { isActive, isProblem, type Entry } from "./entry";
import { Row, type RowActions } from "./row";

/** The height of a row. All heights and widths are in root em. */
const USUAL = 4.25;

/** That of a row whose reason may need several lines, by the width below which it is so high. */
const TALL = [[22, 11.5], [26, 9.25], [Infinity, 7]] as const;

/** How far outside the view rows are drawn: CSS pixels. */
const NEAR = 300;

const root = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** The files of the queue, of which only those near the view have elements. */
export class List {
  readonly element = make("div", { className: "upload-list" });

  readonly #list = make("ol", { role: "list" });
  readonly #actions: RowActions;
  readonly #rows = new Map<Entry, Row>();
  #entries: readonly Entry[] = [];
  #tops: number[] = [0];
  #isLedByHand = false;

  constructor(actions: RowActions) {
    this.#actions = actions;
    this.element.append(this.#list);
    this.element.addEventListener("scroll", () => this.#draw(), { passive: true });
    for (const kind of ["wheel", "touchmove", "pointerdown", "keydown"]) {
      this.element.addEventListener(kind, () => { this.#isLedByHand = true; }, { passive: true });
    }

    new ResizeObserver(() => this.show(this.#entries)).observe(this.element);
  }

  /** Follows what is under way again, until somebody scrolls. */
  follow(): void {
    this.#isLedByHand = false;
  }

  show(entries: readonly Entry[]): void {
    const first = this.#indexAt(this.element.scrollTop);
    const anchor = this.#entries[first];
    const offset = this.element.scrollTop - (this.#tops[first] ?? 0);
    this.#entries = entries;
    this.#measure();
    this.#list.style.height = `${this.#tops.at(-1)}px`;
    const active = this.#isLedByHand ? -1 : entries.findIndex(isActive);
    const kept = anchor === entries[first] ? first : entries.indexOf(anchor!);
    if (active >= 0) {
      this.element.scrollTop = this.#tops[Math.max(0, active - 1)]!;
    } else if (kept >= 0 && this.element.scrollTop > 0) {
      this.element.scrollTop = this.#tops[kept]! + offset;
    }

    this.#draw();
    this.#rows.forEach((row) => row.update());
  }

  #measure(): void {
    const em = root();
    const tops = [0];
    const [, tall] = TALL.find(([width]) => this.element.clientWidth < width * em)!;
    for (const entry of this.#entries) {
      tops.push(tops.at(-1)! + (isProblem(entry) ? tall : USUAL) * em);
    }

    this.#tops = tops;
  }

  /** The row at a height. */
  #indexAt(top: number): number {
    let low = 0;
    let high = Math.max(0, this.#entries.length - 1);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#tops[middle]! <= top) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }

    return low;
  }

  #draw(): void {
    const { scrollTop, clientHeight } = this.element;
    const start = this.#indexAt(scrollTop - NEAR);
    const end = this.#indexAt(scrollTop + clientHeight + NEAR) + 1;
    const near = new Set(this.#entries.slice(start, end));
    for (const [entry, row] of this.#rows) {
      // Whoever writes a name goes on writing it.
      const held = !near.has(entry) && row.element.contains(document.activeElement) ? this.#entries.indexOf(entry) : -1;
      if (held >= 0) {
        this.#place(entry, held);
      } else if (!near.has(entry)) {
        row.element.remove();
        this.#rows.delete(entry);
      }
    }

    this.#entries.slice(start, end).forEach((entry, offset) => this.#place(entry, start + offset));
  }

  #place(entry: Entry, index: number): void {
    let row = this.#rows.get(entry);
    if (row === undefined) {
      row = new Row(entry, this.#actions);
      this.#rows.set(entry, row);
      this.#insert(row.element, index);
    }

    row.element.ariaSetSize = String(this.#entries.length);
    row.element.ariaPosInSet = String(index + 1);
    row.element.style.top = `${this.#tops[index]}px`;
    row.element.style.height = `${this.#tops[index + 1]! - this.#tops[index]!}px`;
  }

  // In the order of the list, so that the Tab key goes down it.
  #insert(element: HTMLElement, index: number): void {
    const next = [...this.#list.children].find((other) => Number(other.ariaPosInSet) > index + 1);
    this.#list.insertBefore(element, next ?? null);
  }
}
