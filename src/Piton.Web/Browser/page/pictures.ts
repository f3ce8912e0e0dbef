import { thumbHashToDataURL } from "thumbhash";

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

/** @param hash A ThumbHash in base64. */
export const showPlaceholder = (place: HTMLElement, hash: string): void => {
  place.style.backgroundImage = `url(${thumbHashToDataURL(Uint8Array.from(atob(hash), (letter) => letter.charCodeAt(0)))})`;
};

/** Shows what a picture looks like, roughly, where the picture itself cannot be had: in the trash. */
export const showPlaceholders = (root: ParentNode): void => {
  for (const place of root.querySelectorAll<HTMLElement>(".swatch[data-hash]")) {
    showPlaceholder(place, place.dataset.hash!);
  }
};
