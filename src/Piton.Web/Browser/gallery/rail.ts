import type { Grid } from "./grid";

/** How high a place to click at has to be: CSS pixels (WCAG 2.2, 2.5.8). */
const TARGET = 24;

/** The months beside a long gallery, which the server wrote: marks the one that is in view, and shows the others as far as they have room: all months, or those of one year. */
export class Rail {
  readonly #element: HTMLElement;
  readonly #grid: Grid;
  #month = "";
  #frame = 0;

  /** @param signal Lets go of the window. */
  constructor(element: HTMLElement, grid: Grid, signal: AbortSignal) {
    this.#element = element;
    this.#grid = grid;
    element.addEventListener("htmx:after:swap", () => this.#fit(), { signal });
    window.addEventListener("resize", () => this.#fit(), { signal });
    window.addEventListener("scroll", () => this.#frame ||= requestAnimationFrame(() => this.#follow()), { passive: true, signal });
    this.#fit();
  }

  #fit(): void {
    const places = this.#element.querySelectorAll("a").length;
    this.#element.dataset.by = places * TARGET > this.#element.clientHeight ? "year" : "month";
    this.#month = "";
    this.#follow();
  }

  #follow(): void {
    this.#frame = 0;
    const month = this.#grid.top?.month ?? "";
    if (month === this.#month) {
      return;
    }

    this.#month = month;
    const [year] = month.split("-");
    for (const link of this.#element.querySelectorAll("a")) {
      const isHere = link.dataset.month === month || link.dataset.year === year;
      link.ariaCurrent = isHere ? "true" : null;
    }

    this.#reveal(month);
  }

  // Not by the browser, which might move the gallery as well.
  #reveal(month: string): void {
    const link = this.#element.querySelector<HTMLElement>(`[data-month="${month}"]`);
    if (link !== null && (link.offsetTop < this.#element.scrollTop || link.offsetTop + TARGET > this.#element.scrollTop + this.#element.clientHeight)) {
      this.#element.scrollTop = link.offsetTop - (this.#element.clientHeight - TARGET) / 2;
    }
  }
}
