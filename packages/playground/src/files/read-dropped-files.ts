/** Larger ones are no scenario's. */
const MAX_BYTES = 1 << 20;
const MAX_FILES = 200;

/** A file with its path below the folder that was dropped or chosen. */
export interface DroppedFile {
  readonly path: string;
  readonly file: Pick<File, "size" | "text">;
}

/** The texts of files that may belong to a scenario, by path; hidden ones, large ones and those past the first two hundred are left out. */
export async function readDroppedFiles(dropped: readonly DroppedFile[]): Promise<ReadonlyMap<string, string>> {
  const taken = dropped.filter(({ path, file }) => file.size <= MAX_BYTES && !/(^|\/)\./.test(path) && !path.includes("node_modules/")).slice(0, MAX_FILES);
  return new Map(await Promise.all(taken.map(async ({ path, file }) => [path, await file.text()] as const)));
}
