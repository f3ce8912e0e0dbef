import { make } from "../page/elements";
import { bytes, number, timeOfDay } from "../page/numbers";
import { text } from "../page/texts";
import type { Pause } from "./pause";
import type { Totals } from "./totals";

const pauseText = ({ why, reason, until }: Pause): string => {
  switch (why) {
    case "offline": return text("No network. The rest goes on once it is back.");
    case "dropped": return text("The server does not answer. Next try at {0}.", timeOfDay(until));
    case "busy": return text("{0} It goes on at {1}.", reason, timeOfDay(until));
  }
};

/** How far the whole queue is, in words and as a bar. */
export class Summary {
  readonly figures = make("p", { className: "upload-figures" });
  readonly pause = make("p", { className: "upload-pause", hidden: true });

  readonly #fill = make("span", {});
  readonly bar = make("div", { className: "upload-bar", role: "progressbar", ariaLabel: text("Uploads"), hidden: true }, this.#fill);

  constructor() {
    this.bar.ariaValueMin = "0";
    this.bar.ariaValueMax = "100";
  }

  show(totals: Totals, pause: Pause | null): void {
    const { files, of, arrived, pending, bytes: all, past, saved } = totals;
    const parts = [text("{0} of {1}", number(arrived), number(files))];
    parts.push(pending > 0 ? text("{0} of {1}", bytes(past), bytes(all)) : bytes(all));
    if (saved > 0) {
      parts.push(text("{0} saved", bytes(saved)));
    }

    if (of.refused > 0) {
      parts.push(text("{0} refused", number(of.refused)));
    }

    if (of.failed > 0) {
      parts.push(text("{0} failed", number(of.failed)));
    }

    this.figures.textContent = files === 0 ? "" : parts.map((part) => part.replaceAll(" ", "\u00a0")).join(" · ");
    const share = all === 0 ? 0 : past / all;
    this.bar.hidden = files === 0 || pending === 0;
    this.bar.ariaValueNow = String(Math.round(share * 100));
    this.#fill.style.transform = `scaleX(${share})`;
    this.pause.hidden = pause === null || pending === 0;
    this.pause.textContent = pause === null ? "" : pauseText(pause);
  }
}
