import { FileError } from "@irsa-sim/core";
import { localError } from "../load-error.js";
import type { ProviderInput } from "../providers/provider.js";
import type { TokenRead } from "./token-read.js";

/** Reads the token file, unless the app's own code takes the path for the token. The file's content goes on the wire as it is, a line break included, except where an SDK takes the first line only. */
export async function readToken({ files, chain, clock, webIdentityToken }: ProviderInput, path: string): Promise<TokenRead> {
  if (webIdentityToken?.sends === "path") return { text: path };
  const { content, reads, retriesOn, pauseMs } = chain.tokenFile;
  for (let attempt = 1; ; attempt += 1) {
    const text = readText(files, path);
    const isText = typeof text === "string";
    if (isText && (text !== "" || retriesOn !== "empty")) return { text: content === "first-line" ? firstLine(text) : text };
    const { code, message, why } = isText ? EMPTY : ({ code: text.code, message: text.message, why: "unreadable" } as const);
    if (why !== retriesOn || attempt >= reads) return { error: localError(code, chain.texts.tokenFileUnreadable(path, message, why)) };
    await clock.sleep(pauseMs(attempt));
  }
}

/** An empty file has no first line. */
function firstLine(text: string): string | null {
  return text === "" ? null : (text.split(/\r?\n/)[0] as string);
}

const EMPTY = { code: "EmptyTokenFile", message: "the file is empty", why: "empty" } as const;

/**
 * Reads a file whose path may be relative.
 * Differs from a container that has another working directory than `/`, where most begin.
 */
function readText(files: ProviderInput["files"], path: string): string | FileError {
  // No file has this name, not even the root.
  if (path === "") return new FileError("ENOENT", "no such file or directory", "open", path);
  const place = path.startsWith("/") || /^[A-Za-z]:/.test(path) ? path : `/${path}`;
  if (place !== path && files.stat(place) === null) return new FileError("ENOENT", "no such file or directory", "open", path);
  try {
    return new TextDecoder().decode(files.read(place));
  } catch (error) {
    if (error instanceof FileError) return error;
    throw error;
  }
}
