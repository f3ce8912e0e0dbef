import type { SlideData } from "photoswipe";
import type { Tile } from "./tile";

const folderOf = (tile: Tile): string => tile.src.slice(0, tile.src.lastIndexOf("/"));

/** Where the whole picture is. */
export const fullOf = (tile: Tile): string => `${folderOf(tile)}/full`;

/** A tile as the lightbox shows it: the rendition that the gallery has shown already first, then one that fills the screen, then the whole. */
export const slideOf = (tile: Tile): SlideData => ({
  id: tile.id,
  src: fullOf(tile),
  srcset: tile.screen > 0 ? `${folderOf(tile)}/w${tile.screen} ${tile.screen}w, ${fullOf(tile)} ${tile.fullWidth}w` : undefined,
  msrc: tile.src,
  width: tile.fullWidth,
  height: tile.fullHeight,
  alt: tile.alt,
  thumbCropped: true,
});
