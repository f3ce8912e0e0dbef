import { make } from "../page/elements";
import { bytes, number } from "../page/numbers";
import { text } from "../page/texts";
import type { Totals } from "./totals";

/** Between two words on how far it is: milliseconds. */
const INTERVAL = 10_000;

/** Tells whoever does not see the panel how it goes: now and then, and at the end. */
export class Announcer {
  readonly element = make("p", { className: "unseen", role: "status" });

  #told = 0;
  #wasBusy = false;
  #pause = "";

  say(words: string): void {
    this.element.textContent = words;
    this.#told = Date.now();
  }

  /** @param pause Why nothing is sent for now, empty where it is. */
  follow(totals: Totals, pause: string): void {
    const isBusy = totals.pending > 0;
    if (pause !== this.#pause && pause !== "") {
      this.say(pause);
    } else if (isBusy && !this.#wasBusy) {
      this.#told = Date.now();
    } else if (isBusy && Date.now() - this.#told >= INTERVAL) {
      this.say(text("{0} of {1} uploaded.", number(totals.arrived), number(totals.files)));
    } else if (!isBusy && this.#wasBusy && totals.files > 0) {
      this.say(this.#lastWords(totals));
    }

    this.#pause = pause;
    this.#wasBusy = isBusy;
  }

  #lastWords({ arrived, files, saved }: Totals): string {
    const words = [text("{0} of {1} uploaded.", number(arrived), number(files))];
    if (saved > 0) {
      words.push(text("{0} saved.", bytes(saved)));
    }

    if (arrived < files) {
      words.push(text("{0} not uploaded.", number(files - arrived)));
    }

    return words.join(" ");
  }
}
