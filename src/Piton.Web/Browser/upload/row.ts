import { icon, make } from "../page/elements";
import { CROSS } from "../page/icons";
import { bytes, percent } from "../page/numbers";
import { text } from "../page/texts";
import { isActive, type Entry } from "./entry";
import type { Image } from "./image";
import { nameOfFile } from "./names";
import { rules } from "./rules";

/** What a person can do to a file of the list. */
export interface RowActions {
  rename(entry: Entry, name: string): void;
  remove(entry: Entry): void;
  retry(entry: Entry): void;
}

const savedOf = ({ image }: Entry): string => {
  const { source, bytes: after } = image!;
  const change = text("{0} → {1}", bytes(source.bytes), bytes(after));
  return after < source.bytes ? `${change} · ${text("{0} saved", percent(1 - after / source.bytes))}` : change;
};

const detailOf = (entry: Entry): string => {
  switch (entry.state) {
    case "lost": return text("Choose this file again: it was too much to be kept.");
    case "waiting": return `${text("Waiting")} · ${bytes(entry.size)}`;
    case "sending": return text("{0} of {1}", bytes(entry.sent), bytes(entry.size));
    case "converting": return text("Converting…");
    case "done": return entry.reason || savedOf(entry);
    case "duplicate": return text("In the library already:");
    case "refused":
    case "failed": return entry.reason;
  }
};

/** A file in the list. */
export class Row {
  readonly element = make("li", { className: "upload-row" });

  readonly #entry: Entry;
  readonly #picture = make("a", { className: "thumb" });
  readonly #field: HTMLInputElement;
  readonly #title = make("b", { dir: "auto" });
  readonly #detail = make("span", {});
  readonly #link = make("a", { dir: "auto" });
  readonly #fill = make("span", {});
  readonly #bar = make("div", { className: "upload-bar", role: "progressbar" }, this.#fill);
  readonly #retry: HTMLButtonElement;
  readonly #remove: HTMLButtonElement;
  #shown = "";
  #image: Image | null = null;

  constructor(entry: Entry, actions: RowActions) {
    this.#entry = entry;
    const name = nameOfFile(entry.fileName);
    this.#field = make("input", { value: entry.name, placeholder: name, maxLength: rules.maxName, autocomplete: "off", dir: "auto", ariaLabel: text("Name of {0}", entry.fileName) });
    this.#field.addEventListener("input", () => { entry.name = this.#field.value; });
    this.#field.addEventListener("change", () => actions.rename(entry, this.#field.value));
    this.#title.textContent = entry.fileName;
    this.#bar.ariaLabel = entry.fileName;
    this.#bar.ariaValueMin = "0";
    this.#bar.ariaValueMax = "100";
    this.#retry = make("button", { type: "button", onclick: () => actions.retry(entry), ariaLabel: text("Retry {0}", entry.fileName) }, text("Retry"));
    this.#remove = make("button", { type: "button", className: "quiet", onclick: () => actions.remove(entry), ariaLabel: text("Remove {0}", entry.fileName) }, icon(CROSS));
    const what = make("div", { className: "what" }, this.#field, this.#title, make("small", {}, this.#detail, " ", this.#link), this.#bar);
    this.element.append(this.#picture, what, this.#retry, this.#remove);
    this.update();
  }

  /** Shows the file as it is now. */
  update(): void {
    const { state, sent, size, image } = this.#entry;
    const detail = detailOf(this.#entry);
    if (state !== this.#shown) {
      this.#shown = state;
      this.#onState();
    }

    if (image !== null && image !== this.#image) {
      this.#image = image;
      this.#onImage(image);
    }

    if (this.#detail.textContent !== detail) {
      this.#detail.textContent = detail;
    }

    if (state === "sending") {
      const done = size === 0 ? 1 : sent / size;
      this.#bar.ariaValueNow = String(Math.round(done * 100));
      this.#fill.style.transform = `scaleX(${done})`;
    }
  }

  #onState(): void {
    const { state } = this.#entry;
    const isNamed = state === "waiting" || state === "done" || state === "failed" || isActive(this.#entry);
    this.element.dataset.state = state;
    this.#field.hidden = !isNamed;
    this.#title.hidden = isNamed;
    this.#bar.hidden = !isActive(this.#entry);
    this.#retry.hidden = state !== "failed";
    this.#remove.hidden = state === "done" || state === "duplicate";
    this.#link.hidden = state !== "duplicate";
    if (state === "converting") {
      this.#bar.ariaValueNow = null;
      this.#bar.ariaValueText = text("Converting…");
      this.#fill.style.transform = "";
    }
  }

  #onImage({ name, urls, placeholder }: Image): void {
    this.#picture.href = urls.page;
    this.#picture.ariaLabel = name;
    this.#picture.style.setProperty("--c", placeholder.color);
    this.#picture.replaceChildren(make("img", { src: urls.w320 ?? urls.full, alt: "", width: 48, height: 48, decoding: "async" }));
    this.#link.href = urls.page;
    this.#link.textContent = name;
    if (document.activeElement !== this.#field) {
      this.#field.value = name;
    }
  }
}
