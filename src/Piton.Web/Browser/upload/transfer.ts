import { antiforgery } from "../page/antiforgery";
import { Uppy } from "@uppy/core";
import XHRUpload from "@uppy/xhr-upload";
import type { Entry } from "./entry";
import type { Image } from "./image";

const ADDRESS = "/api/v1/images";

/** What came back for a file. */
export interface Answer {
  /** 0 where none came. */
  readonly status: number;
  /** The image, or problem details (RFC 9457); null where it is neither. */
  readonly body: Partial<Image & { readonly code: string; readonly detail: string }> | null;
  readonly retryAfter: string | null;
}

/** Who wants to hear of a file that is on its way. */
export interface Listener {
  onSent(bytes: number): void;
  onWhollySent(): void;
  onAnswer(answer: Answer): void;
}

type Meta = { relativePath: string; title: string; visibility: string };
type Body = Record<string, unknown>;

/** The form of the API: the name, where there is one, who finds it, and the file as it is called on its own disk. */
class ImageUpload extends XHRUpload<Meta, Body> {
  override createFormDataUpload(...[file]: Parameters<XHRUpload<Meta, Body>["createFormDataUpload"]>): FormData {
    const form = new FormData();
    if (file.meta.title !== "") {
      form.append("name", file.meta.title);
    }

    form.append("visibility", file.meta.visibility);
    form.append("file", file.data!, file.meta.name);
    return form;
  }
}

/** Sends files, each in a request of its own. It knows those alone that are on their way, and tries none twice: that is the queue's affair. */
export class Transfer {
  readonly #uppy = new Uppy<Meta, Body>();
  readonly #listeners = new Map<string, Listener>();

  constructor() {
    this.#uppy.use(ImageUpload, {
      endpoint: ADDRESS,
      headers: { Accept: "application/json", ...antiforgery() },
      responseType: "json",
      // A large file on a slow line, or one that takes long to convert, is no fault.
      timeout: 0,
      limit: 0,
      shouldRetry: () => false,
      onBeforeRequest: (request, _, [file]) => {
        request.upload.addEventListener("load", () => this.#listeners.get(file!.id)?.onWhollySent());
      },
    });
    this.#uppy.on("upload-progress", (file, progress) => {
      this.#listeners.get(file!.id)?.onSent(progress.bytesUploaded || 0);
    });
    this.#uppy.on("upload-success", (file, { status, body }) => {
      this.#end(file!.id, { status, body: (body as Answer["body"]) ?? null, retryAfter: null });
    });
    this.#uppy.on("upload-error", (file, _, response) => {
      const request = response as unknown as XMLHttpRequest | undefined;
      this.#end(file!.id, {
        status: request?.status ?? 0,
        body: (request?.response as Answer["body"]) ?? null,
        retryAfter: request?.getResponseHeader("Retry-After") ?? null,
      });
    });
  }

  /**
   * @param name Empty where it is called like its file.
   * @returns Ends it without an answer.
   */
  send({ id, fileName, visibility }: Entry, data: Blob, name: string, listener: Listener): () => void {
    const key = this.#uppy.addFile({ name: fileName, type: data.type, data, meta: { relativePath: id, title: name, visibility } });
    this.#listeners.set(key, listener);

    // It rejects where a file fails, which its event has told already.
    this.#uppy.upload().catch(() => { });
    return () => this.#forget(key);
  }

  #end(key: string, answer: Answer): void {
    const listener = this.#listeners.get(key);
    this.#forget(key);
    listener?.onAnswer(answer);
  }

  #forget(key: string): void {
    this.#listeners.delete(key);
    this.#uppy.removeFile(key);
  }
}
