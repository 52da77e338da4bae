import { type ProjectedFile, sameBytes } from "../atomic-writer/atomic-writer.js";

/** How a volume was left: which files it was given, and how the disk was then. */
export interface SettledVolume {
  /** Of the disk. */
  readonly revision: number;
  readonly payload: ReadonlyMap<string, ProjectedFile>;
}

/** Whether a volume needs no look: nothing on the disk has changed since, and the sources give the same files. */
export function isSettled(settled: SettledVolume | undefined, { revision, payload }: SettledVolume): boolean {
  return settled !== undefined && settled.revision === revision && settled.payload.size === payload.size && [...payload].every(isIn(settled.payload));
}

function isIn(settled: SettledVolume["payload"]): (entry: readonly [string, ProjectedFile]) => boolean {
  return ([path, { content, mode, uid, gid }]) => {
    const before = settled.get(path);
    return (
      before !== undefined &&
      (before.content === content || sameBytes(before.content, content)) &&
      before.mode === mode &&
      before.uid === uid &&
      before.gid === gid
    );
  };
}
