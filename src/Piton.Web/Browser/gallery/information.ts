import { prepareCopying } from "../page/copy";
import { localiseDates } from "../page/dates";
import { selectOnFocus } from "../page/fields";
import { text } from "../page/texts";
import type { Tile } from "./tile";

const AS_PART = { "HX-Request": "true", "HX-Request-Type": "partial" };

/** The facts of the picture in the lightbox, beside it, and the forms that change them. */
export class Information {
  readonly #panel = document.createElement("aside");
  readonly #remove: () => void;
  readonly #rename: (id: string, name: string, alt: string) => void;
  #shown = "";

  /**
   * @param remove Called where the form is sent that moves the picture to the trash.
   * @param rename Called with what a picture is called and what it shows, once a form that changes it was sent.
   */
  constructor(remove: () => void, rename: (id: string, name: string, alt: string) => void) {
    this.#remove = remove;
    this.#rename = rename;
    this.#panel.className = "information label";
    this.#panel.ariaLabel = text("Information");
    this.#panel.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#send(event.target as HTMLFormElement);
    });
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
    if (this.isOpen && this.#shown !== tile.id) {
      this.#shown = tile.id;
      await this.#fill(tile.id, fetch(tile.page, { headers: AS_PART }));
    }
  }

  // The answer to a form is the facts as they are then, or the form with what is wrong about it.
  async #send(form: HTMLFormElement): Promise<void> {
    const action = form.getAttribute("action")!;
    if (action.endsWith("/delete")) {
      this.#remove();
    } else {
      const id = this.#shown;
      await this.#fill(id, fetch(action, { method: "POST", body: new URLSearchParams([...new FormData(form)] as [string, string][]), headers: AS_PART }));
      const heading = this.#panel.querySelector("h2");
      if (this.#shown === id && heading !== null) {
        this.#rename(id, heading.textContent, heading.dataset.alt!);
      }
    }
  }

  async #fill(id: string, asked: Promise<Response>): Promise<void> {
    this.#panel.ariaBusy = "true";
    let facts: Node[];
    try {
      const page = new DOMParser().parseFromString(await (await asked).text(), "text/html");
      facts = [...document.importNode(page.body, true).childNodes];
    } catch (fault) {
      console.warn(fault);
      facts = [document.createTextNode(text("The information did not come."))];
    }

    if (this.#shown === id) {
      this.#panel.replaceChildren(...facts);
      localiseDates(this.#panel);
      selectOnFocus(this.#panel);
      prepareCopying(this.#panel);
      this.#panel.ariaBusy = "false";
    }
  }
}
