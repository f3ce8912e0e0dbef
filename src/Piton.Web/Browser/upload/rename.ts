import { antiforgery } from "../page/antiforgery";
import type { Image } from "./image";

/** @returns The image by its new name; null where that did not work. */
export const renameImage = async (id: string, name: string): Promise<Image | null> => {
  try {
    const answer = await fetch(`/api/v1/images/${id}`, {
      method: "PATCH",
      headers: { "Accept": "application/json", ...antiforgery(), "Content-Type": "application/json" },
      body: JSON.stringify({ name }),
    });
    return answer.ok ? await answer.json() as Image : null;
  } catch {
    return null;
  }
};
