import type { BreaksAt, CheckWarning } from "@irsa-sim/core";
import type { PlayedWorkload } from "../play/play-workload.js";
import { nodeRoleInReach } from "./node-role-in-reach.js";
import { skippedContainers } from "./skipped-containers.js";
import { tokenBySubPath } from "./token-by-sub-path.js";
import type { WarningRule } from "./warning-rule.js";

/** What documents show without being played. */
const RULES: readonly WarningRule[] = [tokenBySubPath, skippedContainers, nodeRoleInReach];

const NOWHERE = { file: null, line: null, column: null };

/** When what the catalogue's causes warn of breaks; the others let somebody in, or have no effect. */
const BREAKS_AT: Readonly<Record<string, BreaksAt>> = {
  "token-swap-race": "rotation",
  "token-read-once": "rotation",
  "no-expiry-grace": "rotation",
  "sdk-without-web-identity": "upgrade",
};

/** What to beware of in a workload: what its runs warn of, and what its documents show; each once. */
export function findWarnings({ workload: { kind, namespace, name }, relation, plays }: PlayedWorkload): readonly CheckWarning[] {
  const workload = `${kind} ${namespace}/${name}`;
  const ofRuns = plays
    .flatMap(({ report }) => report.warnings)
    .map(({ cause, because, fix, from }): CheckWarning => {
      const place = from?.line === undefined ? NOWHERE : { file: from.file, line: from.line, column: from.column ?? null };
      return { cause, message: because, fix, ...place, workload, breaksAt: BREAKS_AT[cause] ?? "never" };
    });
  const ofDocuments = RULES.flatMap((rule) => rule(relation)).map(({ at: { place }, ...found }): CheckWarning => ({ ...found, ...place, workload }));
  return [...new Map([...ofRuns, ...ofDocuments].map((warning) => [JSON.stringify(warning), warning])).values()];
}
