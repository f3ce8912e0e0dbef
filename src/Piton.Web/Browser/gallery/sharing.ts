import { notify } from "../page/notice";
import { counted } from "../page/texts";
import { VISIBILITIES, type Visibility } from "./badge";
import { change, failureOf } from "./changes";
import type { Grid } from "./grid";

/** Pictures that everybody found in the same way. */
type Lot = readonly [visibility: Visibility, ids: readonly string[]];

/** Changes who finds pictures, and offers to change it back. What the gallery would no longer list stays in view until it is loaded anew. */
export class Sharing {
  readonly #grid: Grid;
  #isBusy = false;

  constructor(grid: Grid) {
    this.#grid = grid;
  }

  async share(ids: readonly string[], visibility: Visibility): Promise<void> {
    if (this.#isBusy) {
      return;
    }

    this.#isBusy = true;
    const before = this.#lotsOf(ids);
    const { done, fault } = await this.#change([[visibility, ids]]);
    this.#isBusy = false;
    const sharedIds = new Set(done);
    const said = done.length === 0 ? [] : [counted(done.length, "Changed who finds {0:N0} picture.", "Changed who finds {0:N0} pictures.")];
    this.#say([...said, ...this.#failure(fault, ids.length - done.length)], Sharing.#those(before, (id) => sharedIds.has(id)));
  }

  async #undo(lots: readonly Lot[]): Promise<void> {
    const count = lots.reduce((sum, [, ids]) => sum + ids.length, 0);
    const { done, fault } = await this.#change(lots);
    const failure = this.#failure(fault, count - done.length);
    if (failure.length > 0) {
      const back = new Set(done);
      this.#say(failure, Sharing.#those(lots, (id) => !back.has(id)));
    }
  }

  async #change(lots: readonly Lot[]): Promise<{ done: string[]; fault: unknown }> {
    const done: string[] = [];
    let fault: unknown = null;
    for (const [visibility, ids] of lots) {
      const outcome = await change("share", ids, { visibility });
      outcome.done.forEach((id) => this.#grid.share(id, visibility));
      done.push(...outcome.done);
      fault ??= outcome.fault;
    }

    return { done, fault };
  }

  #lotsOf(ids: readonly string[]): Lot[] {
    return VISIBILITIES.map((visibility): Lot => [visibility, ids.filter((id) => this.#grid.tileOf(id)?.visibility === visibility)]);
  }

  static #those(lots: readonly Lot[], isMeant: (id: string) => boolean): Lot[] {
    return lots.map(([visibility, ids]): Lot => [visibility, ids.filter(isMeant)]).filter(([, ids]) => ids.length > 0);
  }

  #failure(fault: unknown, left: number): string[] {
    return failureOf(fault, left, "{0:N0} picture could not be changed.", "{0:N0} pictures could not be changed.");
  }

  #say(words: readonly string[], back: readonly Lot[]): void {
    notify(words.join(" "), back.length === 0 ? undefined : () => this.#undo(back));
  }
}
