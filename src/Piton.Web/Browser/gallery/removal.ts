import { notify, type Notice } from "../page/notice";
import { text } from "../page/texts";
import { change, failureOf } from "./changes";
import type { Grid } from "./grid";

/** A removal that can be undone. */
interface Step {
  readonly ids: readonly string[];
  readonly putBack: (back: ReadonlySet<string>) => void;
}

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
