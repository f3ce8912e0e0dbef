import PhotoSwipe from "photoswipe";
import { isField } from "../page/fields";
import { actByKey, type Acts } from "../page/keys";
import { showNoticesIn } from "../page/notice";
import { areSingleKeysOn } from "../page/singleKeys";
import { mayDelete } from "../page/rights";
import { number } from "../page/numbers";
import { text } from "../page/texts";
import type { Visibility } from "./badge";
import type { Grid } from "./grid";
import { Information } from "./information";
import { showKeys } from "./keyList";
import type { Removal } from "./removal";
import { hideScrollbar, showScrollbar } from "./scrollbar";
import { fullOf, slideOf } from "./slides";
import { Slideshow } from "./slideshow";
import { pictureIn, stepOf } from "./steps";
import type { Tile } from "./tile";

/** From how many pictures before the end on more of them are asked for. */
const NEAR_END = 6;

/** How much room the picture makes beside it for its facts, where there is room: CSS pixels. Else they take the lower half; the styles have the same. */
const INFORMATION_WIDTH = 384;
const UPRIGHT = matchMedia("(max-width: 50em) and (orientation: portrait)");

/** What is shown with the first picture. */
export type Opening = "picture" | "slideshow" | "information" | "screen";

const icon = (path: string): { isCustomSVG: true; inner: string; outlineID: string } => {
  const id = `pswp__icn-${path.length}-${path.charCodeAt(1)}`;
  return { isCustomSVG: true, inner: `<path id="${id}" d="${path}"/>`, outlineID: id };
};

const icons = {
  download: icon("M20.5 14.3 17.1 18V10h-2.2v7.9l-3.4-3.6L10 16l6 6.1 6-6.1zM23 23H9v2h14z"),
  screen: icon("M9 9h6v2h-4v4H9zm8 0h6v6h-2v-4h-4zM9 17h2v4h4v2H9zm12 0h2v6h-6v-2h4z"),
  information: icon("M16 8a8 8 0 1 0 0 16 8 8 0 0 0 0-16zm0 2a6 6 0 1 1 0 12 6 6 0 0 1 0-12zm-1 5h2v5h-2zm0-3h2v2h-2z"),
  trash: icon("M12 8V6h8v2h5v2H7V8zM9 12h14l-1 14H10zm4 2v10h2V14zm4 0v10h2V14z"),
  slideshow: icon("M11 9v14l11-7z"),
};

const toggleFullScreen = (): void => {
  void (document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen());
};

/**
 * Shows the pictures of the gallery one by one. The address is that of the picture shown, and Back leads to the gallery. Which picture is
 * shown is known by its id: its place in the gallery changes.
 */
export class Lightbox {
  /** Ends once nothing of it is left. */
  readonly gone: Promise<void>;

  readonly #grid: Grid;
  readonly #removal: Removal;
  readonly #loadMore: () => unknown;
  readonly #photos: PhotoSwipe;
  readonly #information: Information;
  readonly #slideshow: Slideshow;
  readonly #word = document.createElement("p");
  readonly #count = document.createElement("span");
  readonly #end = new AbortController();
  readonly #title = document.title;
  readonly #buttons = new Map<string, HTMLElement>();
  #shown: Tile;
  #isBack = false;

  constructor(grid: Grid, removal: Removal, loadMore: () => unknown, tile: Tile, opening: Opening) {
    this.#grid = grid;
    this.#removal = removal;
    this.#loadMore = loadMore;
    this.#shown = tile;
    this.#photos = new PhotoSwipe({
      index: grid.indexOf(tile.id),
      loop: false,
      bgOpacity: 1,
      counter: false,
      returnFocus: false,
      paddingFn: (size) => this.#paddingIn(size),
      showHideAnimationType: matchMedia("(prefers-reduced-motion: reduce)").matches ? "none" : "zoom",
      closeTitle: text("Close"),
      zoomTitle: text("Zoom"),
      arrowPrevTitle: text("Previous picture"),
      arrowNextTitle: text("Next picture"),
      errorMsg: text("The picture did not come."),
    });
    this.#information = new Information(() => this.#remove(), (id, name, alt, visibility) => this.#change(id, name, alt, visibility), () => this.#photos.close());
    this.#slideshow = new Slideshow(this.#photos, () => this.#showPressed());
    this.gone = new Promise((resolve) => { this.#photos.on("destroy", () => resolve()); });
    this.#listen();
    // Whoever came by Forward is there already.
    if (pictureIn(history.state) !== tile.id) {
      history.pushState(stepOf(tile), "", tile.page);
    }

    hideScrollbar();
    this.#photos.init();
    this.#describe();
    this.#open(opening);
  }

  /** What the facts leave of the window. */
  #paddingIn({ y }: { readonly y: number }): { top: number; right: number; bottom: number; left: number } {
    const { isOpen } = this.#information;
    return { top: 0, right: isOpen && !UPRIGHT.matches ? INFORMATION_WIDTH : 0, bottom: isOpen && UPRIGHT.matches ? y / 2 : 0, left: 0 };
  }

  #listen(): void {
    const { signal } = this.#end;
    const photos = this.#photos;
    photos.addFilter("numItems", () => this.#grid.tiles.length);
    photos.addFilter("itemData", (_, at) => slideOf(this.#grid.tiles[at] ?? this.#shown));
    photos.addFilter("thumbEl", (_, { id }) => this.#grid.pictureOf(id as string)!);
    photos.on("uiRegister", () => this.#addButtons());
    photos.on("keydown", (key) => this.#onKey(key));
    photos.on("openingAnimationEnd", () => {
      // It does not close while it opens.
      if (this.#isBack || this.#grid.tiles.length === 0) {
        photos.close();
      } else if (this.#information.isOpen) {
        // While it opens, it does not make room for the facts.
        photos.updateSize(true);
      }
    });
    photos.on("change", () => this.#onChange());
    photos.on("close", () => this.#onClose());
    photos.on("destroy", () => {
      showScrollbar();
      showNoticesIn(document.body);
      this.#grid.focus(this.#shown.id);
    });
    this.#grid.addEventListener("change", () => this.#follow(), { signal });
    window.addEventListener("popstate", () => {
      this.#isBack = true;
      photos.close();
    }, { signal });
  }

  #addButtons(): void {
    const buttons = [
      { name: "download", title: text("Download"), onClick: () => this.#download() },
      { name: "slideshow", title: text("Slideshow"), onClick: () => this.#slideshow.toggle() },
      { name: "screen", title: text("Full screen"), onClick: toggleFullScreen },
      { name: "trash", title: text("Move to the trash"), onClick: () => this.#remove() },
      { name: "information", title: text("Information"), onClick: () => this.#toggleInformation() },
    ] as const;
    // Its own counts what has been loaded.
    this.#photos.ui!.registerElement({ name: "place", className: "pswp__counter", order: 5, onInit: (element) => element.append(this.#count) });
    buttons.filter(({ name }) => name !== "trash" || mayDelete).forEach((button, at) => this.#photos.ui!.registerElement({
      ...button, html: icons[button.name], isButton: true, order: at + 7, onInit: (element) => this.#buttons.set(button.name, element),
    }));
  }

  /** Says what it is to those who do not see it. */
  #describe(): void {
    const element = this.#photos.element!;
    element.ariaLabel = text("Pictures");
    element.ariaModal = "true";
    this.#photos.scrollWrap!.ariaRoleDescription = text("Pictures one by one");
    element.querySelectorAll(".pswp__item").forEach((item) => { item.ariaRoleDescription = text("Picture"); });
    this.#word.className = "unseen";
    this.#word.role = "status";
    element.append(this.#word);
    showNoticesIn(element);
    this.#showPressed();
    this.#say();
  }

  #say(): void {
    const { name, id } = this.#shown;
    document.title = `${name} · Piton`;
    const place = this.#grid.indexOf(id) + 1;
    this.#word.textContent = text("{0}, picture {1:N0} of {2:N0}", name, place, this.#grid.total);
    this.#count.textContent = `${number(place)} / ${number(this.#grid.total)}`;
  }

  #open(opening: Opening): void {
    switch (opening) {
      case "slideshow": this.#slideshow.toggle(); break;
      case "information": this.#toggleInformation(); break;
      case "screen": toggleFullScreen(); break;
      case "picture": break;
    }
  }

  #showPressed(): void {
    this.#buttons.get("slideshow")!.ariaPressed = String(this.#slideshow.isRunning);
    this.#buttons.get("information")!.ariaPressed = String(this.#information.isOpen);
  }

  #toggleInformation(): void {
    this.#information.toggle(this.#shown, this.#photos.element!);
    this.#photos.updateSize(true);
    this.#showPressed();
  }

  #remove(): void {
    void this.#removal.remove([this.#shown.id]);
  }

  #change(id: string, name: string, alt: string, visibility: Visibility): void {
    this.#grid.rename(id, name, alt);
    this.#grid.share(id, visibility);
    if (id === this.#shown.id) {
      this.#photos.currSlide?.content.element?.setAttribute("alt", alt);
    }
  }

  #download(): void {
    const link = document.createElement("a");
    link.href = fullOf(this.#shown);
    link.download = this.#shown.name;
    link.click();
  }

  /** @param key Whose default is what the lightbox itself does with it. */
  #onKey(key: { readonly originalEvent: KeyboardEvent; preventDefault(): void }): void {
    const event = key.originalEvent;
    if (document.querySelector("dialog[open]") !== null) {
      key.preventDefault();
    } else if (isField(event.target)) {
      // Arrows are for whoever writes.
      if (event.key !== "Escape" && event.key !== "Tab") {
        key.preventDefault();
      }
    } else if (actByKey(event, this.#acts) || (event.key === "z" && !areSingleKeysOn())) {
      key.preventDefault();
    }
  }

  get #acts(): Acts {
    return {
      "i": () => this.#toggleInformation(),
      "f": toggleFullScreen,
      "s": () => this.#slideshow.toggle(),
      "d": () => this.#download(),
      "?": showKeys,
      ...mayDelete ? { "Delete": () => this.#remove() } : {},
    };
  }

  #onChange(): void {
    this.#shown = this.#grid.tileOf(this.#photos.currSlide?.data.id as string) ?? this.#shown;
    history.replaceState(stepOf(this.#shown), "", this.#shown.page);
    this.#say();
    void this.#information.show(this.#shown);
    if (this.#photos.currIndex >= this.#grid.tiles.length - NEAR_END) {
      this.#loadMore();
    }
  }

  #onClose(): void {
    this.#end.abort();
    document.title = this.#title;
    if (!this.#isBack) {
      history.back();
    }

    this.#grid.reveal(this.#shown.id);
  }

  /** Stays with its picture when the gallery changes under it; where that is gone, goes on to the one that took its place. */
  #follow(): void {
    const { tiles } = this.#grid;
    if (tiles.length === 0) {
      this.#photos.close();
      return;
    }

    this.#settle();
    const place = this.#grid.indexOf(this.#shown.id);
    const at = place >= 0 ? place : Math.min(this.#photos.currIndex, tiles.length - 1);
    this.#moveTo(at);
    for (const [holder, beside] of [[0, at - 1], [1, at], [2, at + 1]] as const) {
      const slide = this.#photos.mainScroll.itemHolders[holder]!.slide;
      if (slide?.data.id !== tiles[beside]?.id) {
        this.#photos.refreshSlideContent(beside);
      } else if (slide !== undefined) {
        slide.index = beside;
      }
    }

    this.#photos.dispatch("change");
  }

  /** Ends a swipe that is under way. */
  #settle(): void {
    const { animations, mainScroll } = this.#photos;
    animations.stopMainScroll();
    mainScroll.moveTo(mainScroll.getCurrSlideX());
    mainScroll.updateCurrItem();
  }

  /** Gives what is shown, and what is kept of other pictures, the places that they have now. */
  #moveTo(at: number): void {
    const photos = this.#photos;
    photos.currIndex = at;
    photos.potentialIndex = at;
    photos.currSlide!.index = at;
    const { contentLoader } = photos;
    contentLoader._cachedItems = contentLoader._cachedItems.filter((content) => {
      content.index = this.#grid.indexOf(content.data.id as string);
      return content.index >= 0;
    });
  }
}
