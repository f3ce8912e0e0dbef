import { Refusal, send } from "../page/api";
import { counted, text } from "../page/texts";

/** The most pictures that the server takes at once. */
export const MOST_AT_ONCE = 1000;

/** What became of a picture; there are more words, all of which say that nothing did. */
interface Changed {
  readonly id: string;
  readonly outcome: "done" | "missing" | string;
}

/** What became of several, as far as it went. */
interface Outcome {
  readonly done: string[];
  /** Those that somebody else has removed for good. */
  readonly missing: string[];
  /** Why it went no further. */
  readonly fault: unknown;
}

/**
 * Does something to pictures, as many at once as the server takes.
 * @param more What the server has to know of it besides.
 */
export const change = async (action: "delete" | "restore" | "share", ids: readonly string[], more: object = {}): Promise<Outcome> => {
  const done: string[] = [];
  const missing: string[] = [];
  try {
    for (let start = 0; start < ids.length; start += MOST_AT_ONCE) {
      const { items } = await send<{ items: Changed[] }>("POST", `/api/v1/images/${action}`, { ids: ids.slice(start, start + MOST_AT_ONCE), ...more });
      done.push(...items.filter(({ outcome }) => outcome === "done").map(({ id }) => id));
      missing.push(...items.filter(({ outcome }) => outcome === "missing").map(({ id }) => id));
    }

    return { done, missing, fault: null };
  } catch (fault) {
    console.warn(fault);
    return { done, missing, fault };
  }
};

/**
 * What went wrong, for people; nothing where nothing did.
 * @param fault Why it went no further; null where it went to the end.
 * @param left How many were not changed.
 */
export const failureOf = (fault: unknown, left: number, one: string, several: string): string[] => {
  if (left === 0) {
    return [];
  }

  const reason = fault === null ? [] : [fault instanceof Refusal ? fault.message : text("That did not work. Piton may be down or out of reach.")];
  return [counted(left, one, several), ...reason];
};
