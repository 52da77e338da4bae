import type { DroppedFile } from "./read-dropped-files.js";

/** What TypeScript's own types leave out. */
interface ListedFolder {
  values(): AsyncIterable<FileSystemHandle>;
}

/** All files below a handle of the File System API, by their path from there on. */
export async function filesOfHandle(handle: FileSystemHandle, within = ""): Promise<readonly DroppedFile[]> {
  const path = `${within}${handle.name}`;
  if (handle.kind === "file") return [{ path, file: await (handle as FileSystemFileHandle).getFile() }];
  const found: DroppedFile[] = [];
  for await (const child of (handle as FileSystemHandle & ListedFolder).values()) found.push(...(await filesOfHandle(child, `${path}/`)));
  return found;
}
