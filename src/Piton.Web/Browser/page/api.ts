import { antiforgery } from "./antiforgery";

/** A refusal of the server, in its own words. */
export class Refusal extends Error { }

/**
 * Sends JSON to the API.
 * @returns What it answers; undefined where it answers nothing.
 * @throws Refusal Where the server says no; its message is the server's.
 * @throws TypeError Where no answer comes: Piton is down, or there is no network.
 */
export const send = async <T>(method: string, address: string, body?: unknown): Promise<T> => {
  const answer = await fetch(address, {
    method,
    headers: { Accept: "application/json", ...antiforgery(), ...body === undefined ? {} : { "Content-Type": "application/json" } },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const content: unknown = answer.status === 204 ? undefined : await answer.json().catch(() => undefined);
  if (!answer.ok) {
    throw new Refusal((content as { detail?: string } | undefined)?.detail ?? `${answer.status} ${answer.statusText}`);
  }

  return content as T;
};
