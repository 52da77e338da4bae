/** A scenario that was read, merged, patched and checked: nothing in it can be wrong any more, only unwise. */
import type { JsonObject, SourceReference } from "@irsa-sim/core";
import type { DocumentNotice } from "@irsa-sim/documents";
import type { WorldDescription } from "@irsa-sim/simulation";
import type { TimelineEntry } from "../timeline/timeline-entry.js";
import type { Expectation } from "./expectation.js";
import type { ScenarioDocument } from "./schema/scenario-schema.js";

/** A scenario, ready to run. */
export interface LoadedScenario extends WorldDescription, Pick<ScenarioDocument, "title" | "description" | "tags" | "golden" | "replicas" | "lesson"> {
  /** With the cell in brackets, where there is one. */
  readonly name: string;
  /** Which cell of its matrix this is, such as `sdk=go-v2`; `null` without a matrix. */
  readonly cell: string | null;
  /** The scenario that this one is based on, as the file names it. */
  readonly base: string | null;
  readonly timeline: readonly TimelineEntry[];
  readonly expect: Expectation;
  /** What makes the scenario succeed: addresses and the values to merge in there, and how it then comes out. */
  readonly fix: { readonly patch: JsonObject; readonly expect: Expectation } | null;
  /** What its files say without effect, and what is likely not meant; in the order of the files. */
  readonly notices: readonly DocumentNotice[];
  /**
   * Where a value was written, after patches; `null` when no file says it.
   *
   * @param source `role/NAME`, `role/NAME/trust-policy`, `role/NAME/policy/POLICY`, `policy/NAME`, `user/NAME/policy/POLICY`, `oidc-provider/URL` (without scheme), `bucket/NAME/policy`,
   *   `kms-key/ID/policy`, `organization/service-control-policy/NAME`, `organization/resource-control-policy/NAME`,
   *   `Pod/NAMESPACE/NAME`, `ServiceAccount/NAMESPACE/NAME`, `golden`, `expect`, `timeline`, `timeline/N` (the timeline's action N from 0), `expect/N` (what it expects), `fix`, `fix/expect`
   * @param pointer RFC 6901, into that document; where it leads nowhere, the nearest value above counts; of what is referred to, the reference counts, and for what is in it the place to which that refers
   * @param cluster whose objects and network are meant; any cluster's when absent
   */
  locate(source: string, pointer: string, cluster?: string): SourceReference | null;
}
