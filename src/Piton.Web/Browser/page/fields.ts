/** What is there to be copied is chosen whole at once. */
export const selectOnFocus = (root: ParentNode): void => {
  for (const field of root.querySelectorAll<HTMLInputElement>("input[readonly]")) {
    field.addEventListener("focus", () => field.select());
  }
};

/** Whether somebody writes there, for whom keys are letters. */
export const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null;
