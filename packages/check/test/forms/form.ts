import { stringify } from "yaml";
import type { InputFile } from "../../src/index.js";
import type { World } from "./world.js";

/** A form in which people have a world. */
export interface Form {
  readonly name: string;
  /** Why some worlds cannot be written so; nothing where all can. */
  readonly cannot?: readonly string[];
  /** `null` for a world that cannot be written so. */
  readonly write: (world: World) => readonly InputFile[] | null;
}

/** A file as somebody names it. */
export function file(name: string, text: string): InputFile {
  return { file: name, text, isNamed: true };
}

/** A file of JSON. */
export function json(name: string, value: unknown): InputFile {
  return file(name, `${JSON.stringify(value, null, 2)}\n`);
}

/** A file of YAML documents. */
export function yaml(name: string, documents: readonly unknown[]): InputFile {
  return file(name, documents.map((document) => stringify(document, { lineWidth: 0, aliasDuplicateObjects: false })).join("---\n"));
}
