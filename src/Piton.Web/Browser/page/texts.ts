import { number } from "./numbers";

const texts = JSON.parse(document.getElementById("texts")!.textContent) as Record<string, string>;

/** A text in the language of the page, numbers in its way. The server has a list of all that are asked for here. */
export const text = (key: string, ...values: (string | number)[]): string =>
  (texts[key] ?? key).replace(/\{(\d)(?::N0)?\}/g, (_, place: string) => {
    const value = values[Number(place)]!;
    return typeof value === "number" ? number(value) : value;
  });

/** The same for one or for several. */
export const counted = (count: number, one: string, several: string): string => text(count === 1 ? one : several, count);
