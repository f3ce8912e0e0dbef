import type { Image } from "./image";

/** `lost`: only its name came through a reload, so its file has to be chosen again. */
export type State = "lost" | "waiting" | "sending" | "converting" | "done" | "duplicate" | "refused" | "failed";

/** A file of the queue. */
export interface Entry {
  readonly id: string;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly lastModified: number;
  state: State;
  /** What its person calls it; empty where it is called like its file. */
  name: string;
  /** Who finds it, as the API names it. */
  readonly visibility: string;
  /** Null where it is in the store, lost, or no longer needed. */
  file: File | null;
  /** Bytes that have left. */
  sent: number;
  /** Whether it once went out whole and no answer came: the server may have it already. */
  isUnanswered: boolean;
  /** How often in a row the network failed it. */
  drops: number;
  /** Why it was refused or failed, or is lost. */
  reason: string;
  image: Image | null;
}

// `crypto.randomUUID` is for pages sent by HTTPS alone.
const newId = (): string => Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");

export const entryOf = (file: File, visibility: string, name: string): Entry => ({
  id: newId(),
  fileName: file.name,
  size: file.size,
  lastModified: file.lastModified,
  state: "waiting",
  name,
  visibility,
  file,
  sent: 0,
  isUnanswered: false,
  drops: 0,
  reason: "",
  image: null,
});

export const isActive = ({ state }: Entry): boolean => state === "sending" || state === "converting";

/** Whether there is something left to do without its person. */
export const isPending = (entry: Entry): boolean => entry.state === "waiting" || isActive(entry);

export const isProblem = ({ state }: Entry): boolean => state === "lost" || state === "refused" || state === "failed";
