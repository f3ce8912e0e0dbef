/** The header by which the server knows that a request comes from one of its own pages. */
export const antiforgery = (): Record<string, string> => ({
  RequestVerificationToken: document.querySelector<HTMLInputElement>("input[name=__RequestVerificationToken]")!.value,
});
