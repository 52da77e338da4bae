import type { MendedFile } from "@irsa-sim/check";
import { createTwoFilesPatch } from "diff";

/** The changes of a file as `git apply` and `patch -p1` take them. */
export function toUnifiedDiff({ file, before, after }: MendedFile): string {
  const separator = /^=+\n/;
  const path = file.replace(/^\/+/, "");
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, "", "", { context: 3 })
    .replace(separator, "")
    .replaceAll(/^(--- .*?|\+\+\+ .*?)\t?$/gm, "$1");
}
