const texts = JSON.parse(document.getElementById("texts")!.textContent) as Record<string, string>;

/** A text in the language of the page. The server has a list of all that are asked for here. */
export const text = (key: string, ...values: (string | number)[]): string =>
  values.reduce<string>((whole, value, index) => whole.replace(`{${index}}`, () => String(value)), texts[key] ?? key);
