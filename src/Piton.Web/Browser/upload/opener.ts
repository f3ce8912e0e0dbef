import { isCovered } from "../page/cover";
import { make } from "../page/elements";
import { isField } from "../page/fields";
import { actByKey } from "../page/keys";
import { notify } from "../page/notice";
import { text } from "../page/texts";
import type { panel as Instance } from "./panel";
import { hasUploads } from "./remembered";
import type { Source } from "./sources";

type Panel = typeof Instance;

const fetchPanel = (): Promise<typeof import("./panel")> => import("./panel");

/**
 * Does something with the panel, which comes when it is needed.
 * @param otherwise Where it does not come.
 */
const withPanel = async (act: (panel: Panel) => unknown, otherwise: () => void): Promise<void> => {
  const part = await fetchPanel().catch((fault: unknown) => {
    console.warn(fault);
    notify(text("A part of this page did not come. Piton may be down or out of reach."));
    return null;
  });
  if (part === null) {
    otherwise();
  } else {
    await act(part.panel);
  }
};

/** Opens the form that does without the panel, and puts into it what was to be uploaded. */
const openForm = (files: readonly File[] = []): void => {
  const form = document.querySelector<HTMLFormElement>("form.upload");
  if (form === null) {
    return;
  }

  const fold = form.closest("details");
  if (fold !== null) {
    fold.open = true;
  }

  const input = form.querySelector<HTMLInputElement>("input[type=file]")!;
  if (files.length > 0) {
    const data = new DataTransfer();
    files.forEach((file) => data.items.add(file));
    input.files = data.files;
    input.dispatchEvent(new Event("change"));
  }

  input.focus();
};

const openPanel = (): Promise<void> => withPanel((panel) => panel.open(), openForm);

const add = (sources: readonly Source[]): Promise<void> =>
  withPanel((panel) => panel.add(sources), () => openForm(sources.filter((source) => source instanceof File)));

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
    if (!isCovered()) {
      actByKey(event, { u: openPanel });
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
      const data = new FormData(form);
      const names = data.getAll("names[]").map(String);
      const visibility = String(data.get("visibility"));
      void withPanel((panel) => {
        panel.addNamed(files, visibility, names);
        form.reset();
        input.dispatchEvent(new Event("change"));
      }, () => navigator.onLine && form.submit());
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
    fetchPanel().catch(console.warn);
  }
};
