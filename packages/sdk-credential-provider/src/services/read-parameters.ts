import { FileError, type Files, type Json, type JsonObject } from "@irsa-sim/core";
import { type LoadError, localError } from "../load-error.js";

const FILE = "file://";

/** The parameters with what stands in files: a text that begins with `file://` means the file's content, as with the AWS command line. */
export function readParameters(parameters: JsonObject, files: Files): { readonly parameters: JsonObject } | { readonly error: LoadError } {
  try {
    return { parameters: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, contentOf(value, files)])) };
  } catch (error) {
    if (error instanceof FileError) return { error: localError(error.code, error.message) };
    throw error;
  }
}

function contentOf(value: Json, files: Files): Json {
  return typeof value === "string" && value.startsWith(FILE) ? new TextDecoder().decode(files.read(value.slice(FILE.length))) : value;
}
