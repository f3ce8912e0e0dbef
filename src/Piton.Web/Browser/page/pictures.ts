const uncover = (picture: HTMLImageElement, place: Element): void => {
  picture.decode().then(() => place.classList.add("here"), () => { });
};

/** Takes the placeholder away from behind a picture once it is there: it would show through a transparent one. */
export const uncoverOnceLoaded = (picture: HTMLImageElement, place: Element): void => {
  if (picture.complete) {
    uncover(picture, place);
  } else {
    picture.addEventListener("load", () => uncover(picture, place), { once: true });
  }
};

export const uncoverPictures = (root: ParentNode): void => {
  for (const picture of root.querySelectorAll<HTMLImageElement>(".photo img")) {
    uncoverOnceLoaded(picture, picture.closest(".photo")!);
  }
};
