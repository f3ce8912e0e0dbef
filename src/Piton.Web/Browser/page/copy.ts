import { notify } from "./notice";

const copy = async (field: HTMLInputElement): Promise<void> => {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch (refused) {
    // Without HTTPS there is no clipboard; the old way needs no leave.
    console.info(refused);
    document.execCommand("copy");
  }
};

/** Makes the buttons work that copy what stands in a field, and says that it was copied. */
export const prepareCopying = (root: ParentNode): void => {
  for (const button of root.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const field = button.parentElement!.querySelector<HTMLInputElement>("input")!;
      void copy(field).then(() => notify(button.dataset.copied!));
    });
  }
};
