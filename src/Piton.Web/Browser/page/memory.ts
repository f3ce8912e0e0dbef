type Kind = "localStorage" | "sessionStorage";

// A browser that lets nothing be kept throws here.
const withMemory = <T>(kind: Kind, act: (memory: Storage) => T, otherwise: T): T => {
  try {
    return act(window[kind]);
  } catch {
    return otherwise;
  }
};

/** Whether something was remembered for all pages to come. */
export const isRemembered = (key: string): boolean => withMemory("localStorage", (memory) => memory.getItem(key) !== null, false);

export const remember = (key: string): void => withMemory("localStorage", (memory) => memory.setItem(key, "1"), undefined);

export const forget = (key: string): void => withMemory("localStorage", (memory) => memory.removeItem(key), undefined);

/** What was kept for the pages that this tab has yet to show; null where nothing was. */
export const kept = (key: string): string | null => withMemory("sessionStorage", (memory) => memory.getItem(key), null);

export const keep = (key: string, value: string): void => withMemory("sessionStorage", (memory) => memory.setItem(key, value), undefined);
