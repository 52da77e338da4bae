/** From the checked document to what a run reads: the timeline with the objects that it applies, the expectation that counts, and where each value was written. */
import type { JsonObject } from "@irsa-sim/core";
import { type DocumentNotice, memberOf, toJson } from "@irsa-sim/documents";
import { containersEnded } from "../timeline/containers-ended.js";
import { withObjects } from "../timeline/with-objects.js";
import type { Expectation } from "./expectation.js";
import type { LoadedScenario } from "./loaded-scenario.js";
import { createLocate } from "./locate.js";
import type { ChainLink } from "./read-chain.js";
import type { WithManifests } from "./read-manifests.js";
import type { ScenarioDocument } from "./schema/scenario-schema.js";

/** A scenario in which nothing was found wrong. */
export interface CheckedScenario extends WithManifests {
  readonly name: string;
  /** `null` without a matrix. */
  readonly cell: string | null;
  readonly own: ChainLink;
  readonly document: ScenarioDocument;
  /** Whether the fix was applied, so that the run must succeed. */
  readonly fixed: boolean;
  readonly notices: readonly DocumentNotice[];
}

/** Makes the value that a run takes. */
export function toLoadedScenario({ name, cell, own, document, fixed, notices, scenario, manifests }: CheckedScenario): LoadedScenario {
  const { matrix: _, patch: __, ...settings } = document;
  const base = memberOf(own.tree, "base");
  const fix = toFix(document.fix);
  return {
    ...settings,
    name,
    cell,
    base: base === null ? null : (toJson(base) as string),
    runUntilTold: containersEnded(document.timeline),
    timeline: withObjects(document.timeline, { scenario, manifests }),
    expect: fixed && fix !== null ? fix.expect : (document.expect as Expectation),
    fix,
    notices,
    locate: createLocate(scenario, { fixed }),
  };
}

function toFix(fix: ScenarioDocument["fix"]): LoadedScenario["fix"] {
  return fix === undefined ? null : { patch: fix.patch as JsonObject, expect: { outcome: "succeeded", ...(fix.expect as Expectation | undefined) } };
}
