// Everything works without this file; with it, a few things take less effort.

const language = document.documentElement.lang;

// Dates in the time zone of whoever reads them.
for (const time of document.querySelectorAll("time[datetime]")) {
  time.textContent = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" }).format(new Date(time.dateTime));
}

document.getElementById("sort")?.addEventListener("change", (event) => event.target.form.requestSubmit());

// The placeholder colour goes once the picture is there, since it would show through a transparent one.
const uncover = (picture) => picture.decode().then(() => picture.closest("li, .photo").classList.add("here"), () => {});
for (const picture of document.querySelectorAll(".grid img, .photo img")) {
  if (picture.complete) {
    uncover(picture);
  } else {
    picture.addEventListener("load", () => uncover(picture), { once: true });
  }
}

for (const code of document.querySelectorAll("input[readonly]")) {
  code.addEventListener("focus", () => code.select());
}

// One name field for each chosen file, in place of the numbered ones.
const askForNames = (names, files) => {
  const fields = [...files].map((file) => {
    const input = Object.assign(document.createElement("input"), { name: "names[]", maxLength: 500, autocomplete: "off" });
    input.placeholder = file.name.replace(/(?<=.)\.(?=\d*[a-z])[a-z\d]{1,5}$/i, "");
    const label = document.createElement("label");
    label.append(names.dataset.label.replace("{0}", file.name), input);
    const field = Object.assign(document.createElement("p"), { className: "field" });
    field.append(label);
    return field;
  });
  names.querySelectorAll(".field").forEach((field) => field.remove());
  names.append(...fields);
  names.hidden = fields.length === 0;
};

for (const form of document.querySelectorAll("form.upload")) {
  const names = form.querySelector(".names");
  const files = form.elements.files;
  files.addEventListener("change", () => askForNames(names, files.files));
  askForNames(names, files.files);
  const button = form.querySelector(":scope > button");
  const label = button.textContent;
  form.addEventListener("submit", () => Object.assign(button, { textContent: form.dataset.busy, disabled: true }));

  // Whoever comes back finds the page as it was left.
  window.addEventListener("pagehide", () => Object.assign(button, { textContent: label, disabled: false }));
}
