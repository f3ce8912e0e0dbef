import { isField } from "./fields";
import { areSingleKeysOn } from "./singleKeys";

/** What each key does. */
export type Acts = Readonly<Record<string, (() => unknown) | undefined>>;

export const hasModifier = (event: KeyboardEvent): boolean => event.altKey || event.ctrlKey || event.metaKey;

/**
 * Does what a key is there for, once however long it is held; nothing where somebody writes, or wants no letter to do anything.
 * @returns Whether the key is there for something.
 */
export const actByKey = (event: KeyboardEvent, acts: Acts): boolean => {
  const act = acts[event.key];
  if (act === undefined || hasModifier(event) || isField(event.target) || (event.key.length === 1 && event.key !== " " && !areSingleKeysOn())) {
    return false;
  }

  event.preventDefault();
  if (!event.repeat) {
    act();
  }

  return true;
};
