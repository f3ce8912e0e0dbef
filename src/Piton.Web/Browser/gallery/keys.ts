import type { Grid } from "./grid";

const PAGE = 3;

const targetOf = (grid: Grid, key: string, index: number): number | undefined => {
  switch (key) {
    case "ArrowLeft": return Math.max(0, index - 1);
    case "ArrowRight": return Math.min(grid.tiles.length - 1, index + 1);
    case "ArrowUp": return grid.neighbour(index, -1);
    case "ArrowDown": return grid.neighbour(index, 1);
    case "PageUp": return grid.neighbour(index, -PAGE);
    case "PageDown": return grid.neighbour(index, PAGE);
    case "Home": return 0;
    case "End": return grid.tiles.length - 1;
    default: return undefined;
  }
};

/** One tile can be reached by the Tab key; from there the arrows lead on (ARIA Authoring Practices, grid pattern). */
export const moveByKeys = (grid: Grid): void => {
  grid.element.addEventListener("keydown", (event) => {
    const index = grid.indexAt(event.target as Element);
    const target = event.altKey || event.ctrlKey || event.metaKey ? undefined : targetOf(grid, event.key, index);
    if (index >= 0 && target !== undefined) {
      event.preventDefault();
      grid.focus(target);
    }
  });
};
