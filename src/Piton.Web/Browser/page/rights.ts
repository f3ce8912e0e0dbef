/** Whether whoever looks may move pictures to the trash, some at least. The server asks again of each. */
export const mayDelete = document.body.dataset.deletes === "yes";
