import { Refusal, send } from "../page/api";
import { notify } from "../page/notice";
import { text } from "../page/texts";
import type { Grid } from "./grid";

const failed = (fault: unknown): void => {
  console.warn(fault);
  notify(fault instanceof Refusal ? fault.message : text("That did not work. Is there a network?"));
};

/** Moves pictures to the trash and out of the grid, and offers to take it back. */
export const removeTiles = async (grid: Grid, ids: readonly string[]): Promise<void> => {
  try {
    await send("POST", "/api/v1/images/delete", { ids });
  } catch (fault) {
    failed(fault);
    return;
  }

  const restore = grid.remove(new Set(ids));
  notify(ids.length === 1 ? text("Moved to the trash.") : text("{0} pictures moved to the trash.", ids.length), async () => {
    try {
      await send("POST", "/api/v1/images/restore", { ids });
      restore();
    } catch (fault) {
      failed(fault);
    }
  });
};
