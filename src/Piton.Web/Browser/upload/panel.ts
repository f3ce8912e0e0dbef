import { icon, make } from "../page/elements";
import { CROSS } from "../page/icons";
import { number } from "../page/numbers";
import { text } from "../page/texts";
import { Announcer } from "./announcer";
import { isPending, isProblem, type Entry } from "./entry";
import { Intake } from "./intake";
import { List } from "./list";
import { Queue } from "./queue";
import { batchesOf, type Source } from "./sources";
import { Store } from "./store";
import { Summary } from "./summary";
import { totalsOf, type Totals } from "./totals";

/** Between two looks at the queue: milliseconds. */
const INTERVAL = 100;

const CHEVRON = "m6.4 8.6 5.6 5.6 5.6-5.6L19 10l-7 7-7-7z";

const button = (label: string, onclick: () => void): HTMLButtonElement => make("button", { type: "button", onclick }, label);

/** The upload, at a corner of the page, beside whatever else somebody does there. */
class Panel {
  readonly #store = new Store();
  readonly #queue = new Queue(this.#store, () => this.#onChange());
  readonly #list = new List({
    rename: (entry, name) => void this.#queue.rename(entry, name),
    remove: (entry) => this.#removeRow(entry),
    retry: (entry) => this.#queue.retry([entry]),
  });
  readonly #summary = new Summary();
  readonly #announcer = new Announcer();
  readonly #intake = new Intake((files, areOfFolder) => void this.add(files, areOfFolder));
  readonly #note = make("p", { className: "upload-pause", hidden: true });
  readonly #retryAll = button("", () => this.#queue.retry(this.#entriesIn("failed")));
  readonly #chooseAgain = button("", () => this.#intake.choose());
  readonly #problems = button("", () => this.#toggleProblems());
  readonly #clear = button(text("Clear finished"), () => this.#queue.remove(this.#queue.entries.filter((entry) => !isPending(entry) && entry.state !== "failed" && entry.state !== "lost")));
  readonly #cancel = button(text("Cancel all"), () => this.#queue.remove(this.#queue.entries.filter(isPending)));
  readonly #fold = make("button", { type: "button", className: "quiet", onclick: () => this.#toggle() }, icon(CHEVRON));
  readonly #close = make("button", { type: "button", className: "quiet", ariaLabel: text("Close"), onclick: () => this.#onClose() }, icon(CROSS));
  readonly #body: HTMLElement;
  readonly #element: HTMLElement;
  #opener: HTMLElement | null = null;
  #timer = 0;
  #last = 0;

  constructor() {
    const title = make("h2", { id: "uploads" }, text("Uploads"));
    const actions = make("p", { className: "actions" }, this.#retryAll, this.#chooseAgain, this.#problems, this.#clear, this.#cancel);
    this.#problems.ariaPressed = "false";
    this.#body = make("div", { className: "upload-body" }, this.#intake.element, this.#note, this.#summary.pause, actions, this.#list.element);
    this.#element = make("section", { className: "uploads", hidden: true },
      make("header", {}, title, this.#summary.figures, this.#fold, this.#close), this.#summary.bar, this.#body, this.#announcer.element);
    this.#element.setAttribute("aria-labelledby", title.id);
    this.#element.addEventListener("keydown", (event) => this.#onKey(event));
    document.body.append(this.#element);
    window.addEventListener("beforeunload", (event) => this.#onLeave(event));
    this.#store.guard();
    void this.#store.takeOver((entries) => this.#onLeft(entries));
    this.#setFolded(false);
    this.#refresh();
  }

  /** Opens it for whoever wants to choose files. */
  open(): void {
    this.#opener = document.activeElement as HTMLElement | null;
    this.#element.hidden = false;
    this.#setFolded(false);
    this.#intake.focus();
  }

  /** @param areOfFolder Whether they are all that a chosen folder has. */
  async add(sources: readonly Source[], areOfFolder = false): Promise<void> {
    this.#element.hidden = false;
    this.#intake.settle();
    this.#list.follow();
    const { visibility } = this.#intake;
    let [taken, others] = [0, 0];
    for await (const batch of batchesOf(sources, areOfFolder)) {
      taken += batch.files.length;
      others += batch.others;
      this.#queue.add(batch.files, visibility);
    }

    this.#note.hidden = others === 0;
    this.#note.textContent = text("Left out, being no pictures: {0}.", number(others));
    this.#announcer.say([text("{0} added.", number(taken)), others === 0 ? "" : this.#note.textContent].join(" "));
  }

  /** Takes what somebody chose in the form, and what they said of it. */
  addNamed(files: readonly File[], visibility: string, names: readonly string[]): void {
    this.#element.hidden = false;
    this.#intake.settle();
    this.#queue.add(files, visibility, names);
  }

  // What is kept goes on with the next page.
  #onLeave(event: Event): void {
    if (this.#queue.entries.some((entry) => isPending(entry) && !this.#store.holds(entry))) {
      event.preventDefault();
    }
  }

  #onLeft(entries: readonly Entry[]): void {
    this.#element.hidden = false;
    this.#intake.settle();
    this.#queue.restore(entries);
  }

  #entriesIn(state: Entry["state"]): Entry[] {
    return this.#queue.entries.filter((entry) => entry.state === state);
  }

  #onChange(): void {
    this.#timer ||= setTimeout(() => this.#refresh(), Math.max(0, this.#last + INTERVAL - Date.now()));
  }

  #refresh(): void {
    this.#timer = 0;
    this.#last = Date.now();
    const totals = totalsOf(this.#queue.entries);
    this.#summary.show(totals, this.#queue.pause);
    this.#announcer.follow(totals, this.#summary.pause.hidden ? "" : this.#summary.pause.textContent);
    this.#showActions(totals);
    const onlyProblems = this.#problems.ariaPressed === "true";
    this.#list.show(onlyProblems ? this.#queue.entries.filter(isProblem) : this.#queue.entries);
  }

  #showActions({ of, files, pending, arrived }: Totals): void {
    const problems = of.lost + of.refused + of.failed;
    const show = (element: HTMLElement, isShown: boolean, label = element.textContent): void => {
      element.hidden = !isShown;
      element.textContent = label;
    };
    show(this.#retryAll, of.failed > 0, text("Retry all failed ({0})", number(of.failed)));
    show(this.#chooseAgain, of.lost > 0, text("Choose again ({0})", number(of.lost)));
    if (problems === 0 || problems === files) {
      this.#problems.ariaPressed = "false";
    }

    show(this.#problems, problems > 0 && problems < files, text("Problems ({0})", number(problems)));
    show(this.#clear, arrived + of.refused > 0);
    show(this.#cancel, pending > 1);
    this.#list.element.hidden = files === 0;
    this.#close.hidden = pending > 0;
  }

  #toggleProblems(): void {
    this.#problems.ariaPressed = String(this.#problems.ariaPressed !== "true");
    this.#refresh();
  }

  // The focus would be lost with the row.
  #removeRow(entry: Entry): void {
    this.#queue.remove([entry]);
    this.#fold.focus();
  }

  #toggle(): void {
    this.#setFolded(!this.#body.hidden);
  }

  #setFolded(isFolded: boolean): void {
    this.#body.hidden = isFolded;
    this.#element.classList.toggle("folded", isFolded);
    this.#fold.ariaExpanded = String(!isFolded);
    this.#fold.ariaLabel = isFolded ? text("Unfold the uploads") : text("Fold the uploads");
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === "Escape" && !this.#body.hidden) {
      event.stopPropagation();
      this.#putAway();
    }
  }

  #onClose(): void {
    this.#queue.remove(this.#queue.entries);
    this.#putAway();
  }

  /** Closes it where it is empty, else folds it, and gives the focus back. */
  #putAway(): void {
    this.#setFolded(true);
    this.#element.hidden = this.#queue.entries.length === 0;
    (this.#opener?.isConnected === true ? this.#opener : this.#fold).focus();
  }
}

export const panel = new Panel();
