import { nameOfFile } from "./names";

const nameField = (form: HTMLElement, file: File, maxLength: number): HTMLElement => {
  const input = document.createElement("input");
  input.name = "names[]";
  input.maxLength = maxLength;
  input.autocomplete = "off";
  input.placeholder = nameOfFile(file.name);
  const label = document.createElement("label");
  label.append((form.dataset.label ?? "{0}").replace("{0}", file.name), input);
  const field = document.createElement("p");
  field.className = "field";
  field.append(label);
  return field;
};

/** One name field for each chosen file, in place of the numbered ones. */
const askForNames = (names: HTMLElement, files: FileList, maxLength: number): void => {
  const fields = [...files].map((file) => nameField(names, file, maxLength));
  names.querySelectorAll(".field").forEach((field) => field.remove());
  names.append(...fields);
  names.hidden = fields.length === 0;
};

const prepare = (form: HTMLFormElement): void => {
  const names = form.querySelector<HTMLElement>(".names")!;
  const files = form.querySelector<HTMLInputElement>("input[type=file]")!;
  const button = form.querySelector<HTMLButtonElement>(":scope > button")!;
  const label = button.textContent;
  const { maxLength } = names.querySelector("input")!;
  files.addEventListener("change", () => askForNames(names, files.files!, maxLength));
  askForNames(names, files.files!, maxLength);
  form.addEventListener("submit", () => Object.assign(button, { textContent: form.dataset.busy, disabled: true }));

  // Whoever comes back finds the page as it was left.
  window.addEventListener("pagehide", () => Object.assign(button, { textContent: label, disabled: false }));
};

export const prepareUploadForms = (root: ParentNode): void => {
  root.querySelectorAll<HTMLFormElement>("form.upload").forEach(prepare);
};
