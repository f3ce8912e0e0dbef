const KEY = "piton-uploads";

// A browser that lets nothing be kept throws here.
const withMemory = <T>(act: (memory: Storage) => T, otherwise: T): T => {
  try {
    return act(localStorage);
  } catch {
    return otherwise;
  }
};

/** Whether a queue was left: asked on every page, so without opening a database. */
export const hasUploads = (): boolean => withMemory((memory) => memory.getItem(KEY) !== null, false);

export const rememberUploads = (): void => withMemory((memory) => memory.setItem(KEY, "1"), undefined);

export const forgetUploads = (): void => withMemory((memory) => memory.removeItem(KEY), undefined);
