/** From the checked document to what a run reads: defaults of what may be left out, durations in milliseconds, files as objects. */
import type { AccountId, IssuerUrl, JsonObject } from "@irsa-sim/core";
import { memberOf, toJson } from "@irsa-sim/documents";
import { issuerOf, type RoleDescription } from "@irsa-sim/simulation";
import { containersEnded } from "../timeline/containers-ended.js";
import { withObjects } from "../timeline/with-objects.js";
import type { Expectation } from "./expectation.js";
import type { Lesson, LoadedScenario } from "./loaded-scenario.js";
import { createLocate } from "./locate.js";
import type { ChainLink } from "./read-chain.js";
import type { WithManifests } from "./read-manifests.js";
import type { ScenarioDocument } from "./schema/scenario-schema.js";
import { toMillis } from "./to-millis.js";

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
    runUntilTold: containersEnded(document.timeline),
    replicas: document.replicas ?? 1,
    timeline: withObjects(document.timeline, { scenario, manifests }),
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
