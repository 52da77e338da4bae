import type { ContainerCheck, Failure, RunReport, SourceReference, Warning, WorkloadCheck } from "@irsa-sim/core";
import { createGivenReader, textOf } from "@irsa-sim/documents";
import { loadTree, runScenario } from "@irsa-sim/scenario-runner";
import { ASSUMED } from "../assume/assumptions.js";
import type { CheckOptions } from "../check-options.js";
import { describeObjects } from "../describe/describe-objects.js";
import { describeWorld } from "../describe/describe-world.js";
import type { Inventory } from "../gather/inventory.js";
import type { Relation } from "../relate/relation.js";
import { type AlikeContainers, callersOf } from "./callers-of.js";

/** What is played with when nobody says which SDK it is. */
export const DEFAULT_SDK = "botocore";

/** A workload as it came out, and what nobody was refused for. */
export interface PlayedWorkload {
  readonly workload: WorkloadCheck;
  readonly warnings: readonly Warning[];
}

/** What a workload is played with. */
export interface Playing {
  readonly inventory: Inventory;
  readonly texts: ReadonlyMap<string, string>;
  readonly options: CheckOptions;
}

/**
 * Plays the flow for each container of a workload, each in a world of its own.
 *
 * @throws {ScenarioError} when the documents cannot be played
 */
export async function playWorkload(relation: Relation, playing: Playing): Promise<PlayedWorkload> {
  const { workload, serviceAccountName, roleArn, issuer } = relation;
  const played: { readonly check: ContainerCheck; readonly report: RunReport }[] = [];
  for (const containers of callersOf(workload)) {
    const report = await playContainer(relation, containers, playing);
    played.push({ check: judge(containers, report), report });
  }
  const { kind, namespace, name, document } = workload;
  const { file, line, column } = document.node.place;
  return {
    workload: {
      ...{ kind, namespace, name, from: { file, line, column }, serviceAccount: serviceAccountName },
      role: textOf(roleArn),
      issuer: textOf(issuer) ?? "",
      verdict: played.some(({ check }) => check.verdict === "broken") ? "broken" : "works",
      containers: played.map(({ check }) => check),
    },
    warnings: played.flatMap(({ report }) => report.warnings),
  };
}

function playContainer(relation: Relation, { names, isInit }: AlikeContainers, { inventory, texts, options }: Playing): Promise<RunReport> {
  const caller = { container: names[0] ?? "", isInit, sdk: options.sdk ?? DEFAULT_SDK, sdkVersion: options.sdkVersion };
  const tree = describeWorld(relation, caller, options.calls);
  const reader = createGivenReader(describeObjects(relation), inventory.managedPolicies);
  const scenario = loadTree(tree, { name: relation.workload.name, reader, texts });
  return runScenario(scenario, { seed: options.seed, startAt: options.startAt, keys: options.keys, keysAre: "well-known" });
}

function judge({ names }: AlikeContainers, { failure, steps }: RunReport): ContainerCheck {
  return {
    names,
    verdict: failure === null ? "works" : "broken",
    steps: steps.map(({ step, title, outcome }) => ({ step, title, outcome })),
    failure: failure === null ? null : withoutAssumedPlaces(failure),
  };
}

/** What nobody wrote stands in no line. */
function withoutAssumedPlaces(failure: Failure): Failure {
  const place = (from: SourceReference | null): SourceReference | null => (from?.file === ASSUMED.file ? null : from);
  return { ...failure, expectedFrom: place(failure.expectedFrom), actualFrom: place(failure.actualFrom) };
}
