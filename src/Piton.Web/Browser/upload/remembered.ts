import { forget, isRemembered, remember } from "../page/memory";

const KEY = "piton-uploads";

/** Whether a queue was left: asked on every page, so without opening a database. */
export const hasUploads = (): boolean => isRemembered(KEY);

export const rememberUploads = (): void => remember(KEY);

export const forgetUploads = (): void => forget(KEY);
