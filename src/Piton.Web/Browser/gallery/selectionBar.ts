import { isCovered } from "../page/cover";
import { isField } from "../page/fields";
import { make } from "../page/elements";
import { closeByItself } from "../page/menu";
import { notify } from "../page/notice";
import { mayDelete, mayShare } from "../page/rights";
import { text } from "../page/texts";
import type { Visibility } from "./badge";
import { MOST_AT_ONCE } from "./changes";
import type { Grid } from "./grid";
import type { Removal } from "./removal";
import type { Selection } from "./selection";
import { Sharing } from "./sharing";

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

/** Who is to find the tiles that are chosen. */
const sharingMenu = (share: (visibility: Visibility) => void, signal: AbortSignal): HTMLElement => {
  const choice = (label: string, visibility: Visibility): HTMLElement => button(label, "quiet", () => {
    menu.open = false;
    share(visibility);
  });
  const menu = make("details", { className: "sharing" },
    make("summary", { className: "button" }, text("Visibility")),
    make("div", {},
      choice(text("Everybody, in the gallery"), "public"),
      choice(text("Whoever has the link"), "unlisted"),
      choice(text("Only their owner"), "private")));
  closeByItself(menu, { signal });
  return menu;
};

/** What can be done with the tiles that are chosen; there as long as any are. */
export const showSelectionBar = (grid: Grid, selection: Selection, removal: Removal, signal: AbortSignal): void => {
  const count = make("p", { role: "status" });
  const remove = (): void => void removal.remove([...selection.ids]);
  const sharing = new Sharing(grid);
  const share = (visibility: Visibility): void => {
    void sharing.share([...selection.ids], visibility);
    selection.clear();
  };
  const bar = make("div", { className: "chosen", role: "toolbar", ariaLabel: text("Selection"), hidden: true },
    count,
    button(text("Clear"), "quiet", () => selection.clear()),
    button(text("Download"), "", () => download(selection.ids)),
    ...mayShare ? [sharingMenu(share, signal)] : [],
    ...mayDelete ? [button(text("Move to the trash"), "danger", remove)] : []);
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
