import { make } from "../page/elements";
import { text } from "../page/texts";
import { rules } from "./rules";

/** The ways to choose files, and what may be chosen. */
export class Intake {
  readonly element: HTMLElement;

  readonly #chooser = make("input", { type: "file", multiple: true, accept: rules.accept, hidden: true });
  readonly #choose = make("button", { type: "button", className: "primary", onclick: () => this.choose() }, text("Choose pictures"));
  readonly #visibility = make("select", {}, ...rules.visibilities.map(({ name, label }) => make("option", { value: name }, label)));
  readonly #limits: HTMLDetailsElement;

  /** @param onFiles Hears of the files, and whether they are all that a folder has. */
  constructor(onFiles: (files: File[], areOfFolder: boolean) => void) {
    const folder = make("input", { type: "file", webkitdirectory: true, hidden: true });
    const camera = make("input", { type: "file", accept: "image/*", hidden: true });
    camera.setAttribute("capture", "environment");
    for (const input of [this.#chooser, folder, camera]) {
      input.addEventListener("change", () => {
        onFiles([...input.files!], input === folder);
        input.value = "";
      });
    }

    const hasCamera = matchMedia("(pointer: coarse)").matches;
    const other = hasCamera
      ? make("button", { type: "button", onclick: () => camera.click() }, text("Take a photo"))
      : make("button", { type: "button", onclick: () => folder.click() }, text("Choose a folder"));
    this.#limits = make("details", { className: "upload-limits", open: true },
      make("summary", {}, text("What is accepted")), make("p", { className: "help" }, rules.help),
      make("p", { className: "help", hidden: hasCamera }, text("Pictures and folders may also be dropped on the page, pictures also pasted.")));
    this.element = make("div", { className: "upload-intake" }, this.#chooser, folder, camera,
      make("p", { className: "actions" }, this.#choose, other),
      make("label", { className: "upload-visibility" }, text("Who finds it"), this.#visibility), this.#limits);
  }

  /** Who finds what is chosen from now on. */
  get visibility(): string {
    return this.#visibility.value;
  }

  choose(): void {
    this.#chooser.click();
  }

  focus(): void {
    this.#choose.focus();
  }

  /** Folds away what was needed before something was chosen. */
  settle(): void {
    this.#limits.open = false;
  }
}
