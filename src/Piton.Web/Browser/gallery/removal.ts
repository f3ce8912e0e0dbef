import { Refusal, send } from "../page/api";
import { notify, type Notice } from "../page/notice";
import { counted, text } from "../page/texts";
import type { Grid } from "./grid";

/** The most pictures that the server takes at once. */
export const MOST_AT_ONCE = 1000;

/** What became of a picture; there are more words, all of which say that nothing did. */
interface Changed {
  readonly id: string;
  readonly outcome: "done" | "missing" | string;
}

/** What became of several, as far as it went. */
interface Outcome {
  readonly done: string[];
  /** Those that somebody else has removed for good. */
  readonly missing: string[];
  /** Why it went no further. */
  readonly fault: unknown;
}

/** A removal that can be undone. */
interface Step {
  readonly ids: readonly string[];
  readonly putBack: (back: ReadonlySet<string>) => void;
}

/** @param more What the server has to know besides of what is done. */
export const change = async (action: "delete" | "restore" | "share", ids: readonly string[], more: object = {}): Promise<Outcome> => {
  const done: string[] = [];
  const missing: string[] = [];
  try {
    for (let start = 0; start < ids.length; start += MOST_AT_ONCE) {
      const { items } = await send<{ items: Changed[] }>("POST", `/api/v1/images/${action}`, { ids: ids.slice(start, start + MOST_AT_ONCE), ...more });
      done.push(...items.filter(({ outcome }) => outcome === "done").map(({ id }) => id));
      missing.push(...items.filter(({ outcome }) => outcome === "missing").map(({ id }) => id));
    }

    return { done, missing, fault: null };
  } catch (fault) {
    console.warn(fault);
    return { done, missing, fault };
  }
};

/** @param left How many were not changed. */
export const failureOf = (fault: unknown, left: number, one: string, several: string): string[] => {
  if (left === 0) {
    return [];
  }

  const reason = fault === null ? [] : [fault instanceof Refusal ? fault.message : text("That did not work. Piton may be down or out of reach.")];
  return [counted(left, one, several), ...reason];
};

/** Moves pictures to the trash and out of the grid, one lot at a time, and offers to take back all of which it still speaks. */
export class Removal {
  readonly #grid: Grid;
  readonly #reload: () => void;
  #steps: Step[] = [];
  #notice: Notice | null = null;
  #isBusy = false;

  /** @param reload Shows the gallery anew, where another has taken the place of this one. */
  constructor(grid: Grid, reload: () => void) {
    this.#grid = grid;
    this.#reload = reload;
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (this.#isBusy || ids.length === 0) {
      return;
    }

    this.#isBusy = true;
    const { done, missing, fault } = await change("delete", ids);
    const gone = new Set([...done, ...missing]);
    const putBack = this.#grid.remove(gone);
    this.#isBusy = false;
    const earlier = this.#notice?.isShown === true ? this.#steps : [];
    this.#steps = done.length === 0 ? earlier : [...earlier, { ids: done, putBack }];
    this.#say(gone.size, failureOf(fault, ids.length - gone.size, "{0:N0} picture could not be moved.", "{0:N0} pictures could not be moved."));
  }

  #say(gone: number, failure: readonly string[]): void {
    const count = this.#steps.reduce((sum, { ids }) => sum + ids.length, 0);
    const moved = gone === 0 && count === 0 ? [] : [count <= 1 ? text("Moved to the trash.") : text("{0:N0} pictures moved to the trash.", count)];
    this.#notice = notify([...moved, ...failure].join(" "), count === 0 ? undefined : () => this.#undo());
  }

  async #undo(): Promise<void> {
    const steps = this.#steps;
    const ids = steps.flatMap((step) => step.ids);
    const { done, fault } = await change("restore", ids);
    const back = new Set(done);
    if (this.#grid.isOver) {
      this.#reload();
    } else {
      [...steps].reverse().forEach(({ putBack }) => putBack(back));
    }

    this.#steps = steps.map((step) => ({ ...step, ids: step.ids.filter((id) => !back.has(id)) })).filter((step) => step.ids.length > 0);
    const failure = failureOf(fault, ids.length - back.size, "{0:N0} picture could not be brought back.", "{0:N0} pictures could not be brought back.");
    if (failure.length > 0) {
      this.#notice = notify(failure.join(" "), () => this.#undo());
    }
  }
}
