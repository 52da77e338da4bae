import { appendFileSync, chmodSync, closeSync, existsSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { makeFolders } from "../../files/make-folders.js";
import { makeTemporaryFolder } from "../../files/make-temporary-folder.js";
import { writeAtomically } from "../../files/write-atomically.js";
import { writeTo } from "../../files/write-to.js";
import { UsageError } from "../../usage-error.js";

/** The folder of a simulation: what it keeps, and what clients need to find it. Nobody but its owner may look in. */
export interface StateFolder {
  readonly path: string;
  /** Whether it goes when the simulation ends. */
  readonly isTemporary: boolean;
  /** A file's text; `null` without such a file. */
  read(name: string): string | null;
  /** A file's bytes; `null` without such a file. */
  readBytes(name: string): Uint8Array | null;
  /** Names of what is in a folder below; empty without such a folder. What a writing left that was ended in the middle is removed. */
  list(name: string): readonly string[];
  /** Removes a file, if it is there. */
  remove(name: string): void;
  /** Moves what is there of some files and folders into a new folder below. @returns its path */
  setAside(names: readonly string[]): string;
  /** Writes a file as a whole, for its owner alone. @returns its path */
  write(name: string, content: string | Uint8Array): string;
  /** Opens a file for what is written behind what is there. */
  openEnd(name: string): FileEnd;
  /** Removes a temporary folder. */
  close(): void;
}

/** The end of a file. */
export interface FileEnd {
  /** Writes behind what is there; it is with the operating system when this returns. */
  append(text: string): void;
  close(): void;
}

/** What tells that a folder is one of ours. */
export const STATE_FILE = "state.json";
/** Folders of what could not be used, by number. */
const SET_ASIDE = "set-aside-";
const OWNER_ALONE = { folder: 0o700, file: 0o600 };

/**
 * Opens the folder, with mode 0700; a temporary one where none is named.
 *
 * @throws {UsageError} for a folder that has other things in it, or is none
 * @throws {PathError} when the operating system refuses
 */
export function openStateFolder(named: string | undefined): StateFolder {
  const path = named === undefined ? makeTemporaryFolder("irsa-sim-up-") : useFolder(resolve(named));
  return {
    path,
    isTemporary: named === undefined,
    read: (name) => (existsSync(join(path, name)) ? readFileSync(join(path, name), "utf8") : null),
    readBytes: (name) => (existsSync(join(path, name)) ? new Uint8Array(readFileSync(join(path, name))) : null),
    list(name) {
      const found = existsSync(join(path, name)) ? readdirSync(join(path, name)) : [];
      for (const one of found) if (one.endsWith(".tmp")) rmSync(join(path, name, one));
      return found.filter((one) => !one.endsWith(".tmp"));
    },
    remove: (name) => rmSync(join(path, name), { force: true }),
    setAside(names) {
      const taken = readdirSync(path).filter((one) => one.startsWith(SET_ASIDE)).length;
      const aside = join(path, `${SET_ASIDE}${taken + 1}`);
      makeFolders(aside, OWNER_ALONE.folder);
      for (const name of names) if (existsSync(join(path, name))) renameSync(join(path, name), join(aside, name));
      return aside;
    },
    write(name, content) {
      const file = join(path, name);
      writeAtomically(file, content, OWNER_ALONE.file);
      return file;
    },
    openEnd(name) {
      const file = openSync(join(path, name), "a", OWNER_ALONE.file);
      return { append: (text) => writeTo(join(path, name), () => appendFileSync(file, text)), close: () => closeSync(file) };
    },
    close() {
      if (named === undefined) rmSync(path, { recursive: true, force: true });
    },
  };
}

function useFolder(path: string): string {
  writeTo(path, () => makeFolders(path, OWNER_ALONE.folder));
  if (!statSync(path).isDirectory()) throw new UsageError(`--state ${path} is no folder`);
  const found = readdirSync(path);
  if (found.length > 0 && !found.includes(STATE_FILE))
    throw new UsageError(`--state ${path} has other things in it`, { hint: "name a folder that is empty, or not there yet, or that irsa-sim up has made" });
  writeTo(path, () => chmodSync(path, OWNER_ALONE.folder));
  return path;
}
