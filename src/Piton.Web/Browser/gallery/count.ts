import { counted } from "../page/texts";
import type { Grid } from "./grid";

/** Keeps the number of pictures right, and says where there is none. */
export const showCount = (grid: Grid): void => {
  const count = document.querySelector(".count")!;
  const empty = document.querySelector<HTMLElement>("#gallery > .empty")!;
  grid.addEventListener("change", () => {
    const words = counted(grid.total, "{0:N0} picture", "{0:N0} pictures");
    if (count.textContent !== words) {
      count.textContent = words;
    }

    empty.hidden = grid.total > 0;
  });
};
