import PhotoSwipe from "photoswipe";
import { text } from "../page/texts";
import type { Grid } from "./grid";
import { Information } from "./information";
import { removeTiles } from "./removal";
import { fullOf, slideOf } from "./slides";
import { Slideshow } from "./slideshow";
import type { Tile } from "./tile";

/** From how many pictures before the end on more of them are asked for. */
const NEAR_END = 6;

/** From which width of the window on the picture makes room for its facts, and how much: CSS pixels. */
const NARROW = 800;
const INFORMATION_WIDTH = 384;

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

/** Shows the pictures of the gallery one by one. The address is that of the picture shown, and Back leads to the gallery. */
export const openLightbox = (grid: Grid, loadMore: () => unknown, index: number, asSlideshow: boolean): void => {
  const lightbox = new PhotoSwipe({
    index,
    loop: false,
    bgOpacity: 1,
    paddingFn: ({ x }) => ({ top: 0, bottom: 0, left: 0, right: information.isOpen && x > NARROW ? INFORMATION_WIDTH : 0 }),
    showHideAnimationType: matchMedia("(prefers-reduced-motion: reduce)").matches ? "none" : "zoom",
    closeTitle: text("Close"),
    zoomTitle: text("Zoom"),
    arrowPrevTitle: text("Previous picture"),
    arrowNextTitle: text("Next picture"),
    errorMsg: text("The picture did not come."),
  });
  const current = (): Tile => grid.tiles[lightbox.currIndex]!;
  lightbox.addFilter("numItems", () => grid.tiles.length);
  lightbox.addFilter("itemData", (_, at) => slideOf(grid.tiles[at]!));
  lightbox.addFilter("thumbEl", (_, __, at) => grid.pictureOf(at)!);
  const slideshow = new Slideshow(lightbox);
  const remove = (): void => {
    void removeTiles(grid, [current().id]).then(() => {
      const at = Math.min(lightbox.currIndex, grid.tiles.length - 1);
      if (at < 0) {
        lightbox.close();
        return;
      }

      lightbox.goTo(at);
      for (const changed of [at - 1, at, at + 1]) {
        lightbox.refreshSlideContent(changed);
      }

      lightbox.dispatch("change");
    });
  };

  const information = new Information(remove, (id, name, alt) => {
    const at = grid.indexOf(id);
    if (at >= 0) {
      grid.rename(at, name, alt);
      lightbox.currSlide?.content.element?.setAttribute("alt", alt);
    }
  });
  const toggleInformation = (): void => {
    information.toggle(current(), lightbox.element!);
    lightbox.updateSize(true);
  };

  lightbox.on("uiRegister", () => {
    const buttons = [
      { name: "download", title: text("Download"), html: icons.download, onClick: () => download(current()) },
      { name: "slideshow", title: text("Slideshow"), html: icons.slideshow, onClick: () => slideshow.toggle() },
      { name: "screen", title: text("Full screen"), html: icons.screen, onClick: toggleFullScreen },
      { name: "trash", title: text("Move to the trash"), html: icons.trash, onClick: remove },
      { name: "information", title: text("Information"), html: icons.information, onClick: toggleInformation },
    ];
    buttons.forEach((button, order) => lightbox.ui!.registerElement({ ...button, isButton: true, order: order + 7 }));
  });

  lightbox.on("keydown", (key) => {
    const event = key.originalEvent;
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) {
      // Arrows are for whoever writes.
      if (event.key !== "Escape" && event.key !== "Tab") {
        key.preventDefault();
      }

      return;
    }

    if (event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }

    const act = { i: toggleInformation, f: toggleFullScreen, s: () => slideshow.toggle(), d: () => download(current()), Delete: remove }[event.key];
    if (act !== undefined) {
      event.preventDefault();
      act();
    }
  });

  let isBack = false;
  const onBack = (): void => {
    isBack = true;
    lightbox.close();
  };
  lightbox.on("openingAnimationEnd", () => {
    // It does not close while it opens.
    if (isBack) {
      lightbox.close();
    }
  });
  window.addEventListener("popstate", onBack);
  history.pushState(null, "", grid.tiles[index]!.page);
  lightbox.on("change", () => {
    history.replaceState(null, "", current().page);
    void information.show(current());
    if (lightbox.currIndex >= grid.tiles.length - NEAR_END) {
      loadMore();
    }
  });
  lightbox.on("close", () => {
    window.removeEventListener("popstate", onBack);
    if (!isBack) {
      history.back();
    }

    grid.reveal(lightbox.currIndex);
  });
  lightbox.on("destroy", () => grid.focus(lightbox.currIndex));
  lightbox.init();
  if (asSlideshow) {
    slideshow.toggle();
  }
};

const download = (tile: Tile): void => {
  const link = document.createElement("a");
  link.href = fullOf(tile);
  link.download = tile.name;
  link.click();
};

const toggleFullScreen = (): void => {
  void (document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen());
};
