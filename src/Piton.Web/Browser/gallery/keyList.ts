import { areSingleKeysOn, switchSingleKeys } from "../page/singleKeys";

const dialog = (): HTMLDialogElement => document.querySelector<HTMLDialogElement>("#keys")!;

/** Shows which keys there are. */
export const showKeys = (): void => dialog().showModal();

/** Makes the list of the keys open by its button, and remember whether single letters are among them. */
export const prepareKeyList = (): void => {
  const opener = document.querySelector<HTMLButtonElement>("button[data-keys]")!;
  opener.hidden = false;
  opener.addEventListener("click", showKeys);
  const box = dialog().querySelector<HTMLInputElement>("input[type=checkbox]")!;
  box.checked = areSingleKeysOn();
  box.addEventListener("change", () => switchSingleKeys(box.checked));
};
