/**
 * A runtime that remembers where the links of a path led, as PHP's realpath cache does (sdk-credential-chains.md, section 3.12, #2393): a file that was read once
 * is read at its old place until the entry is too old, even where a link on the way leads elsewhere by now.
 * Leaves out: the cache's size, and entries for the directories on the way.
 */
import { type Clock, type EpochMillis, type Files, type Span, toRfc3339 } from "@irsa-sim/core";

/** How the runtime remembers. */
export interface RealpathCacheOptions {
  /** How long an entry is good. */
  readonly ttlMs: number;
  readonly clock: Clock;
  /** Where it is noted that an entry was used. */
  readonly root: Span;
}

/** The files as a program in that runtime reads them. */
export function withRealpathCache(files: Files, { ttlMs, clock, root }: RealpathCacheOptions): Files {
  const entries = new Map<string, { readonly realPath: string; readonly since: EpochMillis }>();
  return {
    ...files,
    read(path) {
      const entry = entries.get(path);
      if (entry !== undefined && clock.now() < entry.since + ttlMs) {
        const { realPath, since } = entry;
        root
          .enter("The runtime goes where a path led before", { step: 6, actor: "sdk" })
          .note("app.realpath-reused", { path, realPath, since: toRfc3339(since), exists: files.stat(realPath) !== null });
        return files.read(realPath);
      }
      const content = files.read(path);
      entries.set(path, { realPath: realpath(files, path), since: clock.now() });
      return content;
    },
  };
}

/** The path without links; of a path that can be read. */
function realpath(files: Files, path: string): string {
  const real: string[] = [];
  const pending = segmentsOf(path).reverse();
  for (let segment = pending.pop(); segment !== undefined; segment = pending.pop()) {
    if (segment === "..") {
      real.pop();
      continue;
    }
    const here = `/${[...real, segment].join("/")}`;
    if (files.lstat(here)?.kind !== "symlink") {
      real.push(segment);
      continue;
    }
    const target = files.readLink(here);
    if (target.startsWith("/")) real.length = 0;
    pending.push(...segmentsOf(target).reverse());
  }
  return `/${real.join("/")}`;
}

function segmentsOf(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "" && segment !== ".");
}
