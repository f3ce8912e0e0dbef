import { Refusal, send } from "../page/api";
import { notify } from "../page/notice";
import { text } from "../page/texts";
import type { Grid } from "./grid";

const failed = (fault: unknown): void => {
  console.warn(fault);
  notify(fault instanceof Refusal ? fault.message : text("That did not work. Is there a network?"));
};

/** What became of a picture; there are more words, all of which say that nothing did. */
interface Changed {
  readonly id: string;
  readonly outcome: "done" | "missing" | string;
}

/** The most pictures that the server takes at once. */
const MOST = 1000;

/** @returns Those that are now as they should be; one that somebody else has removed meanwhile is, too. */
const change = async (action: "delete" | "restore", ids: readonly string[]): Promise<string[]> => {
  const done: string[] = [];
  for (let start = 0; start < ids.length; start += MOST) {
    const { items } = await send<{ items: Changed[] }>("POST", `/api/v1/images/${action}`, { ids: ids.slice(start, start + MOST) });
    done.push(...items.filter(({ outcome }) => outcome === "done" || outcome === "missing").map(({ id }) => id));
  }

  return done;
};

/** Moves pictures to the trash and out of the grid, and offers to take it back. */
export const removeTiles = async (grid: Grid, ids: readonly string[]): Promise<void> => {
  try {
    const removed = await change("delete", ids);
    const putBack = grid.remove(new Set(removed));
    const restore = async (): Promise<void> => {
      try {
        await change("restore", removed);
        putBack();
      } catch (fault) {
        failed(fault);
      }
    };
    notify(removed.length === 1 ? text("Moved to the trash.") : text("{0} pictures moved to the trash.", removed.length), restore);
  } catch (fault) {
    failed(fault);
  }
};
