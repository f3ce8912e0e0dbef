/** A part of a page. */
export interface Part {
  readonly status: number;
  readonly page: Document;
}

/**
 * Asks the server for the part of a page that changes.
 * @throws TypeError Where no answer comes: Piton is down, or there is no network.
 */
export const fetchPart = async (address: string, init: RequestInit = {}): Promise<Part> => {
  const answer = await fetch(address, { ...init, headers: { "HX-Request": "true", "HX-Request-Type": "partial" } });
  return { status: answer.status, page: new DOMParser().parseFromString(await answer.text(), "text/html") };
};
