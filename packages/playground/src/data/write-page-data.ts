import { gzipSync, strToU8 } from "fflate";
import type { PageData } from "./page-data.js";

/** The other way of `readPageData`; the same data give the same text. */
export function writePageData(data: PageData): string {
  const compressed = gzipSync(strToU8(JSON.stringify(data)), { level: 9, mtime: 0 });
  const characters: string[] = [];
  for (const byte of compressed) characters.push(String.fromCharCode(byte));
  return btoa(characters.join(""));
}
