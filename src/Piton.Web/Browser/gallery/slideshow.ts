import type PhotoSwipe from "photoswipe";
import { isField } from "../page/fields";

/** How long each picture stays: milliseconds. */
const STAY = 5000;

/** Whether somebody is busy with the facts of the picture, which would go away. */
const isRead = (): boolean => document.activeElement?.closest(".information") != null || isField(document.activeElement);

/** Goes on to the next picture by itself, each after the one before has come, until somebody stops it or there is none. */
export class Slideshow {
  readonly #lightbox: PhotoSwipe;
  readonly #onChange: () => void;
  #timer = 0;

  /** @param onChange Called when it begins and ends. */
  constructor(lightbox: PhotoSwipe, onChange: () => void) {
    this.#lightbox = lightbox;
    this.#onChange = onChange;
    lightbox.on("change", () => this.isRunning && this.#wait());
    lightbox.on("destroy", () => clearTimeout(this.#timer));
  }

  get isRunning(): boolean {
    return this.#timer !== 0;
  }

  toggle(): void {
    if (this.isRunning) {
      this.#stop();
    } else {
      this.#wait();
      this.#onChange();
    }
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#onChange();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#goOn(), STAY);
  }

  #goOn(): void {
    const { currSlide, currIndex } = this.#lightbox;
    if (currSlide?.content.isLoading() || isRead()) {
      this.#wait();
    } else if (currIndex + 1 < this.#lightbox.getNumItems()) {
      this.#lightbox.next();
    } else {
      this.#stop();
    }
  }
}
