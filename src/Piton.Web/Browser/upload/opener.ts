import { make } from "../page/elements";
import { text } from "../page/texts";
import { hasUploads } from "./remembered";
import type { Source } from "./sources";

const fetchPanel = (): Promise<typeof import("./panel")> => import("./panel");

const openPanel = async (): Promise<void> => (await fetchPanel()).panel.open();

const add = async (sources: readonly Source[]): Promise<void> => (await fetchPanel()).panel.add(sources);

/** Whether somebody looks at something that lies over the page. */
const isCovered = (): boolean => document.querySelector(".pswp, dialog[open]") !== null;

const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;

// They have to be asked for while the event lasts.
const sourcesOf = (items: DataTransferItemList): Source[] => [...items]
  .filter((item) => item.kind === "file")
  .map((item) => item.webkitGetAsEntry() ?? item.getAsFile())
  .filter((source) => source !== null);

const openByHand = (): void => {
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest(".add > summary") !== null) {
      event.preventDefault();
      void openPanel();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "u" && !event.altKey && !event.ctrlKey && !event.metaKey && !isField(event.target) && !isCovered()) {
      event.preventDefault();
      void openPanel();
    }
  });
};

const takeForms = (): void => {
  // Before the form itself hears of it, which would wait for the next page.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form instanceof HTMLFormElement && form.matches("form.upload")) {
      event.preventDefault();
      event.stopPropagation();
      const input = form.querySelector<HTMLInputElement>("input[type=file]")!;
      const files = [...input.files!];
      const names = new FormData(form).getAll("names[]").map(String);
      void fetchPanel().then(({ panel }) => panel.addNamed(files, names));
      form.reset();
      input.dispatchEvent(new Event("change"));
    }
  }, { capture: true });
};

const takePasted = (): void => {
  document.addEventListener("paste", (event) => {
    const files = [...event.clipboardData?.files ?? []];
    if (files.length > 0 && !isField(event.target)) {
      event.preventDefault();
      void add(files);
    }
  });
};

const takeDropped = (): void => {
  const hint = make("div", { className: "drop-hint", hidden: true }, text("Drop pictures or folders anywhere."));
  let isOwn = false;
  let depth = 0;
  const isForUs = (event: DragEvent): boolean => !isOwn && event.dataTransfer?.types.includes("Files") === true;
  const settle = (): void => {
    depth = 0;
    hint.hidden = true;
  };
  document.body.append(hint);

  // A picture of the page that somebody drags looks like a file.
  window.addEventListener("dragstart", () => { isOwn = true; });
  window.addEventListener("dragend", () => { isOwn = false; });
  window.addEventListener("dragenter", (event) => {
    if (isForUs(event)) {
      depth++;
      hint.hidden = false;
    }
  });
  window.addEventListener("dragleave", (event) => {
    if (isForUs(event) && --depth <= 0) {
      settle();
    }
  });
  window.addEventListener("dragover", (event) => {
    if (isForUs(event)) {
      event.preventDefault();
      event.dataTransfer!.dropEffect = "copy";
    }
  });
  window.addEventListener("drop", (event) => {
    if (isForUs(event)) {
      event.preventDefault();
      settle();
      void add(sourcesOf(event.dataTransfer!.items));
    }
  });
};

/** Brings the upload panel up once somebody wants to upload something, or has left something unfinished. */
export const startUploads = (): void => {
  // Browsers too old for the panel (no AbortSignal.any) have the plain form.
  if (!("any" in AbortSignal)) {
    return;
  }

  openByHand();
  takeForms();
  takePasted();
  takeDropped();
  if (hasUploads()) {
    void fetchPanel();
  }
};
