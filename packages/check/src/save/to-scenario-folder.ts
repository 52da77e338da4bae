import type { Failure, Json, JsonObject } from "@irsa-sim/core";
import { toJson } from "@irsa-sim/documents";
import { stringify } from "yaml";
import type { Play } from "../play/create-stage.js";

const HEADER = `# Written by irsa-sim check, from the files that it was given; what it assumed stands here too.
# expect says how it came out. Once it is mended: expect: { outcome: succeeded }
`;

/** What was played as a scenario of its own: texts by the names of its files. It runs as it did and expects what came out. */
export function toScenarioFolder({ tree, objects, report: { failure } }: Play): ReadonlyMap<string, string> {
  const { timeline, expect: _, ...world } = toJson(tree) as JsonObject;
  const scenario = { ...world, tags: ["checked"], timeline: (timeline as readonly JsonObject[]).map(withFileNames), expect: expectationOf(failure) };
  const manifests = [...objects].map(
    ([name, documents]) => [`${name}.yaml`, documents.map(({ node }) => write(node === null ? null : toJson(node))).join("---\n")] as const,
  );
  return new Map([["scenario.yaml", HEADER + write(scenario)], ...manifests]);
}

function withFileNames(entry: JsonObject): JsonObject {
  const { apply } = entry as { readonly apply?: readonly string[] };
  return apply === undefined ? entry : { apply: apply.map((name) => `${name}.yaml`) };
}

function expectationOf(failure: Failure | null): JsonObject {
  if (failure === null) return { outcome: "succeeded" };
  const error = { code: failure.code, ...(failure.status === null ? {} : { status: failure.status }) };
  return { outcome: "refused", step: failure.step, error, ...(failure.cause === null ? {} : { cause: failure.cause }) };
}

function write(value: Json): string {
  return stringify(value, { lineWidth: 0 });
}
