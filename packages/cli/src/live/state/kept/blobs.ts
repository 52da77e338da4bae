import { createHash } from "node:crypto";
import type { StateFolder } from "../open-state-folder.js";
import type { ByteStore } from "./values.js";

/** Bytes in files of their own, each under its own hash: what is there already is not written again. */
export interface Blobs extends ByteStore {
  /** Removes those that are not among `names`. */
  keepOnly(names: ReadonlySet<string>): void;
}

/** Bytes that are not there, or not those that were written. */
export class BlobError extends Error {}

/** The folder with the files, in a state folder. */
export const BLOBS_FOLDER = "objects";

/** Opens the files of a folder. */
export function openBlobs(folder: StateFolder): Blobs {
  const there = new Set(folder.list(BLOBS_FOLDER));
  // The same bytes are asked for again at each writing.
  const nameOf = new WeakMap<Uint8Array, string>();
  return {
    put(bytes) {
      const name = nameOf.get(bytes) ?? hashOf(bytes);
      nameOf.set(bytes, name);
      if (!there.has(name)) folder.write(`${BLOBS_FOLDER}/${name}`, bytes);
      there.add(name);
      return name;
    },
    get(name) {
      const bytes = there.has(name) ? folder.readBytes(`${BLOBS_FOLDER}/${name}`) : null;
      if (bytes === null || hashOf(bytes) !== name) throw new BlobError(name);
      nameOf.set(bytes, name);
      return bytes;
    },
    keepOnly(names) {
      for (const name of there) {
        if (names.has(name)) continue;
        folder.remove(`${BLOBS_FOLDER}/${name}`);
        there.delete(name);
      }
    },
  };
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
