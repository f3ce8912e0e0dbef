const language = document.documentElement.lang;
const units = ["B", "kB", "MB", "GB", "TB"];

/** Formatters take a while to make, and most pages need few. */
const once = <T>(make: () => T): () => T => {
  let made: T | undefined;
  return () => made ??= make();
};

const whole = once(() => new Intl.NumberFormat(language));
const short = once(() => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }));
const coarse = once(() => new Intl.NumberFormat(language, { maximumFractionDigits: 0 }));
const share = once(() => new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }));
const clock = once(() => new Intl.DateTimeFormat(language, { timeStyle: "medium" }));

export const number = (value: number): string => whole().format(value);

export const percent = (value: number): string => share().format(value);

export const timeOfDay = (moment: number): string => clock().format(moment);

/** A number of bytes as people write it, in powers of ten, like the server does. */
export const bytes = (count: number): string => {
  let unit = 0;
  let amount = count;
  while (amount >= 999.5 && unit < units.length - 1) {
    amount /= 1000;
    unit++;
  }

  return `${(amount < 10 && unit > 0 ? short : coarse)().format(amount)}\u00a0${units[unit]}`;
};
