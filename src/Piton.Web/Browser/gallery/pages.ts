import { readTiles, type Tile } from "./tile";

/** A page of the gallery: its tiles, and the address of the one behind it, null at the end. */
export interface Page {
  readonly tiles: Tile[];
  readonly next: string | null;
}

/**
 * Asks the server for the tiles of a page.
 * @throws Error Where it does not answer, or not with a page.
 */
export const fetchTiles = async (address: string): Promise<Page> => {
  const answer = await fetch(address, { headers: { "HX-Request": "true", "HX-Request-Type": "partial" } });
  if (!answer.ok) {
    throw new Error(`${answer.status} ${answer.statusText}`);
  }

  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return { tiles: readTiles(page), next: page.querySelector("a[rel=next]")?.getAttribute("href") ?? null };
};

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
    const { tiles, next } = await fetchTiles(this.#next!);
    this.#next = next;
    return tiles;
  }
}
