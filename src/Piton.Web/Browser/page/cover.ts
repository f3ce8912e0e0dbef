/** Whether somebody looks at something that lies over the page. */
export const isCovered = (): boolean => document.querySelector(".pswp, dialog[open]") !== null;
