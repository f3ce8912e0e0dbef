import htmx from "htmx.org";

/** The address of what a search form asks for. */
const addressOf = (form: HTMLFormElement): string => {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    const usual = form.querySelector<HTMLSelectElement>(`select[name="${name}"]`)?.options[0]?.value ?? "";
    if (value !== "" && value !== usual) {
      query.set(name, String(value));
    }
  }

  return query.size === 0 ? form.action : `${form.action}?${query}`;
};

/** What htmx tells of a request. */
interface Swap {
  readonly ctx: { readonly response: { readonly status: number } };
}

/**
 * Shows what is found while one types; the attributes of the form say when and where. The address follows, so that it can be kept and shared.
 * @param form The search form.
 * @param restart Called when the gallery has been replaced.
 */
export const searchWhileTyping = (form: HTMLFormElement, restart: () => void): void => {
  // By itself it listens a moment later, and misses what is typed till then.
  htmx.process(form);
  form.addEventListener("htmx:after:swap", (event) => {
    // It tells of a swap also where an error was answered, which it puts nowhere.
    if ((event as CustomEvent<Swap>).detail.ctx.response.status < 400) {
      history.replaceState(null, "", addressOf(form));
      restart();
    }
  });
  for (const failure of ["htmx:error", "htmx:response:error"]) {
    form.addEventListener(failure, () => document.querySelector<HTMLElement>(".search-failed")!.hidden = false);
  }

  // Typed before the scripts came.
  const name = form.querySelector<HTMLInputElement>("input[name=q]")!;
  if (name.value !== name.defaultValue) {
    form.requestSubmit();
  }
};
