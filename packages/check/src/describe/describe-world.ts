import { type LocatedNode, listAt, memberOf, type ObjectNode, objectAt, scalarAt, textOf } from "@irsa-sim/documents";
import { ASSUMED } from "../assume/assumptions.js";
import type { CheckedCall } from "../check-options.js";
import type { Relation } from "../relate/relation.js";
import { mentions } from "../relate/trust-policies.js";
import { ANY_CALL, bucketsOf, objectOf } from "./describe-buckets.js";
import { APPLIED } from "./describe-objects.js";
import { podNameOf } from "./pod-name-of.js";

/** What a role has to say about the exchange; the rest is about calls. */
const ABOUT_EXCHANGE = ["trustPolicy", "path", "description", "tags", "maxSessionDurationSeconds"];

/** A role that is there has a trust policy that IAM took, whatever the account's quota is. */
const QUOTA = 8192;

/** Of the webhook's service, in a world. */
const WEBHOOK_HOST = "pod-identity-webhook.default.svc";

/** Variables by which an app knows its region. */
const VARIABLES = ["AWS_REGION", "AWS_DEFAULT_REGION"];

/** Who calls. */
export interface Caller {
  readonly container: string;
  readonly isInit: boolean;
  readonly sdk: string;
  readonly sdkVersion: string | null;
}

/** A workload's world and what happens in it, in the scenario language; each value stands where the user wrote it. */
export function describeWorld(relation: Relation, caller: Caller, calls: readonly CheckedCall[]): ObjectNode {
  const { workload, cluster, region, account, roles, oidcProviders, admission, registration, webhook } = relation;
  const isAbsent = admission.how === "without-webhook" || admission.how === "before-registration";
  const text = (value: string): LocatedNode => scalarAt(ASSUMED, value);
  const others = [...new Set([...roles.map((role) => role.account), ...oidcProviders.keys()])].filter((id) => id !== account);
  const accountOf = (id: string) => ({
    managedPolicies: calls.length === 0 ? null : policiesOf(relation, id),
    oidcProviders: listAt(ASSUMED, oidcProviders.get(id) ?? []),
    roles: objectAt(
      ASSUMED,
      Object.fromEntries(roles.filter((role) => role.account === id).map(({ name, node }) => [name, calls.length === 0 ? aboutExchange(node) : node])),
    ),
  });
  return objectAt(workload.document.node.place, {
    title: text(`${workload.kind} ${workload.namespace}/${workload.name}`),
    cluster: objectAt(ASSUMED, {
      name: cluster === null ? null : text(cluster.name),
      version: versionOf(cluster),
      region: text(region),
      nodeOs: nodeOsOf(workload.podSpec),
      ...issuerOf(relation),
    }),
    webhook: objectAt(ASSUMED, {
      region: text(webhookRegionOf(relation)),
      absent: isAbsent ? scalarAt(ASSUMED, true) : null,
      flags: flagsOf(webhook),
      registration: isAbsent ? null : registration,
    }),
    aws: objectAt(ASSUMED, {
      account: text(account),
      ...accountOf(account),
      quotas: objectAt(ASSUMED, { trustPolicyCharacters: scalarAt(ASSUMED, QUOTA) }),
      accounts: others.length === 0 ? null : objectAt(ASSUMED, Object.fromEntries(others.map((id) => [id, objectAt(ASSUMED, accountOf(id))]))),
      ...bucketsOf(relation, calls),
    }),
    timeline: timelineOf(relation, caller, calls),
    expect: objectAt(ASSUMED, { outcome: text("succeeded") }),
  });
}

/** Customer managed policies of an account by name, those that some role of it names; `null` when there are none. */
function policiesOf({ managedPolicies, roles }: Relation, account: string): LocatedNode | null {
  const named = managedPolicies.flatMap(({ arn, node }): [string, LocatedNode][] => {
    const [, owner, name] = /^arn:[\w-]+:iam::(\d{12}):policy\/(.+)$/.exec(arn) ?? [];
    return node === null || name === undefined || owner !== account || !roles.some((role) => mentions(role.node, arn)) ? [] : [[name, node]];
  });
  return named.length === 0 ? null : objectAt(ASSUMED, Object.fromEntries(named));
}

function issuerOf({ issuer }: Relation): Record<string, LocatedNode> {
  const url = textOf(issuer) ?? "";
  const [, id = null] = /^https:\/\/oidc\.eks\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\/id\/([^/]+)$/.exec(url) ?? [];
  if (id !== null) return { issuerId: scalarAt(issuer.place, id) };
  return { flavour: scalarAt(issuer.place, "self-hosted"), issuer: objectAt(issuer.place, { url: scalarAt(issuer.place, url) }) };
}

/** The words of the webhook's command line, or those that make it read the ConfigMap that is given; `null` for none. */
function flagsOf({ flags, problem, configMap }: Relation["webhook"]): LocatedNode | null {
  if (flags !== null && problem === null) return listAt(ASSUMED, flags);
  if (configMap === null) return null;
  return listAt(
    ASSUMED,
    ["--watch-config-map", `--namespace=${configMap.namespace}`].map((word) => scalarAt(ASSUMED, word)),
  );
}

/** The region that the webhook gives to pods: by its own command line, else as a pod shows it that it changed; one that has none got none. */
function webhookRegionOf({ workload, region, webhook }: Relation): string {
  if (webhook.flags !== null && webhook.problem === null) return "";
  const isChanged =
    workload.kind === "Pod" &&
    mentions(workload.document.asFound, "AWS_WEB_IDENTITY_TOKEN_FILE") &&
    textOf(memberOf(memberOf(workload.document.asFound, "metadata"), "uid")) !== null;
  return isChanged && !VARIABLES.some((variable) => mentions(workload.podSpec, variable)) ? "" : region;
}

function versionOf(cluster: Relation["cluster"]): LocatedNode | null {
  return cluster === null ? null : memberOf(cluster.node, "version");
}

/** Where the pod says what its node runs. */
function nodeOsOf(podSpec: ObjectNode): LocatedNode | null {
  const said = memberOf(memberOf(podSpec, "os"), "name") ?? memberOf(memberOf(podSpec, "nodeSelector"), "kubernetes.io/os");
  return textOf(said) === "windows" || textOf(said) === "linux" ? said : null;
}

function aboutExchange(role: ObjectNode): ObjectNode {
  return { ...role, members: new Map([...role.members].filter(([name]) => ABOUT_EXCHANGE.includes(name))) };
}

function timelineOf(relation: Relation, { container, isInit, sdk, sdkVersion }: Caller, calls: readonly CheckedCall[]): LocatedNode {
  const { workload, podSpec, region, roleArn, admission, environment } = relation;
  const text = (value: string): LocatedNode => scalarAt(ASSUMED, value);
  const who = { pod: text(podNameOf(workload)), namespace: text(workload.namespace), container: text(container) };
  const entry = (name: string, value: LocatedNode): LocatedNode => objectAt(ASSUMED, { [name]: value });
  const made = (calls.length === 0 ? [ANY_CALL] : calls).map((call) => {
    const { bucket, key } = objectOf(call);
    const what = {
      action: text(call.action),
      resource: text(call.resource),
      bucket: bucket === null ? null : text(bucket),
      key: key === null ? null : text(key),
    };
    // The webhook gives a region with the role; without one of either the call would go elsewhere for a reason of its own.
    const inCode = roleArn === null && !VARIABLES.some((variable) => mentions(podSpec, variable)) ? text(region) : null;
    return entry(
      "call",
      objectAt(ASSUMED, {
        ...who,
        region: inCode,
        hostNetwork: memberOf(podSpec, "hostNetwork"),
        environment: environment.size === 0 ? null : objectAt(ASSUMED, Object.fromEntries([...environment].map(([name, value]) => [name, text(value)]))),
        sdk: text(sdk),
        sdkVersion: sdkVersion === null ? null : text(sdkVersion),
        ...what,
      }),
    );
  });
  const apply = (name: string): LocatedNode => entry("apply", listAt(ASSUMED, [text(name)]));
  return listAt(ASSUMED, [
    ...faultsOf(relation).map((fault) => entry("fault", fault)),
    apply(APPLIED.first),
    ...(admission.how === "before-role" ? [apply(APPLIED.later)] : []),
    ...made,
    ...(isInit ? [entry("exit", objectAt(ASSUMED, who))] : []),
  ]);
}

/** What was wrong with the webhook when the pod was made. */
function faultsOf({ admission, webhook }: Relation): readonly LocatedNode[] {
  const text = (value: string): LocatedNode => scalarAt(ASSUMED, value);
  if (admission.how === "anew" && webhook.down !== null)
    return [objectAt(ASSUMED, { unreachable: objectAt(ASSUMED, { host: text(WEBHOOK_HOST), how: text("refused"), from: text("control-plane") }) })];
  if (admission.how === "unknown-account") return [objectAt(ASSUMED, { "webhook-watch-delayed": text("2s") })];
  return admission.how === "unanswered" ? [objectAt(ASSUMED, { unreachable: objectAt(ASSUMED, { host: text(WEBHOOK_HOST) }) })] : [];
}
