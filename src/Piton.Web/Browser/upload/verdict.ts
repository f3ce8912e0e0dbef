import { bytes } from "../page/numbers";
import { text } from "../page/texts";
import type { Answer } from "./transfer";
import type { Image } from "./image";

/** What an answer means for its file. */
export type Verdict =
  | { readonly kind: "done" | "duplicate"; readonly image: Image }
  | { readonly kind: "refused" | "failed"; readonly reason: string }
  | { readonly kind: "busy"; readonly reason: string; readonly seconds: number }
  | { readonly kind: "dropped" };

/** Where a busy server does not say when to come back. */
const USUAL_WAIT = 10;

/** @returns Seconds (RFC 9110, 10.2.3: a number of them, or a date). */
const secondsOf = (retryAfter: string | null): number => {
  const seconds = Number(retryAfter ?? USUAL_WAIT);
  const wait = Number.isNaN(seconds) ? (Date.parse(retryAfter!) - Date.now()) / 1000 : seconds;
  return Number.isNaN(wait) ? USUAL_WAIT : Math.max(1, wait);
};

/** @param size Of the file: bytes. */
export const verdictOf = ({ status, body, retryAfter }: Answer, size: number): Verdict => {
  // A proxy says 502 or 504 where Piton is away, during an update for instance.
  if (status === 0 || status === 502 || status === 504) {
    return { kind: "dropped" };
  }

  if ((status === 200 || status === 201) && body?.id !== undefined) {
    const image = body as Image;
    return { kind: image.duplicate === true ? "duplicate" : "done", image };
  }

  if (status === 429 || status === 503) {
    return { kind: "busy", reason: body?.detail ?? text("The server has too much to do."), seconds: secondsOf(retryAfter) };
  }

  if (status >= 400 && status < 500 && body?.code !== undefined) {
    return { kind: "refused", reason: body.detail ?? text("The server answered with status {0}.", status) };
  }

  return status === 413
    ? { kind: "failed", reason: text("A proxy in front of Piton refused the {0} of this file. Ask its administrator to allow more (nginx: client_max_body_size).", bytes(size)) }
    : { kind: "failed", reason: body?.detail ?? text("The server answered with status {0}.", status) };
};
