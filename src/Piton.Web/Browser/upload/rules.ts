/** What the server takes, as it wrote into the page. */
export interface Rules {
  /** As the `accept` attribute has it. */
  readonly accept: string;
  /** The same and the limits, for people. */
  readonly help: string;
  /** Of a file. */
  readonly maxBytes: number;
  /** Of a name: UTF-16 code units. */
  readonly maxName: number;
  /** Who may find a picture: the usual first. */
  readonly visibilities: readonly { readonly name: string; readonly label: string }[];
}

export const rules = JSON.parse(document.getElementById("upload-rules")!.textContent) as Rules;
