import type PhotoSwipe from "photoswipe";

/** How long each picture stays: milliseconds. */
const STAY = 5000;

/** Goes on to the next picture by itself, each after the one before has come, until somebody stops it. */
export class Slideshow {
  readonly #lightbox: PhotoSwipe;
  #timer = 0;

  constructor(lightbox: PhotoSwipe) {
    this.#lightbox = lightbox;
    lightbox.on("change", () => this.isRunning && this.#wait());
    lightbox.on("destroy", () => this.stop());
  }

  get isRunning(): boolean {
    return this.#timer !== 0;
  }

  toggle(): void {
    if (this.isRunning) {
      this.stop();
    } else {
      this.#wait();
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#goOn(), STAY);
  }

  #goOn(): void {
    const content = this.#lightbox.currSlide?.content;
    if (content?.isLoading()) {
      this.#wait();
    } else {
      this.#lightbox.next();
    }
  }
}
