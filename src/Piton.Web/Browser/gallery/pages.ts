import { readTiles, type Tile } from "./tile";

/** The pages of a gallery, one after the other. */
export class Pages {
  #next: string | null;

  /** @param next The address of the page behind those that are there; null where there is none. */
  constructor(next: string | null) {
    this.#next = next;
  }

  get hasMore(): boolean {
    return this.#next !== null;
  }

  /**
   * The tiles of the next page.
   * @throws Error Where the server did not answer, or did not answer with a page; the same page can then be asked for again.
   */
  async load(): Promise<Tile[]> {
    const answer = await fetch(this.#next!, { headers: { "HX-Request": "true", "HX-Request-Type": "partial" } });
    if (!answer.ok) {
      throw new Error(`${answer.status} ${answer.statusText}`);
    }

    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    this.#next = page.querySelector("a[rel=next]")?.getAttribute("href") ?? null;
    return readTiles(page);
  }
}
