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

/** How long placeholders are painted at a time, so that nothing else has to wait: milliseconds. */
const SLICE = 8;

/** When they are painted at the latest, however much there is to do: milliseconds. */
const LATEST = 500;

const waiting = new Map<HTMLElement, string>();

const paint = (place: HTMLElement, hash: string): void => {
  place.style.backgroundImage = `url(${thumbHashToDataURL(Uint8Array.from(atob(hash), (letter) => letter.charCodeAt(0)))})`;
};

const paintSome = (): void => {
  const end = performance.now() + SLICE;
  for (const [place, hash] of waiting) {
    if (performance.now() > end) {
      paintLater();
      return;
    }

    waiting.delete(place);
    if (place.isConnected && !place.classList.contains("here")) {
      paint(place, hash);
    }
  }
};

// Safari has no idle callbacks.
const paintLater = (): unknown => "requestIdleCallback" in window ? requestIdleCallback(paintSome, { timeout: LATEST }) : setTimeout(paintSome);

/**
 * Shows what a picture looks like, roughly, until it comes; where there is time for that before.
 * @param hash A ThumbHash in base64.
 */
export const showPlaceholder = (place: HTMLElement, hash: string): void => {
  if (waiting.size === 0) {
    paintLater();
  }

  waiting.set(place, hash);
};

/** The same where the picture itself cannot be had: in the trash. */
export const showPlaceholders = (root: ParentNode): void => {
  for (const place of root.querySelectorAll<HTMLElement>(".swatch[data-hash]")) {
    showPlaceholder(place, place.dataset.hash!);
  }
};
