/** Why nothing is sent for now, and until when at the latest: milliseconds since 1970. */
export interface Pause {
  readonly why: "offline" | "dropped" | "busy";
  readonly reason: string;
  readonly until: number;
}
