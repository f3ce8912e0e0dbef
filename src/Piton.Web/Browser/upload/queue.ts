import { send } from "../page/api";
import { text } from "../page/texts";
import { entryOf, type Entry } from "./entry";
import type { Image } from "./image";
import type { Pause } from "./pause";
import { rules } from "./rules";
import type { Store } from "./store";
import { Transfer, type Answer } from "./transfer";
import { verdictOf } from "./verdict";

const AT_ONCE = 4;

/** After how many broken connections in a row a file has failed, where the server answers for others. */
const MOST_DROPS = 5;

/** Seconds after which a try is worth it although the browser sees no network: it may be wrong. */
const OFFLINE = 60;

/** Seconds after the n-th broken connection. */
const patience = (drops: number): number => Math.min(60, 2 ** drops);

/** One try of a file. */
interface Attempt {
  /** The name that went with it. */
  readonly name: string;
  /** Whether an earlier try, whose answer was lost, may have brought it there: it is no duplicate then. */
  readonly mayBeThere: boolean;
}

const likenessOf = (file: File): string => `${file.size}/${file.lastModified}/${file.name}`;

const likenessOfEntry = (entry: Entry): string => `${entry.size}/${entry.lastModified}/${entry.fileName}`;

const isReadable = (file: Blob): Promise<boolean> => file.slice(0, 1).arrayBuffer().then(() => true, () => false);

/** The files on their way to the server, four at a time, in the order in which they were chosen. */
export class Queue {
  readonly #store: Store;
  readonly #onChange: () => void;
  readonly #transfer = new Transfer();
  readonly #running = new Map<Entry, () => void>();
  readonly #lost = new Map<string, Entry>();
  #entries: Entry[] = [];
  #waiting: Entry[] = [];
  #pause: Pause | null = null;
  #timer = 0;

  /** How often in a row no answer came at all: until one does, one file alone is sent to see whether the server is back. */
  #drops = 0;

  constructor(store: Store, onChange: () => void) {
    this.#store = store;
    this.#onChange = onChange;
    window.addEventListener("online", () => this.#resume());
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  get pause(): Pause | null {
    return this.#pause;
  }

  /**
   * Takes in new files, and those that were lost and are chosen again.
   * @param visibility Who finds the new ones; those chosen again keep what was chosen for them.
   * @param names What they are called, in their order, as far as they were given names.
   */
  add(files: readonly File[], visibility: string, names: readonly string[] = []): void {
    const found = files.map((file, index) => ({ file, name: names[index] ?? "", lost: this.#lost.get(likenessOf(file)) }));
    for (const { file, lost } of found) {
      if (lost !== undefined) {
        this.#lost.delete(likenessOf(file));
        Object.assign(lost, { file, state: "waiting" });
      }
    }

    const fresh = found.filter(({ lost }) => lost === undefined).map(({ file, name }) => entryOf(file, visibility, name));
    const ready = [...found.flatMap(({ lost }) => lost ?? []), ...fresh];
    this.#entries = [...this.#entries, ...fresh];
    this.#waiting.push(...ready);
    void this.#store.add(ready);
    this.#goOn();
  }

  /** Takes in what another page left. */
  restore(entries: readonly Entry[]): void {
    this.#entries = [...this.#entries, ...entries];
    for (const entry of entries) {
      if (entry.state === "lost") {
        this.#lost.set(likenessOfEntry(entry), entry);
      } else {
        this.#waiting.push(entry);
      }
    }

    this.#goOn();
  }

  /** Gives a file a name; that of a picture which has arrived already is changed. */
  async rename(entry: Entry, name: string): Promise<void> {
    entry.name = name;
    if (entry.state === "done") {
      await this.#syncName(entry);
      this.#onChange();
    } else {
      await this.#store.update(entry);
    }
  }

  remove(entries: readonly Entry[]): void {
    const gone = new Set(entries);
    for (const entry of gone) {
      this.#running.get(entry)?.();
      this.#running.delete(entry);
      this.#lost.delete(likenessOfEntry(entry));
    }

    this.#entries = this.#entries.filter((entry) => !gone.has(entry));
    this.#waiting = this.#waiting.filter((entry) => !gone.has(entry));
    void this.#store.remove(entries);
    this.#goOn();
  }

  retry(entries: readonly Entry[]): void {
    for (const entry of entries) {
      Object.assign(entry, { state: "waiting", drops: 0, reason: "" });
    }

    this.#waiting.push(...entries);
    this.#goOn();
  }

  #goOn(): void {
    const most = this.#drops > 0 ? 1 : AT_ONCE;
    while (this.#pause === null && this.#running.size < most && this.#waiting.length > 0) {
      void this.#send(this.#waiting.shift()!);
    }

    this.#onChange();
  }

  async #send(entry: Entry): Promise<void> {
    Object.assign(entry, { state: "sending", sent: 0 });
    this.#running.set(entry, () => { });
    let file: File | null;
    try {
      file = entry.file ?? await this.#store.fileOf(entry.id);
    } catch (fault) {
      console.warn(fault);
      this.#fail(entry, text("The file can no longer be read. Choose it again."));
      return;
    }

    if (!this.#running.has(entry)) {
      return;
    }

    if (file === null) {
      this.#lost.set(likenessOfEntry(entry), entry);
      this.#leave(entry, "lost");
      return;
    }

    entry.file = file;
    const attempt = { name: entry.name, mayBeThere: entry.isUnanswered };
    // Of a file that is too large the server needs no more than one byte too many to say so.
    const data = file.size > rules.maxBytes ? file.slice(0, rules.maxBytes + 1, file.type) : file;
    this.#running.set(entry, this.#transfer.send(entry, data, attempt.name, {
      onSent: (bytes) => this.#onSent(entry, bytes),
      onWhollySent: () => this.#onWhollySent(entry),
      onAnswer: (answer) => void this.#onAnswer(entry, answer, attempt),
    }));
  }

  #onSent(entry: Entry, bytes: number): void {
    entry.sent = Math.min(bytes, entry.size);
    this.#onChange();
  }

  #onWhollySent(entry: Entry): void {
    Object.assign(entry, { state: "converting", sent: entry.size, isUnanswered: true });
    void this.#store.update(entry);
    this.#onChange();
  }

  async #onAnswer(entry: Entry, answer: Answer, attempt: Attempt): Promise<void> {
    const verdict = verdictOf(answer, entry.size);
    if (verdict.kind !== "dropped") {
      this.#drops = 0;
    }

    switch (verdict.kind) {
      case "done":
      case "duplicate":
        await this.#onArrived(entry, verdict.image, verdict.kind, attempt);
        break;
      case "refused":
      case "failed":
        Object.assign(entry, { reason: verdict.reason, isUnanswered: false, sent: 0 });
        this.#leave(entry, verdict.kind);
        break;
      case "busy":
        entry.isUnanswered = false;
        this.#stopFor("busy", verdict.seconds, verdict.reason);
        this.#putBack(entry);
        break;
      case "dropped":
        await this.#onDropped(entry);
        break;
    }
  }

  async #onArrived(entry: Entry, image: Image, kind: "done" | "duplicate", attempt: Attempt): Promise<void> {
    const state = attempt.mayBeThere ? "done" : kind;
    entry.image = image;
    if (state === "done" && entry.name !== attempt.name) {
      await this.#syncName(entry);
    }

    this.#leave(entry, state);
    if (state === "done") {
      document.dispatchEvent(new CustomEvent("piton:uploaded", { detail: entry.image }));
    }
  }

  async #onDropped(entry: Entry): Promise<void> {
    if (!navigator.onLine) {
      this.#stopFor("offline", OFFLINE);
      this.#putBack(entry);
    } else if (!await isReadable(entry.file!)) {
      this.#fail(entry, text("The file can no longer be read. Choose it again."));
    } else if (++entry.drops >= MOST_DROPS && this.#drops === 0) {
      this.#fail(entry, text("The connection broke off again and again."));
    } else {
      this.#drops += this.#pause === null ? 1 : 0;
      this.#stopFor("dropped", patience(this.#drops));
      this.#putBack(entry, true);
    }
  }

  #fail(entry: Entry, reason: string): void {
    entry.reason = reason;
    this.#leave(entry, "failed");
  }

  /** Ends what was under way; a file that is neither to be sent again nor chosen again is let go of. */
  #leave(entry: Entry, state: "done" | "duplicate" | "refused" | "failed" | "lost"): void {
    this.#running.delete(entry);
    entry.state = state;
    if (state !== "failed") {
      entry.file = null;
    }

    if (state === "done" || state === "duplicate" || state === "refused") {
      void this.#store.remove([entry]);
    }

    this.#goOn();
  }

  /** @param isLast Whether others are tried before: what broke off may be its own fault. */
  #putBack(entry: Entry, isLast = false): void {
    if (this.#running.delete(entry)) {
      Object.assign(entry, { state: "waiting", sent: 0 });
      this.#waiting.splice(isLast ? this.#waiting.length : 0, 0, entry);
    }

    this.#goOn();
  }

  #stopFor(why: Pause["why"], seconds: number, reason = ""): void {
    const until = Date.now() + seconds * 1000;
    if (this.#pause === null || this.#pause.until < until) {
      this.#pause = { why, reason, until };
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#resume(), seconds * 1000);
    }
  }

  #resume(): void {
    clearTimeout(this.#timer);
    this.#pause = null;
    this.#goOn();
  }

  async #syncName(entry: Entry): Promise<void> {
    const name = entry.name.trim();
    if (name === "" || name === entry.image!.name) {
      return;
    }

    try {
      const image = await send<Image>("PATCH", `/api/v1/images/${entry.image!.id}`, { name });
      Object.assign(entry, { image, reason: "" });
      document.dispatchEvent(new CustomEvent("piton:renamed", { detail: image }));
    } catch (fault) {
      console.warn(fault);
      entry.reason = text("The name could not be changed.");
    }
  }
}
