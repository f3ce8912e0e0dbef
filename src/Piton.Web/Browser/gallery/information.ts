import { localiseDates } from "../page/dates";
import { selectOnFocus } from "../page/fields";
import { text } from "../page/texts";
import type { Tile } from "./tile";

/** The facts of the picture in the lightbox, beside it. */
export class Information {
  readonly #panel = document.createElement("aside");
  #shown = "";

  constructor() {
    this.#panel.className = "information";
    this.#panel.ariaLabel = text("Information");
  }

  get isOpen(): boolean {
    return this.#panel.isConnected;
  }

  toggle(tile: Tile, place: HTMLElement): void {
    if (this.isOpen) {
      this.close();
    } else {
      place.append(this.#panel);
      void this.show(tile);
    }
  }

  close(): void {
    this.#panel.remove();
    this.#shown = "";
  }

  /** Shows the facts of another picture, where any are shown. */
  async show(tile: Tile): Promise<void> {
    if (!this.isOpen || this.#shown === tile.id) {
      return;
    }

    this.#shown = tile.id;
    this.#panel.ariaBusy = "true";
    const facts = await Information.#factsOf(tile);
    if (this.#shown === tile.id) {
      this.#panel.replaceChildren(facts);
      this.#panel.ariaBusy = "false";
    }
  }

  static async #factsOf(tile: Tile): Promise<Node> {
    try {
      const answer = await fetch(tile.page);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const facts = document.importNode(page.querySelector(".label")!, true);
      localiseDates(facts);
      selectOnFocus(facts);
      return facts;
    } catch (fault) {
      console.warn(fault);
      return document.createTextNode(text("The information did not come."));
    }
  }
}
