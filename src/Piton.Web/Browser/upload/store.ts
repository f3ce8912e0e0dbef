import type { Entry } from "./entry";
import { forgetUploads, rememberUploads } from "./remembered";

const DATABASE = "piton-uploads";
const ENTRIES = "entries";
const FILES = "files";

/** Of all files that are kept, together: bytes. Of those beyond only the names are. */
const MOST_BYTES = 500_000_000;

/** Entries that are written together. */
const AT_ONCE = 50;

/** An entry on disk. Its file is kept beside it, so that a change of the one does not write the other anew. */
interface Kept {
  readonly id: string;
  readonly owner: string;
  readonly order: number;
  readonly fileName: string;
  readonly size: number;
  readonly lastModified: number;
  readonly name: string;
  /** None where it was kept before it could be chosen. */
  readonly visibility?: string;
  readonly isUnanswered: boolean;
  readonly hasFile: boolean;
}

interface Part {
  readonly kept: Kept;
  readonly file: File | null;
}

const resultOf = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

const endOf = (transaction: IDBTransaction): Promise<void> => new Promise((resolve, reject) => {
  transaction.oncomplete = () => resolve();
  transaction.onerror = transaction.onabort = () => reject(transaction.error);
});

// Where it is forbidden, already asking for it throws.
const open = async (): Promise<IDBDatabase> => {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(ENTRIES, { keyPath: "id" });
    request.result.createObjectStore(FILES);
  };
  return await resultOf(request);
};

const restored = (kept: Kept): Entry => ({
  id: kept.id,
  fileName: kept.fileName,
  size: kept.size,
  lastModified: kept.lastModified,
  state: kept.hasFile ? "waiting" : "lost",
  name: kept.name,
  visibility: kept.visibility ?? "public",
  file: null,
  sent: 0,
  isUnanswered: kept.isUnanswered,
  drops: 0,
  reason: "",
  image: null,
});

/**
 * Keeps the queue of this page in the browser's database, so that the next page has it. Every entry belongs to a page; when that is gone,
 * one that is open takes over what it left. A browser that lets nothing be kept does without.
 */
export class Store {
  readonly #database: Promise<IDBDatabase | null> = open().catch(() => null);
  readonly #owner = crypto.getRandomValues(new Uint32Array(2)).join("-");
  readonly #kept = new Map<string, Kept>();
  #order = Date.now();
  #bytes = 0;
  #isOpen = false;

  constructor() {
    void this.#database.then((database) => { this.#isOpen = database !== null; });
  }

  /** Keeps new entries, with their files as long as there is room. */
  async add(entries: readonly Entry[]): Promise<void> {
    for (const entry of entries) {
      const hasFile = entry.file !== null && this.#bytes + entry.size <= MOST_BYTES;
      this.#bytes += hasFile ? entry.size : 0;
      this.#kept.set(entry.id, this.#keptOf(entry, this.#order++, hasFile));
    }

    const database = await this.#database;
    if (database === null) {
      return;
    }

    rememberUploads();
    for (let start = 0; start < entries.length; start += AT_ONCE) {
      // What has arrived meanwhile is needed no more.
      const part = entries.slice(start, start + AT_ONCE).filter((entry) => this.#kept.has(entry.id));
      await this.#write(database, part.map((entry) => ({ kept: this.#kept.get(entry.id)!, file: entry.file })));
    }
  }

  /** Keeps what has changed of an entry, but not its file. */
  async update(entry: Entry): Promise<void> {
    const old = this.#kept.get(entry.id);
    const database = await this.#database;
    if (old !== undefined && database !== null) {
      const kept = this.#keptOf(entry, old.order, old.hasFile);
      this.#kept.set(entry.id, kept);
      await this.#write(database, [{ kept, file: null }]);
    }
  }

  async remove(entries: readonly Entry[]): Promise<void> {
    for (const { id } of entries) {
      const kept = this.#kept.get(id);
      this.#bytes -= kept?.hasFile === true ? kept.size : 0;
      this.#kept.delete(id);
    }

    const database = await this.#database;
    if (database === null) {
      return;
    }

    const transaction = database.transaction([ENTRIES, FILES], "readwrite");
    for (const { id } of entries) {
      transaction.objectStore(ENTRIES).delete(id);
      transaction.objectStore(FILES).delete(id);
    }

    const left = resultOf(transaction.objectStore(ENTRIES).count());
    await endOf(transaction);
    if (await left === 0) {
      forgetUploads();
    }
  }

  /** Whether the next page will have the file of an entry. */
  holds({ id }: Entry): boolean {
    return this.#isOpen && this.#kept.get(id)?.hasFile === true;
  }

  /** @returns Null where it is not kept. */
  async fileOf(id: string): Promise<File | null> {
    const database = await this.#database;
    return database === null ? null : await resultOf<File | undefined>(database.transaction(FILES).objectStore(FILES).get(id)) ?? null;
  }

  /** Calls back with what another page left behind, now or when that page closes. */
  async takeOver(onEntries: (entries: Entry[]) => void): Promise<void> {
    const database = await this.#database;
    if (database === null) {
      return;
    }

    const all = await resultOf<Kept[]>(database.transaction(ENTRIES).objectStore(ENTRIES).getAll());
    if (all.length === 0) {
      forgetUploads();
    }

    for (const owner of new Set(all.map((kept) => kept.owner))) {
      void this.#onceGone(owner, async () => {
        const entries = await this.#take(database, owner);
        if (entries.length > 0) {
          onEntries(entries);
        }
      });
    }
  }

  /** Lets other pages know, as long as this one is there, that it is. */
  guard(): void {
    void navigator.locks?.request(this.#lockOf(this.#owner), () => new Promise<never>(() => { }));
  }

  // Locks are for pages sent by HTTPS alone. Without them the first page that comes takes all.
  async #onceGone(owner: string, act: () => Promise<void>): Promise<void> {
    if (owner !== this.#owner) {
      await (navigator.locks === undefined ? act() : navigator.locks.request(this.#lockOf(owner), act));
    }
  }

  async #take(database: IDBDatabase, owner: string): Promise<Entry[]> {
    const transaction = database.transaction(ENTRIES, "readwrite");
    const store = transaction.objectStore(ENTRIES);
    const left = (await resultOf<Kept[]>(store.getAll())).filter((kept) => kept.owner === owner).sort((a, b) => a.order - b.order);
    for (const old of left) {
      const kept = { ...old, owner: this.#owner };
      this.#kept.set(kept.id, kept);
      this.#bytes += kept.hasFile ? kept.size : 0;
      store.put(kept);
    }

    await endOf(transaction);
    return left.map(restored);
  }

  async #write(database: IDBDatabase, parts: readonly Part[]): Promise<void> {
    try {
      const transaction = database.transaction([ENTRIES, FILES], "readwrite");
      for (const { kept, file } of parts) {
        transaction.objectStore(ENTRIES).put(kept);
        if (kept.hasFile && file !== null) {
          transaction.objectStore(FILES).put(file, kept.id);
        }
      }

      await endOf(transaction);
    } catch (fault) {
      await this.#writeLess(database, parts, fault);
    }
  }

  // The disk is full, or a file gone: the others are kept, and of that one its name.
  async #writeLess(database: IDBDatabase, parts: readonly Part[], fault: unknown): Promise<void> {
    const [part] = parts;
    if (parts.length > 1) {
      for (const each of parts) {
        await this.#write(database, [each]);
      }
    } else if (part?.kept.hasFile === true && this.#kept.has(part.kept.id)) {
      const kept = { ...part.kept, hasFile: false };
      this.#bytes -= kept.size;
      this.#kept.set(kept.id, kept);
      await this.#write(database, [{ kept, file: null }]);
    } else if (part !== undefined) {
      console.warn("An upload could not be kept for later.", fault);
    }
  }

  #keptOf(entry: Entry, order: number, hasFile: boolean): Kept {
    const { id, fileName, size, lastModified, name, visibility, isUnanswered } = entry;
    return { id, owner: this.#owner, order, fileName, size, lastModified, name, visibility, isUnanswered, hasFile };
  }

  #lockOf(owner: string): string {
    return `${DATABASE}-${owner}`;
  }
}
