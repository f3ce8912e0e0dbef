import { fetchTiles } from "./pages";
import type { Gallery } from "./gallery";

/** How long several arrivals are gathered: milliseconds. */
const GATHER = 400;

/**
 * Shows pictures in the gallery as they arrive, where it shows the newest first; in any other order they have no place to be seen at.
 * @param gallery The gallery of the page; null where it shows no picture yet.
 * @param reload Shows the page anew.
 */
export const showArrivals = (gallery: () => Gallery | null, reload: () => void): void => {
  let timer = 0;
  const show = async (): Promise<void> => {
    const shown = gallery();
    if (shown === null) {
      reload();
    } else if (location.search === "") {
      const { tiles } = await fetchTiles("/");
      const known = tiles.findIndex(({ id }) => shown.grid.indexOf(id) >= 0);
      shown.grid.prepend(known < 0 ? tiles : tiles.slice(0, known));
    }
  };
  document.addEventListener("piton:uploaded", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void show().catch(console.warn), GATHER);
  });
};
