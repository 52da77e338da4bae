import { filesOfEntry } from "./files-of-entry.js";
import { filesOfHandle } from "./files-of-handle.js";
import type { DroppedFile } from "./read-dropped-files.js";

/** What TypeScript's own types leave out; not every browser has it. */
interface ItemWithHandle {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/**
 * All files of what was dropped, those in folders too. They have to be asked for at once: after the event they are gone.
 * As handles where the browser has these, since Chromium reads no entries for a page that was opened from disk.
 */
export async function listDroppedFiles({ items }: Pick<DataTransfer, "items">): Promise<readonly DroppedFile[]> {
  return (await Promise.all([...items].map(filesOf))).flat();
}

async function filesOf(item: DataTransferItem & ItemWithHandle): Promise<readonly DroppedFile[]> {
  if (item.kind !== "file") return [];
  if (item.getAsFileSystemHandle === undefined) {
    const entry = item.webkitGetAsEntry();
    return entry === null ? [] : filesOfEntry(entry);
  }
  const handle = await item.getAsFileSystemHandle();
  return handle === null ? [] : filesOfHandle(handle);
}
