/**
 * From a scenario's folder to a value that can be run: read the chain of bases, merge, replace variables, read the named files in, patch, check.
 * All faults of all files are told at once, and nothing runs when there is one.
 */
import type { AccountId, IssuerUrl, JsonObject } from "@irsa-sim/core";
import { applyPatches } from "./apply-patch.js";
import { checkDocuments } from "./check-documents.js";
import { defaultTree } from "./defaults.js";
import { parseDuration } from "./duration.js";
import { createFileReader, inlineManifests, inlinePolicies, type ManifestKey } from "./inline-files.js";
import type { LoadedScenario, TimelineAction } from "./loaded-scenario.js";
import { createLocate } from "./locate.js";
import { type LocatedNode, memberOf, type ObjectNode, toJson, withMember } from "./located-tree.js";
import { mergeTrees } from "./merge.js";
import { createProblemList, type ProblemList } from "./problem-list.js";
import { type ChainLink, readChain } from "./read-chain.js";
import { normalizeTimeline } from "./read-timeline.js";
import type { ScenarioFiles } from "./scenario-files.js";
import { checkTree } from "./schema/check-tree.js";
import { type ScenarioDocument, scenarioSchema } from "./schema/scenario-schema.js";
import { substituteVariables } from "./variables.js";

/** How a scenario is loaded. */
export interface LoadOptions {
  /** What the scenario is called; the last part of its folder when left out. */
  readonly name?: string;
  /** With its `fix` applied, and the expectation that it then succeeds. */
  readonly fixed?: boolean;
}

/**
 * Loads the scenario in a folder.
 *
 * @throws {ScenarioError} with every fault of its files
 */
export function loadScenario(files: ScenarioFiles, folder: string, { name = lastPart(folder), fixed = false }: LoadOptions = {}): LoadedScenario {
  const problems = createProblemList();
  const chain = readChain(files, folder, problems);
  problems.throwIfAny();
  const merged = mergeChain(chain);
  const variables = variablesOf(merged);
  const reader = createFileReader(
    files,
    chain.map((link) => link.folder),
    problems,
  );
  const inlined = inlineManifests(inlinePolicies(substituteVariables(merged, variables), reader), reader, problems);
  const patched = patchAll(inlined.scenario, { chain, fixed, variables, problems });
  const scenario = withTimeline(patched, problems);
  const document = checkTree(scenario, scenarioSchema, problems);
  checkDocuments(scenario, problems);
  problems.throwIfAny();
  if (document === null) throw new Error("a scenario that does not fit its schema has problems");
  return toScenario({ name, document, fixed, scenario, manifests: inlined.manifests, issuer: variables.issuer as string });
}

/** Members that a scenario does not share with its base piece by piece. */
const REPLACED_WHOLE = ["expect", "lesson", "fix", "tags", "timeline"];
const NOT_MERGED = ["base", "patch"];

function mergeChain(chain: readonly ChainLink[]): LocatedNode {
  return [...chain].reverse().reduce<LocatedNode>((merged, { tree }) => {
    const kept = [...tree.members].filter(([key]) => !NOT_MERGED.includes(key));
    const cleared = REPLACED_WHOLE.filter((key) => tree.members.has(key)).reduce((node, key) => withMember(node, key, null), merged as ObjectNode);
    const root = { ...tree, members: new Map(kept) };
    return { ...mergeTrees(cleared, root), place: tree.place };
  }, defaultTree());
}

function variablesOf(scenario: LocatedNode): Readonly<Record<string, string>> {
  const read = (...path: readonly string[]): string => {
    const node = path.reduce<LocatedNode | null>((found, key) => memberOf(found, key), scenario);
    return node?.kind === "scalar" ? String(node.value) : "";
  };
  const region = read("cluster", "region");
  const issuer = `oidc.eks.${region}.amazonaws.com/id/${read("cluster", "issuerId")}`;
  return { issuer, issuerUrl: `https://${issuer}`, account: read("aws", "account"), region, cluster: read("cluster", "name") };
}

interface Patching {
  readonly chain: readonly ChainLink[];
  readonly fixed: boolean;
  readonly variables: Readonly<Record<string, string>>;
  readonly problems: ProblemList;
}

function patchAll(scenario: LocatedNode, { chain, fixed, variables, problems }: Patching): LocatedNode {
  const patches = [...chain].reverse().map(({ tree }) => memberOf(tree, "patch"));
  const fix = fixed ? memberOf(memberOf(scenario, "fix"), "patch") : null;
  return [...patches, fix].reduce<LocatedNode>(
    (node, patch) => (patch === null ? node : applyPatches(node, substituteVariables(patch, variables), problems)),
    scenario,
  );
}

function withTimeline(scenario: LocatedNode, problems: ProblemList): LocatedNode {
  if (scenario.kind !== "object") return scenario;
  const timeline = scenario.members.get("timeline");
  return timeline === undefined ? scenario : withMember(scenario, "timeline", { ...timeline, node: normalizeTimeline(timeline.node, problems) });
}

interface Checked {
  readonly name: string;
  readonly document: ScenarioDocument;
  readonly fixed: boolean;
  readonly scenario: LocatedNode;
  readonly manifests: ReadonlyMap<string, readonly ManifestKey[]>;
  readonly issuer: string;
}

function toScenario({ name, document, fixed, scenario, manifests, issuer }: Checked): LoadedScenario {
  const { aws } = document;
  const roles = Object.entries(aws.roles).map(([role, { path = "/", trustPolicy, policies = {}, maxSessionDurationSeconds = 3600 }]) => [
    role,
    { path, trustPolicy: trustPolicy as JsonObject, policies: policies as Readonly<Record<string, JsonObject>>, maxSessionDurationSeconds },
  ]);
  return {
    name,
    title: document.title,
    description: document.description ?? "",
    tags: document.tags ?? [],
    issuerUrl: `https://${issuer}` as IssuerUrl,
    cluster: document.cluster,
    webhook: document.webhook,
    aws: {
      account: aws.account as AccountId,
      oidcProviders: aws.oidcProviders.map(({ url, clientIds, thumbprints }) => ({ url, clientIds, thumbprints: thumbprints ?? null })),
      roles: Object.fromEntries(roles),
      nodeRole: { name: aws.nodeRole.name, policies: (aws.nodeRole.policies ?? {}) as Readonly<Record<string, JsonObject>> },
      buckets: aws.buckets,
    },
    timeline: document.timeline.map((action) => toAction(action, { scenario, manifests })),
    expect: fixed ? { outcome: "succeeded" } : (document.expect as LoadedScenario["expect"]),
    locate: createLocate(scenario),
  };
}

function toAction(action: ScenarioDocument["timeline"][number], { scenario, manifests }: Pick<Checked, "scenario" | "manifests">): TimelineAction {
  switch (action.kind) {
    case "apply":
      return { kind: "apply", objects: action.files.flatMap((file) => (manifests.get(file) ?? []).map((key) => ({ object: manifestAt(scenario, key) }))) };
    case "call": {
      const { pod, namespace = "default", container = null, sdk, bucket, key, every } = action;
      return {
        kind: "call",
        pod,
        namespace,
        container,
        sdk: sdk === "dotnet" ? "dotnet-v3" : sdk,
        action: action.action,
        bucket,
        key,
        everyMs: every === undefined ? null : parseDuration(every),
      };
    }
    case "advance":
      return { kind: "advance", durationMs: parseDuration(action.duration) ?? 0 };
    case "fault": {
      const tampered = action.fault["token-tampered"];
      if (tampered === undefined) return { kind: "fault", fault: { name: "kubelet-stopped" } };
      return { kind: "fault", fault: { name: "token-tampered", parameters: { ...tampered, namespace: tampered.namespace ?? "default" } } };
    }
  }
}

function manifestAt(scenario: LocatedNode, { kind, name }: ManifestKey): JsonObject {
  const node = memberOf(memberOf(memberOf(scenario, "kubernetes"), kind), name);
  return node === null ? {} : (toJson(node) as JsonObject);
}

function lastPart(folder: string): string {
  return folder.split(/[\\/]/).filter(Boolean).at(-1) ?? folder;
}
