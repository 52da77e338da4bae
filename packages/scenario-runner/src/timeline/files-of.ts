import { type LocatedNode, memberOf } from "@irsa-sim/documents";
import { ACTIONS } from "./actions.js";

/** The names of the Kubernetes files that an entry of a timeline reads, where they are written. */
export function filesOf(entry: LocatedNode): readonly LocatedNode[] {
  return ACTIONS.flatMap(({ name, readsFiles = false }) => {
    const written = readsFiles ? memberOf(entry, name) : null;
    const files = written?.kind === "list" ? written : memberOf(written, "files");
    return files?.kind === "list" ? files.items : [];
  });
}
