// A browser that lets nothing be kept throws here.
const withMemory = <T>(act: (memory: Storage) => T, otherwise: T): T => {
  try {
    return act(localStorage);
  } catch {
    return otherwise;
  }
};

/** Whether something was remembered for all pages to come. */
export const isRemembered = (key: string): boolean => withMemory((memory) => memory.getItem(key) !== null, false);

export const remember = (key: string): void => withMemory((memory) => memory.setItem(key, "1"), undefined);

export const forget = (key: string): void => withMemory((memory) => memory.removeItem(key), undefined);
