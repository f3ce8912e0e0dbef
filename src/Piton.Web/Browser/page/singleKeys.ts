import { forget, isRemembered, remember } from "./memory";

const OFF = "piton-single-keys-off";

/** Whether a letter alone does something: who speaks to the machine may not want that (WCAG 2.2, 2.1.4). */
export const areSingleKeysOn = (): boolean => !isRemembered(OFF);

export const switchSingleKeys = (isOn: boolean): void => (isOn ? forget : remember)(OFF);
