import { text } from "../page/texts";
import type { Grid } from "./grid";
import { removeTiles } from "./removal";
import type { Selection } from "./selection";

const button = (label: string, className: string, act: () => void): HTMLButtonElement => {
  const element = document.createElement("button");
  element.type = "button";
  element.className = className;
  element.textContent = label;
  element.addEventListener("click", act);
  return element;
};

/** The browser saves what the server streams: a form, since a fetch would hold all of it in memory. */
const download = (ids: ReadonlySet<string>): void => {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/images/download";
  form.hidden = true;
  form.append(document.querySelector("input[name=__RequestVerificationToken]")!.cloneNode());
  for (const id of ids) {
    const field = document.createElement("input");
    field.name = "ids";
    field.value = id;
    form.append(field);
  }

  document.body.append(form);
  form.submit();
  form.remove();
};

/** What can be done with the tiles that are chosen; there as long as any are. */
export const showSelectionBar = (grid: Grid, selection: Selection): void => {
  const bar = document.createElement("div");
  bar.className = "chosen";
  bar.role = "toolbar";
  bar.ariaLabel = text("Selection");
  const count = document.createElement("p");
  count.role = "status";
  const remove = (): void => {
    void removeTiles(grid, [...selection.ids]).then(() => selection.clear());
  };
  bar.append(
    count,
    button(text("Download"), "", () => download(selection.ids)),
    button(text("Move to the trash"), "danger", remove),
    button(text("Clear"), "quiet", () => selection.clear()));
  bar.hidden = true;
  grid.element.after(bar);

  selection.addEventListener("change", () => {
    bar.hidden = !selection.isActive;
    count.textContent = text("{0} selected", selection.ids.size);
  });
  document.addEventListener("keydown", (event) => {
    if (!bar.isConnected || !selection.isActive || document.querySelector(".pswp, dialog[open]") !== null) {
      return;
    }

    if (event.key === "Escape") {
      selection.clear();
    } else if (event.key === "Delete") {
      remove();
    }
  });
};
