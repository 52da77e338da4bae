import type { ContainerCheck, SourceReference, WorkloadCheck } from "@irsa-sim/core";
import { type LocatedNode, memberOf, textOf } from "@irsa-sim/documents";
import type { LoadedScenario } from "@irsa-sim/scenario-runner";
import { ASSUMED } from "../assume/assumptions.js";
import type { CheckOptions } from "../check-options.js";
import { describeObjects } from "../describe/describe-objects.js";
import { describeWorld } from "../describe/describe-world.js";
import { tellAdmission } from "../evidence/tell-admission.js";
import { findCause } from "../place/find-cause.js";
import type { Relation } from "../relate/relation.js";
import { type AlikeContainers, callersOf } from "./callers-of.js";
import type { Play, Stage } from "./create-stage.js";

/** What is played with when nobody says which SDK it is. */
export const DEFAULT_SDK = "botocore";

/** A workload as it came out. */
export interface PlayedWorkload {
  readonly workload: WorkloadCheck;
  readonly relation: Relation;
  readonly plays: readonly Play[];
}

/** What a workload is played with. */
export interface Playing {
  readonly stage: Stage;
  /** The documents of each file. */
  readonly trees: ReadonlyMap<string, readonly LocatedNode[]>;
  readonly options: CheckOptions;
}

/**
 * Plays the flow for each container of a workload, each in a world of its own.
 *
 * @throws {ScenarioError} when the documents cannot be played
 */
export async function playWorkload(relation: Relation, playing: Playing): Promise<PlayedWorkload> {
  const { workload, serviceAccountName, roleArn, issuer } = relation;
  const plays: Play[] = [];
  for (const containers of callersOf(workload)) plays.push(await playContainer(relation, containers, playing));
  const checks = joinAlike(plays.map((play) => judge(play, { relation, trees: playing.trees })));
  const { kind, namespace, name, document } = workload;
  const { file, line, column } = document.node.place;
  return {
    workload: {
      ...{ kind, namespace, name, from: { file, line, column }, serviceAccount: serviceAccountName },
      role: textOf(roleArn),
      issuer: textOf(issuer) ?? "",
      verdict: checks.some(({ verdict }) => verdict === "broken") ? "broken" : "works",
      containers: checks,
    },
    relation,
    plays,
  };
}

/** What several containers fail with alike is told once, of all of them. */
function joinAlike(checks: readonly ContainerCheck[]): readonly ContainerCheck[] {
  const joined = new Map<string, ContainerCheck>();
  for (const [index, check] of checks.entries()) {
    const { failure } = check;
    const told = failure === null ? index : { ...failure, event: null, subject: null };
    const key = JSON.stringify([told, check.causedAt]);
    joined.set(key, { ...check, ...joined.get(key), names: [...(joined.get(key)?.names ?? []), ...check.names] });
  }
  return [...joined.values()];
}

async function playContainer(relation: Relation, { names, isInit }: AlikeContainers, { stage, options }: Playing): Promise<Play> {
  const caller = { container: names[0] ?? "", isInit, sdk: options.sdk ?? DEFAULT_SDK, sdkVersion: options.sdkVersion };
  const described = { name: relation.workload.name, tree: describeWorld(relation, caller, options.calls), objects: describeObjects(relation) };
  return { containers: names, ...described, ...(await stage.play(described)) };
}

function judge(
  { containers, scenario, report: { failure, steps, events } }: Play,
  { relation, trees }: Pick<Playing, "trees"> & { readonly relation: Relation },
): ContainerCheck {
  const placed =
    failure === null
      ? null
      : {
          ...failure,
          ...tellAdmission(relation, failure, events),
          expectedFrom: placeOf({ value: failure.expected, from: failure.expectedFrom }, relation, scenario),
          actualFrom: placeOf({ value: failure.actual, from: failure.actualFrom }, relation, scenario),
        };
  return {
    names: containers,
    verdict: failure === null ? "works" : "broken",
    steps: steps.map(({ step, title, outcome }) => ({ step, title, outcome })),
    failure: placed,
    causedAt: placed === null ? [] : findCause(placed, { scenario, relation, trees }),
  };
}

/** Where a value of a failure stands: what the service account's annotation says stands there, and a provider's URL at the provider; what is written in the world's own words stands in no file. */
function placeOf(
  { value, from }: { readonly value: string | null; readonly from: SourceReference | null },
  { roleArn, oidcProviders }: Relation,
  scenario: Pick<LoadedScenario, "locate">,
): SourceReference | null {
  if (from?.line !== undefined) return from;
  if (roleArn !== null && value === textOf(roleArn)) return roleArn.place;
  const listed = value?.split(", ") ?? [];
  const provider = [...oidcProviders.values()]
    .flat()
    .flatMap((one) => memberOf(one, "url") ?? [])
    .find((url) => url.place.file !== ASSUMED.file && listed.includes(textOf(url) ?? ""));
  if (provider !== undefined) return provider.place;
  return from !== null && scenario.locate(from.file, from.pointer ?? "") !== null ? null : from;
}
