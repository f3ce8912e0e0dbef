/** Writes moments in the time zone of whoever reads them. What a camera wrote without a zone stays as it is. */
export const localiseDates = (root: ParentNode): void => {
  const times = root.querySelectorAll<HTMLTimeElement>("time[datetime$='Z']");
  if (times.length === 0) {
    return;
  }

  const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
  for (const time of times) {
    time.textContent = format.format(new Date(time.dateTime));
  }
};
