import { actByKey } from "../page/keys";
import type { Grid } from "./grid";
import type { Selection } from "./selection";

/** How long a finger stays on a tile until it is chosen: milliseconds. */
const LONG_PRESS = 500;

const selectByPointer = (grid: Grid, selection: Selection): void => {
  grid.element.addEventListener("click", (event) => {
    const target = event.target as Element;
    const tile = grid.tileAt(target);
    if (tile === undefined) {
      return;
    }

    if (event.shiftKey) {
      selection.extendTo(tile);
    } else if (target.closest(".mark") !== null || event.ctrlKey || event.metaKey || selection.isActive) {
      selection.toggle(tile);
    } else {
      return;
    }

    event.preventDefault();
  });
};

const selectByTouch = (grid: Grid, selection: Selection): void => {
  let timer = 0;
  let isHeld = false;
  grid.element.addEventListener("touchstart", (event) => {
    const tile = grid.tileAt(event.target as Element);
    isHeld = false;
    clearTimeout(timer);

    // Two fingers zoom.
    if (event.touches.length === 1) {
      timer = window.setTimeout(() => {
        if (tile !== undefined && !selection.isActive && grid.indexOf(tile.id) >= 0) {
          isHeld = true;
          selection.toggle(tile);
        }
      }, LONG_PRESS);
    }
  }, { passive: true });

  // Some browsers click when the finger is lifted, which would take the choice back.
  grid.element.addEventListener("click", (event) => {
    if (isHeld) {
      isHeld = false;
      event.preventDefault();
      event.stopPropagation();
    }
  }, { capture: true });
  for (const end of ["touchend", "touchmove", "touchcancel"]) {
    grid.element.addEventListener(end, () => clearTimeout(timer), { passive: true });
  }

  // A long press on a link would open the browser's own menu.
  grid.element.addEventListener("contextmenu", (event) => {
    if ((event as PointerEvent).pointerType === "touch") {
      event.preventDefault();
    }
  });
};

const selectByKeys = (grid: Grid, selection: Selection): void => {
  grid.element.addEventListener("keydown", (event) => {
    const tile = grid.tileAt(event.target as Element);
    if (tile !== undefined) {
      const select = (): void => event.shiftKey ? selection.extendTo(tile) : selection.toggle(tile);
      actByKey(event, { " ": select, x: select, X: select });
    }
  });
};

/** Chooses tiles by click, Shift and Ctrl, by a long press and by keys. */
export const selectByHand = (grid: Grid, selection: Selection): void => {
  selectByPointer(grid, selection);
  selectByTouch(grid, selection);
  selectByKeys(grid, selection);
};
