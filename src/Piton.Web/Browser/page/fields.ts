/** What is there to be copied is chosen whole at once. */
export const selectOnFocus = (root: ParentNode): void => {
  for (const field of root.querySelectorAll<HTMLInputElement>("input[readonly]")) {
    field.addEventListener("focus", () => field.select());
  }
};
