/** Says that there is no network for as long as there is none; what is on the page stays. */
export const sayWhenOffline = (root: ParentNode): void => {
  const word = root.querySelector<HTMLElement>(".offline")!;
  const show = (): void => { word.hidden = navigator.onLine; };
  window.addEventListener("online", show);
  window.addEventListener("offline", show);
  show();
};
