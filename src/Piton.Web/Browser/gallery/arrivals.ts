import { fetchPage } from "./pages";
import type { Gallery } from "./gallery";
import type { Grid } from "./grid";
import type { Tile } from "./tile";

/** How often arrivals are shown at most: milliseconds. */
const INTERVAL = 400;

/** More pages than that are not put before a gallery; it is loaded anew. */
const MOST_PAGES = 20;

/** @returns What came before the first tile that is known; null where that is too much. */
const newestOf = async (address: string, grid: Grid): Promise<{ tiles: Tile[]; total: number } | null> => {
  const tiles: Tile[] = [];
  let next: string | null = address;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await fetchPage(next);
    const known = page.tiles.findIndex(({ id }) => grid.indexOf(id) >= 0);
    tiles.push(...known < 0 ? page.tiles : page.tiles.slice(0, known));
    next = page.next;
    if (known >= 0 || next === null) {
      return { tiles, total: page.total };
    }
  }

  return null;
};

/** Shows them where the gallery has its newest first; in any other order they have no place to be seen at, and are counted. */
const showIn = async ({ grid, address, isNewestFirst }: Gallery, reload: () => void): Promise<void> => {
  if (!isNewestFirst) {
    grid.count((await fetchPage(address)).total);
    return;
  }

  const newest = await newestOf(address, grid);
  if (newest === null) {
    reload();
  } else {
    grid.prepend(newest.tiles, newest.total);
  }
};

/**
 * Shows pictures in the gallery as they arrive.
 * @param gallery The gallery of the page; null where it shows no picture yet.
 * @param reload Shows the page anew.
 */
export const showArrivals = (gallery: () => Gallery | null, reload: () => void): void => {
  let isBusy = false;
  let hasMore = false;
  const show = async (): Promise<void> => {
    hasMore = false;
    const shown = gallery();
    if (shown === null) {
      reload();
    } else {
      await showIn(shown, reload).catch(console.warn);
    }

    isBusy = false;
    if (hasMore) {
      schedule();
    }
  };
  const schedule = (): void => {
    hasMore = true;
    if (!isBusy) {
      isBusy = true;
      setTimeout(() => void show(), INTERVAL);
    }
  };
  document.addEventListener("piton:uploaded", schedule);
  document.addEventListener("piton:renamed", (event) => {
    const { id, name } = (event as CustomEvent<{ id: string; name: string }>).detail;
    gallery()?.grid.rename(id, name);
  });
};
