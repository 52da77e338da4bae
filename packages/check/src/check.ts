import type { CheckReport, Failure } from "@irsa-sim/core";
import { listNames } from "@irsa-sim/documents";
import { assumeServiceAccounts } from "./assume/assume-service-accounts.js";
import { assumeShownAccounts } from "./assume/assume-shown-accounts.js";
import { assumeWorkloads } from "./assume/assume-workloads.js";
import { ASSUMED, createAssumptions } from "./assume/assumptions.js";
import { CheckError } from "./check-error.js";
import type { CheckOptions } from "./check-options.js";
import { compareCalls } from "./evidence/compare-calls.js";
import { seenCallsIn, withSeenCalls } from "./evidence/seen-calls.js";
import { separateEvidence } from "./evidence/separate-evidence.js";
import { type BoundUnknown, bindAll } from "./gather/bind-unknowns.js";
import { claimPolicies } from "./gather/claim-policies.js";
import { gather } from "./gather/gather.js";
import type { Inventory } from "./gather/inventory.js";
import { readInput } from "./gather/read-input.js";
import { standingIn } from "./gather/standing-in.js";
import type { InputFile } from "./input-file.js";
import { createPlayMemory, createStage, type PlayMemory } from "./play/create-stage.js";
import { DEFAULT_SDK, type PlayedWorkload, playWorkload } from "./play/play-workload.js";
import { type ChosenWorkloads, chooseWorkloads } from "./relate/choose-workloads.js";
import { relate } from "./relate/relate.js";
import { tellPassedOver } from "./relate/tell-passed-over.js";
import { tellWebhook } from "./relate/tell-webhook.js";
import { findWarnings } from "./warnings/find-warnings.js";

/** Worlds that are open at the same time. */
const AT_A_TIME = 8;

/** In which the app uses its credentials. */
const LAST_STEP = 9;

/** A finished check, and what was played for it. */
export interface Checked {
  readonly report: CheckReport;
  readonly played: readonly PlayedWorkload[];
  /** What was not known before it is applied. */
  readonly unknowns: readonly BoundUnknown[];
  /** How the worlds came out. */
  readonly memory: PlayMemory;
}

/**
 * Plays the real flow for every workload that stands in the files, and says of each whether it gets its role's credentials, and if not, where and why.
 *
 * @param memory of a check of the same files before they were changed, with the same options
 * @throws {CheckError} `ERR_CHECK_INVALID`, with every fault of the files that were named, or when no workload stands in them
 * @throws {ScenarioError} `ERR_SCENARIO_INVALID`, when what they say cannot be played
 * @example
 * const { report } = await check([{ file: "app.yaml", text, isNamed: true }], options);
 */
export async function check(input: readonly InputFile[], asked: CheckOptions, memory: PlayMemory = createPlayMemory()): Promise<Checked> {
  const { files, evidence, notices: passedOverEvidence } = separateEvidence(input, asked.evidence);
  const { documents, trees, notices } = readInput(files);
  const calls = seenCallsIn(documents);
  const options = { ...asked, evidence: withSeenCalls(evidence, calls) };
  const assumptions = createAssumptions();
  const bound = bindAll(documents);
  const given = claimPolicies(gather(bound.documents, options.namespace ?? "default"), options.calls.length > 0 ? assumptions : null);
  const inventory = assumeWorkloads(assumeServiceAccounts(assumeShownAccounts(given, assumptions), assumptions), assumptions);
  const { chosen, ...passedOver } = chooseWorkloads(inventory, options);
  if (chosen.length === 0) throw nothingToPlay(files, { ...inventory, ...passedOver }, options);
  const stage = createStage(files, options, memory);
  const played = await inTurns(chosen, (workload) =>
    playWorkload(relate(workload, inventory, { cluster: options.cluster, evidence: options.evidence, assumptions }), { stage, trees, options }),
  );
  if (options.sdk === null) assumptions.add("sdk", `no SDK is given: played as ${DEFAULT_SDK}; --sdk says another`);
  if (options.calls.length === 0 && failuresIn(played.map(({ workload }) => workload)).some(({ step }) => step === LAST_STEP))
    assumptions.add("call", "no call is given: played as one for a bucket that lets in the workload's role alone; --call says what the app does");
  const ofPlays = played.flatMap(({ plays }) => plays.flatMap(({ scenario }) => scenario.notices)).filter(({ file }) => file !== ASSUMED.file);
  const all = new Map(
    [...notices, ...passedOverEvidence, ...tellPassedOver(passedOver), ...tellWebhook(inventory), ...ofPlays, ...compareCalls(calls, played)].map((notice) => [
      `${notice.file}:${notice.line}:${notice.column} ${notice.message}`,
      notice,
    ]),
  );
  return {
    report: toReport(played, {
      likeness: likenessIn(options),
      assumptions: [...standingIn(played, bound.unknowns).map(toAssumption), ...assumptions.list()],
      notices: [...all.values(), ...noticesOf(played, options, files)],
    }),
    played,
    unknowns: bound.unknowns,
    memory,
  };
}

function toAssumption({ name, value }: BoundUnknown): CheckReport["assumptions"][number] {
  return { id: "unknown", message: `${name} is not known before it is applied: taken for ${value}` };
}

/** A few side by side, so that one goes on while another waits for a signature; in their order. */
async function inTurns<Item, Result>(items: readonly Item[], act: (item: Item) => Promise<Result>): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let index = 0; index < items.length; index += AT_A_TIME) results.push(...(await Promise.all(items.slice(index, index + AT_A_TIME).map(act))));
  return results;
}

function includes(met: string, message: string): number {
  return met.includes(message) ? 1 : 0;
}

interface Told extends Pick<CheckReport, "assumptions" | "notices"> {
  /** How well the error that was met fits a failure; 0 for another, and where none was met. */
  readonly likeness: (failure: Failure) => number;
}

function likenessIn({ evidence: { error }, likenessOf = includes }: CheckOptions): Told["likeness"] {
  return ({ message }) => (error === null ? 0 : likenessOf(error, message));
}

function toReport(played: readonly PlayedWorkload[], { likeness, ...told }: Told): CheckReport {
  const workloads = played.map(({ workload }) => workload);
  const failures = failuresIn(workloads);
  return {
    schema: "irsa-sim/check/v1",
    verdict: failures.length > 0 ? "broken" : "works",
    workloads,
    failure: failures.toSorted((one, other) => likeness(other) - likeness(one))[0] ?? null,
    warnings: played.flatMap(findWarnings),
    ...told,
  };
}

function failuresIn(workloads: CheckReport["workloads"]): readonly Failure[] {
  return workloads.flatMap(({ containers }) => containers.flatMap(({ failure }) => failure ?? []));
}

/** An error that the documents do not lead to has a cause that they do not show. */
function noticesOf(played: readonly PlayedWorkload[], options: CheckOptions, files: readonly InputFile[]): CheckReport["notices"] {
  const likeness = likenessIn(options);
  const isMet = options.evidence.error === null || failuresIn(played.map(({ workload }) => workload)).some((failure) => likeness(failure) > 0);
  const message = "these documents do not lead to the error that was given; irsa-sim explain tells what else can be behind it";
  return isMet ? [] : [{ file: files[0]?.file ?? "", line: 1, column: 1, message }];
}

function nothingToPlay(
  files: readonly InputFile[],
  { workloads, byPodIdentity }: Inventory & Pick<ChosenWorkloads, "byPodIdentity">,
  { workload, namespace }: CheckOptions,
): CheckError {
  const asked = [workload, namespace === null ? null : `in namespace ${namespace}`].filter((part) => part !== null).join(" ");
  const actual =
    workloads.length === 0
      ? `${files.length === 1 ? "1 file" : `${files.length} files`} without any`
      : listNames(
          workloads.map((one) => `${one.kind} ${one.namespace}/${one.name}${byPodIdentity.includes(one) ? ", which has its role by EKS Pod Identity" : ""}`),
        );
  const expected = "a Pod, something that makes pods such as a Deployment, or a ServiceAccount with a role";
  return new CheckError([
    { file: files[0]?.file ?? "", line: 1, column: 1, message: `there is no workload${asked === "" ? "" : ` ${asked}`}`, expected, actual, excerpt: "" },
  ]);
}
