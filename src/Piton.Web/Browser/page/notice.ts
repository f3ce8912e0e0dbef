import { CROSS } from "./icons";
import { icon, make } from "./elements";
import { isField } from "./fields";
import { text } from "./texts";

/** How long a notice stays, and how long after the pointer or the focus has left it: milliseconds. */
const STAY = 10_000;
const STAY_AFTER = 4_000;

const place = make("div", { className: "toasts", role: "status" });
document.body.append(place);

let undoShown: (() => void) | null = null;

/** What has been said. */
export interface Notice {
  /** Whether it can still be read. */
  readonly isShown: boolean;
}

/** Shows what is said within an element: what lies over all of the page keeps the keyboard. */
export const showNoticesIn = (element: Element): void => element.append(place);

/**
 * Says that something has happened.
 * @param message In the language of the page.
 * @param undo Takes it back; none where it cannot be.
 */
export const notify = (message: string, undo?: () => unknown): Notice => {
  const notice = make("div", { className: "toast" }, make("p", {}, message));
  const leave = (): void => {
    notice.remove();
    undoShown = null;
  };
  if (undo !== undefined) {
    undoShown = () => {
      leave();
      undo();
    };
    notice.append(make("button", { type: "button", onclick: undoShown }, text("Undo")));
  } else {
    undoShown = null;
  }

  notice.append(make("button", { type: "button", className: "quiet", ariaLabel: text("Dismiss"), onclick: leave }, icon(CROSS)));
  place.replaceChildren(notice);

  // Whoever is about to press the button gets the time for it.
  let timer = 0;
  const leaveAfter = (time: number): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => notice.isConnected && leave(), time);
  };
  for (const [come, go] of [["focusin", "focusout"], ["pointerenter", "pointerleave"]] as const) {
    notice.addEventListener(come, () => clearTimeout(timer));
    notice.addEventListener(go, () => leaveAfter(STAY_AFTER));
  }

  leaveAfter(STAY);
  return { get isShown() { return notice.isConnected; } };
};

/** Lets Ctrl or Cmd and Z take back what can be taken back. */
export const undoByKeys = (): void => document.addEventListener("keydown", (event) => {
  if (event.key === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && !event.repeat && undoShown !== null && !isField(event.target)) {
    event.preventDefault();
    undoShown();
  }
});
