import { prepareCopying } from "../page/copy";
import { localiseDates } from "../page/dates";
import { selectOnFocus } from "../page/fields";
import { fetchPart, type Part } from "../page/parts";
import { text } from "../page/texts";
import type { Visibility } from "./badge";
import type { Tile } from "./tile";

/** The facts of the picture in the lightbox, beside it, and the forms that change them. */
export class Information {
  readonly #panel = document.createElement("aside");
  readonly #remove: () => void;
  readonly #change: (id: string, name: string, alt: string, visibility: Visibility) => void;
  #shown = "";

  /**
   * @param remove Called where the form is sent that moves the picture to the trash.
   * @param change Called with what a picture is called, what it shows and who finds it, once a form that changes it was sent.
   * @param leave Called by whoever wants to go back to the gallery.
   */
  constructor(remove: () => void, change: (id: string, name: string, alt: string, visibility: Visibility) => void, leave: () => void) {
    this.#remove = remove;
    this.#change = change;
    this.#panel.className = "information label";
    this.#panel.ariaLabel = text("Information");
    this.#panel.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#send(event.target as HTMLFormElement);
    });
    this.#panel.addEventListener("click", (event) => {
      if ((event.target as Element).closest("a.back") !== null) {
        event.preventDefault();
        leave();
      }
    });
  }

  get isOpen(): boolean {
    return this.#panel.isConnected;
  }

  toggle(tile: Tile, place: HTMLElement): void {
    if (this.isOpen) {
      this.#panel.remove();
      this.#shown = "";
    } else {
      place.append(this.#panel);
      void this.show(tile);
    }
  }

  /** Shows the facts of another picture, where any are shown. */
  async show(tile: Tile): Promise<void> {
    if (this.isOpen && this.#shown !== tile.id) {
      this.#shown = tile.id;
      await this.#fill(tile.id, fetchPart(tile.page));
    }
  }

  // The answer to a form is the facts as they are then, or the form with what is wrong about it.
  async #send(form: HTMLFormElement): Promise<void> {
    const action = form.getAttribute("action")!;
    if (action.endsWith("/delete")) {
      this.#remove();
    } else {
      const id = this.#shown;
      const body = new URLSearchParams([...new FormData(form)] as [string, string][]);
      await this.#fill(id, fetchPart(action, { method: "POST", body }));
      const heading = this.#panel.querySelector("h2");
      if (this.#shown === id && heading !== null) {
        this.#change(id, heading.textContent, heading.dataset.alt!, heading.dataset.visibility as Visibility);
      }
    }
  }

  async #fill(id: string, asked: Promise<Part>): Promise<void> {
    this.#panel.ariaBusy = "true";
    const facts = await asked.then(Information.#factsOf, (fault: unknown) => {
      console.warn(fault);
      return Information.#words(text("The information did not come."));
    });
    if (this.#shown === id) {
      this.#panel.replaceChildren(...facts);
      localiseDates(this.#panel);
      selectOnFocus(this.#panel);
      prepareCopying(this.#panel);
      this.#panel.ariaBusy = "false";
    }
  }

  static #factsOf({ status, page }: Part): Node[] {
    // A form that was refused comes with the facts.
    if (page.querySelector(".facts") === null) {
      return Information.#words(status === 404 || status === 410 ? text("This picture is not there any more.") : text("The information did not come."));
    }

    return [...document.importNode(page.body, true).childNodes];
  }

  static #words(words: string): Node[] {
    const paragraph = document.createElement("p");
    paragraph.role = "alert";
    paragraph.textContent = words;
    return [paragraph];
  }
}
