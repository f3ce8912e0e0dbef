/** Whether whoever looks may move pictures to the trash, some at least. The server asks again of each. */
export const mayDelete = document.body.dataset.deletes === "yes";

/** Whether whoever looks may change who finds pictures, some at least. */
export const mayShare = document.body.dataset.shares === "yes";
