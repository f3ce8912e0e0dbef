const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });

/** Writes moments in the time zone of whoever reads them. What a camera wrote without a zone stays as it is. */
export const localiseDates = (root: ParentNode): void => {
  for (const time of root.querySelectorAll<HTMLTimeElement>("time[datetime$='Z']")) {
    time.textContent = format.format(new Date(time.dateTime));
  }
};
