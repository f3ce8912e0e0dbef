/** Opens the place where pictures are added. */
export const openUpload = (): void => {
  const place = document.querySelector<HTMLDetailsElement>("details.add");
  if (place !== null) {
    place.open = true;
  }

  document.querySelector<HTMLInputElement>("form.upload input[type=file]")?.focus();
};
