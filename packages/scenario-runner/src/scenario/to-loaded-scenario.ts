/** From the checked document to what a run reads: defaults of what may be left out, durations in milliseconds, files as objects. */
import type { AccountId, IssuerUrl, JsonObject } from "@irsa-sim/core";
import { parseDuration } from "@irsa-sim/core/schema";
import { type LocatedNode, memberOf, toJson } from "@irsa-sim/documents";
import type { CredentialHabits, OwnToken } from "@irsa-sim/sdk-credential-provider";
import { issuerOf, type RoleDescription } from "@irsa-sim/simulation";
import type { AppliedObject, AwaitedEvent, Expectation, IamChange, Lesson, LoadedScenario, TimelineAction } from "./loaded-scenario.js";
import { createLocate } from "./locate.js";
import type { ChainLink } from "./read-chain.js";
import type { ManifestKey, WithManifests } from "./read-manifests.js";
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
}

/** Makes the value that a run takes. */
export function toLoadedScenario({ name, cell, own, document, fixed, scenario, manifests }: CheckedScenario): LoadedScenario {
  const { aws, cluster } = document;
  const base = memberOf(own.tree, "base");
  const fix = toFix(document.fix);
  return {
    name,
    cell,
    title: document.title,
    description: document.description ?? "",
    tags: document.tags ?? [],
    golden: document.golden ?? false,
    base: base === null ? null : (toJson(base) as string),
    issuer: toIssuer(cluster),
    cluster: cluster as LoadedScenario["cluster"],
    webhook: {
      ...document.webhook,
      absent: document.webhook.absent ?? false,
      flags: document.webhook.flags ?? [],
      containerCredentials: document.webhook.containerCredentials ?? [],
    },
    aws: {
      ...toGuards(aws),
      account: aws.account as AccountId,
      ...toIdentities(aws),
      otherOidcProviders: aws.otherOidcProviders ?? 0,
      accounts: new Map(Object.entries(aws.accounts).map(([id, written]) => [id as AccountId, toIdentities(written)])),
      sts: toSts(aws.sts),
      users: Object.fromEntries(Object.entries(aws.users ?? {}).map(([name, user]) => [name, { ...user, policies: toPolicies(user.policies) }])),
      nodeRole: { absent: aws.nodeRole.absent ?? false, name: aws.nodeRole.name, policies: toPolicies(aws.nodeRole.policies) },
      quotas: (aws.quotas ?? {}) as LoadedScenario["aws"]["quotas"],
      propagationSeconds: aws.propagationSeconds ?? 0,
      buckets: aws.buckets,
    },
    runUntilTold: document.timeline.flatMap((action) => (action.kind === "exit" ? toExit(action) : [])),
    replicas: document.replicas ?? 1,
    timeline: document.timeline.map((action) => toAction(action, { scenario, manifests })),
    expect: fixed && fix !== null ? fix.expect : (document.expect as Expectation),
    lesson: toLesson(document.lesson),
    fix,
    locate: createLocate(scenario, { fixed }),
  };
}

function toIssuer({ region, issuerId, issuer }: ScenarioDocument["cluster"]): LoadedScenario["issuer"] {
  const url = (issuer?.url ?? `https://${issuerOf(region, issuerId)}`) as IssuerUrl;
  return {
    flavour: issuer === undefined ? "eks" : "self-hosted",
    url,
    inTokens: (issuer?.serviceAccountIssuer ?? url) as IssuerUrl,
    inDocument: issuer?.documentIssuer ?? url,
    isPublic: issuer?.public ?? true,
  };
}

/** What has a say beside roles and their policies. */
function toGuards({ account: own, organization, kmsKeys = {}, bucketSettings = {} }: ScenarioDocument["aws"]) {
  const toOwned = ({ account = own, policy = null }: { readonly account?: string | undefined; readonly policy?: unknown }) => ({
    account: account as AccountId,
    policy: policy as JsonObject | null,
  });
  return {
    organization:
      organization === undefined
        ? null
        : {
            serviceControlPolicies: toPolicies(organization.serviceControlPolicies),
            resourceControlPolicies: toPolicies(organization.resourceControlPolicies),
          },
    kmsKeys: Object.fromEntries(Object.entries(kmsKeys).map(([id, key]) => [id, toOwned(key)])),
    bucketSettings: Object.fromEntries(
      Object.entries(bucketSettings).map(([bucket, written]) => [bucket, { ...toOwned(written), kmsKey: written.kmsKey ?? null }]),
    ),
  };
}

function toIdentities({ oidcProviders = [], roles = {} }: ScenarioDocument["aws"]["accounts"][string]): Pick<LoadedScenario["aws"], "oidcProviders" | "roles"> {
  return {
    oidcProviders: oidcProviders.map(({ url, clientIds, thumbprints }) => ({ url, clientIds, thumbprints: thumbprints ?? null })),
    roles: Object.fromEntries(Object.entries(roles).map(([role, written]) => [role, toRole(written)])),
  };
}

function toRole({ path = "/", trustPolicy, policies, maxSessionDurationSeconds = 3600, tags = {} }: ScenarioDocument["aws"]["roles"][string]): RoleDescription {
  return { path, trustPolicy: trustPolicy as JsonObject, policies: toPolicies(policies), maxSessionDurationSeconds, tags };
}

function toSts({ rateLimit, inactiveRegions = [] }: NonNullable<ScenarioDocument["aws"]["sts"]> = {}): LoadedScenario["aws"]["sts"] {
  return { rateLimit: rateLimit === undefined ? null : { calls: rateLimit.calls, perMs: toMillis(rateLimit.per) }, inactiveRegions };
}

function toPolicies(policies: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, JsonObject>> {
  return policies as Readonly<Record<string, JsonObject>>;
}

function toLesson(lesson: ScenarioDocument["lesson"]): Lesson | null {
  if (lesson === undefined) return null;
  const { story = null, question = null, hints = [], reveal = null } = lesson;
  return { story, question, hints, reveal };
}

function toFix(fix: ScenarioDocument["fix"]): LoadedScenario["fix"] {
  return fix === undefined ? null : { patch: fix.patch as JsonObject, expect: { outcome: "succeeded", ...(fix.expect as Expectation | undefined) } };
}

type WrittenAction = ScenarioDocument["timeline"][number];

function toAction(action: WrittenAction, { scenario, manifests }: WithManifests): TimelineAction {
  switch (action.kind) {
    case "apply":
      return { kind: action.kind, objects: objectsOf(action.files, { scenario, manifests }) };
    case "reconcile":
      return { kind: action.kind, objects: objectsOf(action.files, { scenario, manifests }), everyMs: toMillis(action.every), compares: action.compares };
    case "delete":
      return toDeletion(action);
    case "call":
      return toCall(action);
    case "exit":
      return { kind: action.kind, ...toExit(action) };
    case "read": {
      const { pod, namespace = "default", container = null, file } = action;
      return { kind: action.kind, pod, namespace, container, file };
    }
    case "restart": {
      const { pod, namespace = "default", container = null } = action;
      return { kind: "restart", pod: pod === undefined ? null : { namespace, pod, container } };
    }
    case "rotate-issuer-key":
      return { kind: action.kind, publish: action.publish ?? true, keepOld: action.keepOld ?? true };
    case "iam":
      return action as IamChange;
    case "advance":
      return toAdvance(action);
    case "expect": {
      const { kind, ...expected } = action;
      return { kind, expect: expected as Expectation };
    }
    case "fault":
      return toFault(action);
  }
}

function toExit({ pod, namespace = "default", container }: Extract<WrittenAction, { kind: "exit" }>): LoadedScenario["runUntilTold"][number] {
  return { pod, namespace, container };
}

function toAdvance({ kind, duration, until, atMost }: Extract<WrittenAction, { kind: "advance" }>): TimelineAction {
  return { kind, durationMs: toMillis(duration ?? atMost ?? ""), until: (until as AwaitedEvent | undefined) ?? null };
}

function toFault({ kind, fault }: Extract<WrittenAction, { kind: "fault" }>): TimelineAction {
  const [entry] = Object.entries(fault);
  if (entry === undefined) throw new Error("the schema let a fault without a name through");
  const [name, written] = entry;
  return { kind, name, written };
}

function toDeletion({ pod, serviceAccount, namespace = "default" }: Extract<WrittenAction, { kind: "delete" }>): TimelineAction {
  if (pod !== undefined) return { kind: "delete", objectKind: "Pod", namespace, name: pod };
  if (serviceAccount === undefined) throw new Error("the schema let a deletion of nothing through");
  return { kind: "delete", objectKind: "ServiceAccount", namespace, name: serviceAccount };
}

function toCall(call: Extract<WrittenAction, { kind: "call" }>): TimelineAction {
  const { pod, namespace = "default", container = null, sdk, action, bucket, key, every } = call;
  const { files = {}, environment = {}, systemProperties = {}, profile, region, hasStsModule = true, hostNetwork = false, trustedRoots = "public" } = call;
  const { httpClients = [], sdkVersion, credentials, copies = [], knowsPodIdentity = true, user, regionFromNode = false } = call;
  const realpathCacheMs = call.realpathCache === undefined ? null : toMillis(call.realpathCache);
  const image = { files, copies, environment, systemProperties, profile, region, hostNetwork, user, trustsPublicRoots: trustedRoots === "public" };
  const built = { hasStsModule, regionFromNode, knowsPodIdentity, httpClients, sdkVersion, credentials, webIdentityToken: toOwnToken(call.webIdentityToken) };
  const app = { ...image, ...built, realpathCacheMs, habits: toHabits(call) };
  const sdkId = sdk === "dotnet" ? "dotnet-v3" : sdk;
  return { kind: "call", pod, namespace, container, sdk: sdkId, action, bucket, key, everyMs: every === undefined ? null : toMillis(every), app };
}

function toOwnToken(written: Extract<WrittenAction, { kind: "call" }>["webIdentityToken"]): OwnToken | undefined {
  if (written === undefined) return undefined;
  const { file, sends = "content" } = written;
  return file === undefined ? { sends } : { file, sends };
}

function toHabits(call: Extract<WrittenAction, { kind: "call" }>): CredentialHabits {
  const { keeps, newClientPerCall, durationSeconds, expiryWindow, assumeRole } = call;
  const expiryWindowSeconds = expiryWindow === undefined ? undefined : toMillis(expiryWindow) / 1000;
  return { keeps, newClientPerCall, durationSeconds, expiryWindowSeconds, assumeRole };
}

function toMillis(duration: string): number {
  const durationMs = parseDuration(duration);
  if (durationMs === null) throw new Error(`the schema let the duration ${duration} through`);
  return durationMs;
}

function objectsOf(files: readonly string[], { scenario, manifests }: WithManifests): readonly AppliedObject[] {
  return files.flatMap((file) => (manifests.get(file) ?? []).flatMap((key) => manifestAt(scenario, key).map((object) => ({ file, object }))));
}

/** An object as it stands after all patches; none when a patch took it away. */
function manifestAt(scenario: LocatedNode, { kind, key }: ManifestKey): readonly JsonObject[] {
  const node = memberOf(memberOf(memberOf(scenario, "kubernetes"), kind), key);
  return node === null ? [] : [toJson(node) as JsonObject];
}
