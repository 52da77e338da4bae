import { goQuoted } from "@irsa-sim/kubernetes-types";
import type { Volume, VolumeProjection } from "../types/volume.js";

interface Path {
  readonly path: string;
  /** Empty where the volume has one source. */
  readonly source: string;
}

/** Warnings of files of one volume that are in each other's way. */
export function* findPathWarnings(volumes: readonly Volume[]): Generator<string> {
  for (const { name = "", configMap, secret, downwardAPI, projected } of volumes) {
    const told = (of: string, paths: readonly Path[]) =>
      findOverlaps(paths).map((overlap) => `volume ${goQuoted(name)} (${of}): overlapping paths: ${overlap}`);
    const plain = (items: readonly { readonly path?: string }[] = []) => pathsOf(items, "");
    yield* told(`ConfigMap ${goQuoted(configMap?.name ?? "")}`, plain(configMap?.items));
    yield* told(`Secret ${goQuoted(secret?.secretName ?? "")}`, plain(secret?.items));
    yield* told("DownwardAPI", plain(downwardAPI?.items));
    const { sources = [] } = projected ?? {};
    for (const source of sources) if (Object.keys(source).length === 0) yield `volume ${goQuoted(name)} (Projected) has no sources provided`;
    yield* told("Projected", sources.flatMap(pathsOfProjection));
  }
}

function pathsOf(items: readonly { readonly path?: string }[], source: string): readonly Path[] {
  return items.map(({ path = "" }) => ({ path, source }));
}

function pathsOfProjection({ configMap, secret, downwardAPI, serviceAccountToken }: VolumeProjection): readonly Path[] {
  if (configMap?.items !== undefined) return pathsOf(configMap.items, `ConfigMap ${goQuoted(configMap.name ?? "")}`);
  if (secret?.items !== undefined) return pathsOf(secret.items, `Secret ${goQuoted(secret.name ?? "")}`);
  if (downwardAPI?.items !== undefined) return pathsOf(downwardAPI.items, "DownwardAPI");
  return serviceAccountToken === undefined ? [] : pathsOf([serviceAccountToken], "ServiceAccountToken");
}

function findOverlaps(paths: readonly Path[]): readonly string[] {
  const trimmed = paths.map(({ path, source }) => ({ path: path.replace(/\/+$/, ""), source }));
  return trimmed.flatMap((one, index) =>
    trimmed.slice(0, index).flatMap((other) => (overlaps(one.path, other.path) ? [`${shown(one)} with ${shown(other)}`] : [])),
  );
}

function overlaps(a: string, b: string): boolean {
  return a !== "" && b !== "" && (`${a}/`.startsWith(`${b}/`) || `${b}/`.startsWith(`${a}/`));
}

function shown({ path, source }: Path): string {
  return source === "" ? goQuoted(path) : `${goQuoted(path)} (${source})`;
}
