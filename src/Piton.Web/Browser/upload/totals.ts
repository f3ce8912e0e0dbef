import { isPending, type Entry, type State } from "./entry";

/** What has become of the whole queue. */
export interface Totals {
  readonly files: number;
  readonly of: Readonly<Record<State, number>>;
  /** Files whose picture is in the library. */
  readonly arrived: number;
  readonly pending: number;
  readonly bytes: number;
  /** Bytes that need not be sent any more. */
  readonly past: number;
  /** Bytes by which pictures became smaller. */
  readonly saved: number;
}

export const totalsOf = (entries: readonly Entry[]): Totals => {
  const of: Record<State, number> = { lost: 0, waiting: 0, sending: 0, converting: 0, done: 0, duplicate: 0, refused: 0, failed: 0 };
  let [pending, bytes, past, saved] = [0, 0, 0, 0];
  for (const entry of entries) {
    const { state, size, sent, image } = entry;
    of[state]++;
    pending += isPending(entry) ? 1 : 0;
    bytes += size;
    past += state === "done" || state === "duplicate" || state === "refused" ? size : sent;
    saved += state === "done" && image !== null ? Math.max(0, image.source.bytes - image.bytes) : 0;
  }

  return { files: entries.length, of, arrived: of.done + of.duplicate, pending, bytes, past, saved };
};
