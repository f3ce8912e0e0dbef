import type { Visibility } from "./badge";

/** A picture as the gallery shows it; what the server wrote into the page, without the elements. */
export interface Tile {
  readonly id: string;
  /** When it was added, `2026-03`. */
  readonly month: string;
  readonly page: string;
  readonly name: string;
  readonly alt: string;
  /** Width ÷ height, within the bounds in which tiles are drawn. */
  readonly ratio: number;
  /** The average colour, `#rrggbb`. */
  readonly color: string;
  /** The ThumbHash in base64. */
  readonly hash: string;
  /** Whether it is so small that it is not blown up. */
  readonly small: boolean;
  readonly visibility: Visibility;
  readonly src: string;
  readonly srcset: string;
  readonly width: number;
  readonly height: number;
  /** Pixels across and down of the whole picture. */
  readonly fullWidth: number;
  readonly fullHeight: number;
  /** Pixels across of the rendition that fills a screen; 0 where there is none. */
  readonly screen: number;
}

/** Reads the tiles of a page of the gallery, in their order. */
export const readTiles = (root: ParentNode): Tile[] =>
  [...root.querySelectorAll<HTMLElement>("[data-tile]")].map((place) => {
    const link = place.querySelector("a")!;
    const picture = link.querySelector("img")!;
    const { tile, month, ratio, color, hash, size, screen, small, visibility } = place.dataset;
    const [fullWidth, fullHeight] = size!.split("x").map(Number);
    return {
      id: tile!,
      month: month!,
      page: link.getAttribute("href")!,
      name: link.querySelector("b")!.textContent,
      alt: picture.alt,
      ratio: Number(ratio),
      color: color!,
      hash: hash!,
      small: small === "yes",
      visibility: (visibility ?? "public") as Visibility,
      src: picture.getAttribute("src")!,
      srcset: picture.getAttribute("srcset") ?? "",
      width: picture.width,
      height: picture.height,
      fullWidth: fullWidth!,
      fullHeight: fullHeight!,
      screen: Number(screen ?? 0),
    };
  });
