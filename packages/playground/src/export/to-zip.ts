import { strToU8, zipSync } from "fflate";

/** The oldest time that a zip file can tell: files made in a page have none of their own. */
const NO_TIME = new Date(1980, 0, 2);

/** Files by path as a zip; the same files give the same bytes. */
export function toZip(files: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> {
  return zipSync(Object.fromEntries([...files].map(([path, text]) => [path, strToU8(text)])), { mtime: NO_TIME }) as Uint8Array<ArrayBuffer>;
}
