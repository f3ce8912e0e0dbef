import { showPlaceholder, uncoverOnceLoaded } from "../page/pictures";
import { showBadge } from "./badge";
import type { Tile } from "./tile";

/** Up to how many pixels of a picture to a CSS pixel the eye sees a difference in a tile. */
const DENSEST = 1.5;

const pictureOf = (tile: Tile): HTMLImageElement => {
  const picture = document.createElement("img");
  picture.loading = "lazy";
  picture.decoding = "async";
  picture.width = tile.width;
  picture.height = tile.height;
  picture.alt = tile.alt;
  picture.srcset = tile.srcset;
  picture.src = tile.src;
  return picture;
};

const linkOf = (tile: Tile): HTMLAnchorElement => {
  const link = document.createElement("a");
  link.href = tile.page;
  const name = document.createElement("b");
  name.ariaHidden = "true";
  name.dir = "auto";
  name.textContent = tile.name;
  link.append(pictureOf(tile), name);
  showBadge(link, tile.visibility);
  return link;
};

/**
 * The element of a tile: first its colour, then its ThumbHash, then its picture.
 * @param height Of its row: CSS pixels.
 * @param link The link that the server wrote, with a picture that may have come already; made anew where there is none.
 */
export const cellOf = (tile: Tile, height: number, link = linkOf(tile)): HTMLElement => {
  const cell = document.createElement("div");
  cell.className = "cell";
  cell.role = "gridcell";
  cell.dataset.tile = tile.id;
  const width = tile.ratio * height;
  cell.style.width = `${width}px`;
  cell.style.setProperty("--r", String(tile.ratio));
  cell.style.setProperty("--c", tile.color);
  if (tile.small) {
    // On neutral ground from the start: it does not cover its colour.
    cell.style.setProperty("--f", "scale-down");
    cell.style.setProperty("--c", "var(--mat)");
  }

  // Before the source is chosen by it; what has been chosen already is not loaded again.
  const picture = link.querySelector("img")!;
  if (picture.currentSrc === "") {
    picture.sizes = `${Math.ceil(width * Math.min(1, DENSEST / devicePixelRatio))}px`;
  }

  // Of one that failed nothing is there either.
  if (!tile.small && (!picture.complete || picture.naturalWidth === 0)) {
    showPlaceholder(cell, tile.hash);
  }

  uncoverOnceLoaded(picture, cell);
  link.tabIndex = -1;
  cell.append(link);
  return cell;
};
