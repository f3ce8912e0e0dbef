import type { Tile } from "./tile";

/** What the history of the browser knows of an address under which the lightbox shows a picture. */
interface Step {
  readonly picture: string;
}

export const stepOf = ({ id }: Tile): Step => ({ picture: id });

/** The id of the picture that the lightbox showed in a step of the history; null where it showed none. */
export const pictureIn = (state: unknown): string | null => (state as Partial<Step> | null)?.picture ?? null;
