import { isCovered } from "../page/cover";
import { isField } from "../page/fields";
import { make } from "../page/elements";
import { notify } from "../page/notice";
import { mayDelete } from "../page/rights";
import { text } from "../page/texts";
import type { Grid } from "./grid";
import { MOST_AT_ONCE, type Removal } from "./removal";
import type { Selection } from "./selection";

const button = (label: string, className: string, onclick: () => void): HTMLButtonElement =>
  make("button", { type: "button", className, onclick }, label);

/** The browser saves what the server streams: a form, since a fetch would hold all of it in memory. */
const download = (ids: ReadonlySet<string>): void => {
  if (ids.size > MOST_AT_ONCE) {
    notify(text("At most {0:N0} pictures can be downloaded at once.", MOST_AT_ONCE));
    return;
  }

  const form = make("form", { method: "post", action: "/images/download", hidden: true },
    document.querySelector("input[name=__RequestVerificationToken]")!.cloneNode(),
    ...[...ids].map((value) => make("input", { name: "ids", value })));
  document.body.append(form);
  form.submit();
  form.remove();
};

/** What can be done with the tiles that are chosen; there as long as any are. */
export const showSelectionBar = (grid: Grid, selection: Selection, removal: Removal, signal: AbortSignal): void => {
  const count = make("p", { role: "status" });
  const remove = (): void => void removal.remove([...selection.ids]);
  const bar = make("div", { className: "chosen", role: "toolbar", ariaLabel: text("Selection"), hidden: true },
    count,
    button(text("Download"), "", () => download(selection.ids)),
    ...mayDelete ? [button(text("Move to the trash"), "danger", remove)] : [],
    button(text("Clear"), "quiet", () => selection.clear()));
  grid.element.after(bar);

  const say = (): void => {
    const { size } = selection.ids;
    const isAll = grid.tiles.length >= grid.total;
    const words = isAll ? text("{0:N0} selected", size) : text("{0:N0} of {1:N0} selected", size, grid.total);
    if (count.textContent !== words) {
      count.textContent = words;
    }
  };
  grid.addEventListener("change", say);
  selection.addEventListener("change", () => {
    const hadFocus = bar.contains(document.activeElement);
    bar.hidden = !selection.isActive;
    say();
    if (bar.hidden && hadFocus && grid.current !== undefined) {
      grid.focus(grid.current.id);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (!selection.isActive || isCovered() || isField(event.target)) {
      return;
    }

    if (event.key === "Escape") {
      selection.clear();
    } else if (event.key === "Delete" && !event.repeat && mayDelete) {
      remove();
    }
  }, { signal });
};
