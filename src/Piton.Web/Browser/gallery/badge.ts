import { make } from "../page/elements";
import { text } from "../page/texts";

/** Who finds a picture, as the server calls it. */
export const VISIBILITIES = ["public", "unlisted", "private"] as const;

export type Visibility = typeof VISIBILITIES[number];

/** Says on a picture that not everybody finds it, where that is so; within its link, so that whoever hears its name hears this too. */
export const showBadge = (link: HTMLAnchorElement, visibility: Visibility): void => {
  link.querySelector(".badge")?.remove();
  if (visibility !== "public") {
    link.append(" ", make("span", { className: "badge" }, visibility === "private" ? text("Private") : text("Unlisted")));
  }
};
