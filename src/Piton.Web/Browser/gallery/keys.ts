import { hasModifier } from "../page/keys";
import type { Grid } from "./grid";
import type { Tile } from "./tile";

const PAGE = 3;

const targetOf = (grid: Grid, key: string, tile: Tile): Tile | undefined => {
  const { tiles } = grid;
  const index = grid.indexOf(tile.id);
  switch (key) {
    case "ArrowLeft": return tiles[Math.max(0, index - 1)];
    case "ArrowRight": return tiles[Math.min(tiles.length - 1, index + 1)];
    case "ArrowUp": return grid.neighbour(tile, -1);
    case "ArrowDown": return grid.neighbour(tile, 1);
    case "PageUp": return grid.neighbour(tile, -PAGE);
    case "PageDown": return grid.neighbour(tile, PAGE);
    case "Home": return tiles[0];
    case "End": return tiles.at(-1);
    default: return undefined;
  }
};

/** One tile can be reached by the Tab key; from there the arrows lead on (ARIA Authoring Practices, grid pattern). */
export const moveByKeys = (grid: Grid): void => {
  grid.element.addEventListener("keydown", (event) => {
    const tile = hasModifier(event) ? undefined : grid.tileAt(event.target as Element);
    const target = tile && targetOf(grid, event.key, tile);
    if (target !== undefined) {
      event.preventDefault();
      grid.focus(target.id);
    }
  });
};
