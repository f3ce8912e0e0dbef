import { text } from "./texts";

const place = document.createElement("div");
place.className = "toasts";
place.role = "status";
document.body.append(place);

/** How long a notice stays: milliseconds. */
const STAY = 10_000;

/**
 * Says that something has happened.
 * @param message In the language of the page.
 * @param undo Takes it back; none where it cannot be.
 */
export const notify = (message: string, undo?: () => unknown): void => {
  const notice = document.createElement("div");
  notice.className = "toast";
  notice.append(message);
  if (undo !== undefined) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text("Undo");
    button.addEventListener("click", () => {
      notice.remove();
      undo();
    });
    notice.append(button);
  }

  place.replaceChildren(notice);
  const timer = window.setTimeout(() => notice.remove(), STAY);

  // Whoever is about to press the button gets the time for it.
  notice.addEventListener("focusin", () => clearTimeout(timer));
  notice.addEventListener("pointerenter", () => clearTimeout(timer));
};
