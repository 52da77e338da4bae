import { gunzipSync, strFromU8 } from "fflate";
import type { PageData } from "./page-data.js";

/** Reads what the build put into the page: JSON, compressed, as base64 in a block that no browser executes. */
export function readPageData(base64: string): PageData {
  const compressed = Uint8Array.from(atob(base64.trim()), (character) => character.charCodeAt(0));
  return JSON.parse(strFromU8(gunzipSync(compressed))) as PageData;
}
