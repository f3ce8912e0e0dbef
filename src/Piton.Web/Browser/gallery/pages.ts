import { fetchPart } from "../page/parts";
import { readTiles, type Tile } from "./tile";

/** A page of the gallery: its tiles, how many there are on all pages, and the address of the one behind it, null at the end. */
export interface Page {
  readonly tiles: Tile[];
  readonly total: number;
  readonly next: string | null;
}

/**
 * Asks the server for a page of the gallery.
 * @throws Error Where it does not answer, or not with a page.
 */
export const fetchPage = async (address: string): Promise<Page> => {
  const { status, page } = await fetchPart(address);
  if (status !== 200) {
    throw new Error(`The server answered with status ${status}.`);
  }

  return {
    tiles: readTiles(page),
    total: Number(page.querySelector<HTMLElement>("[data-total]")?.dataset.total ?? 0),
    next: page.querySelector("a[rel=next]")?.getAttribute("href") ?? null,
  };
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
    const { tiles, next } = await fetchPage(this.#next!);
    this.#next = next;
    return tiles;
  }
}
