import type { JsonObject } from "@irsa-sim/core";
import { type LocatedNode, memberOf, toJson } from "@irsa-sim/documents";
import type { ManifestKey, WithManifests } from "../scenario/read-manifests.js";
import { asApplied } from "./as-applied.js";
import { filesOf } from "./files-of.js";
import type { TimelineEntry } from "./timeline-entry.js";
import type { CheckedEntry } from "./timeline-schema.js";

/** A timeline with what stands in the files that its actions read, after all patches. */
export function withObjects(timeline: readonly CheckedEntry[], { scenario, manifests }: WithManifests): readonly TimelineEntry[] {
  const written = memberOf(scenario, "timeline");
  const entries = written?.kind === "list" ? written.items : [];
  return timeline.map((entry, index) => {
    if (entry.kind === "expect") return entry;
    const keys = (entries[index] === undefined ? [] : filesOf(entries[index])).flatMap((file) => manifests.get(toJson(file) as string) ?? []);
    return { ...entry, objects: keys.flatMap((key) => manifestAt(scenario, key)) };
  });
}

/** An object as it stands after all patches; none when a patch took it away. */
function manifestAt(scenario: LocatedNode, { kind, key }: ManifestKey): readonly JsonObject[] {
  const node = memberOf(memberOf(memberOf(scenario, "kubernetes"), kind), key);
  return node === null ? [] : [asApplied(kind, node)];
}
