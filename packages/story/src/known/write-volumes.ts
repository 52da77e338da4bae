import type { ChangeEvent } from "@irsa-sim/core";
import type { KnownVolume, VolumeEntry } from "./known.js";

interface WrittenFile {
  readonly link?: string;
  readonly mode?: string;
  readonly owner?: string;
  readonly bytes?: number;
}

/**
 * The volumes after the kubelet wrote a file: the file stands in the directory of this write, onto which the `..data` link was moved; the path that apps read is
 * a link through that one. A directory of an earlier write is gone.
 */
export function writeVolumes(volumes: readonly KnownVolume[], { what, after }: ChangeEvent): readonly KnownVolume[] {
  const slash = what.lastIndexOf("/");
  const [path, name] = [what.slice(0, slash), what.slice(slash + 1)];
  const { link, mode = "", owner = "", bytes = 0 } = (after ?? {}) as WrittenFile;
  const known = volumes.find((volume) => volume.path === path);
  const others = volumes.filter((volume) => volume.path !== path);
  if (after === null) return others;
  const file: VolumeEntry = { kind: "file", name, mode, owner, bytes };
  const target = link?.split(" -> ")[1];
  if (target === undefined) return inOrder([...others, { path, entries: [...(known?.entries ?? []).filter((entry) => entry.name !== name), file] }]);
  const directory = known?.entries.find((entry) => entry.kind === "directory" && entry.name === target);
  const files = directory?.kind === "directory" ? directory.entries.filter((entry) => entry.name !== name) : [];
  const links = (known?.entries ?? []).filter((entry) => entry.kind === "link" && entry.name !== "..data" && entry.name !== name);
  const entries: readonly VolumeEntry[] = [
    { kind: "directory", name: target, entries: byName([...files, file]) },
    { kind: "link", name: "..data", target },
    ...byName([...links, { kind: "link", name, target: `..data/${name}` }]),
  ];
  return inOrder([...others, { path, entries }]);
}

function byName(entries: readonly VolumeEntry[]): readonly VolumeEntry[] {
  return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function inOrder(volumes: readonly KnownVolume[]): readonly KnownVolume[] {
  return volumes.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
