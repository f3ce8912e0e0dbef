import type { Grid } from "./grid";

/** How high a place to click at has to be: CSS pixels (WCAG 2.2, 2.5.8). */
const TARGET = 24;

/** The months beside a long gallery, which the server wrote: shows as many of them as have room, and marks the one that is in view. */
export class Rail {
  readonly #element: HTMLElement;
  readonly #grid: Grid;
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
    this.#follow();
  }

  #follow(): void {
    this.#frame = 0;
    const month = this.#grid.top?.month ?? "";
    const [year] = month.split("-");
    for (const link of this.#element.querySelectorAll("a")) {
      const isHere = link.dataset.month === month || link.dataset.year === year;
      link.ariaCurrent = isHere ? "true" : null;
    }
  }
}
