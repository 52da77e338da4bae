/** Terraform's configuration in JSON, by hand and by CDK for Terraform. */
import type { JsonObject } from "@irsa-sim/core";
import { type Form, json, yaml } from "../form.js";
import { type FormRole, type Iam, iamOf, type Place } from "../iam.js";
import { providerArnOf, ROLE_ARN, roleArnOf, type Statement, type World } from "../world.js";
import { describedCluster } from "./aws-cli.js";
import { workloads } from "./manifests.js";

const ISSUER = "aws_eks_cluster.this.identity[0].oidc[0].issuer";

export const TERRAFORM_JSON: readonly Form[] = [
  { name: "*.tf.json, policies as texts", write: (world) => configured(world, AS_TEXTS) },
  {
    name: "*.tf.json, policies as data sources",
    write: (world) => (world.identities.every(({ role: { trust } }) => hasDataSource(trust)) ? configured(world, AS_DATA_SOURCES) : null),
  },
];

/** How a configuration has its policies. */
export interface TerraformStyle {
  /** What stands where a policy is asked for. */
  readonly policy: (document: Document, name: string) => string;
  readonly data: ((document: Document, around: Around) => unknown) | null;
}

interface Document {
  readonly Statement: readonly Statement[];
}

interface Around {
  readonly place: Place;
  /** The expression that gives the issuer's URL. */
  readonly issuer: string;
}

export const AS_TEXTS: TerraformStyle = { policy: (document) => escaped(JSON.stringify(document)), data: null };
export const AS_DATA_SOURCES: TerraformStyle = { policy: (_, name) => `\${data.aws_iam_policy_document.${name}.json}`, data: asDataSource };

/** Members of a statement that are written below. */
const MEMBERS = ["Sid", "Effect", "Principal", "Action", "Resource", "Condition"];

/** Everybody stands in a data source in a block of its own, which is no longer the same text. */
export function hasDataSource({ Statement: statements }: Document): boolean {
  return statements.every((one) => one.Principal !== "*" && Object.keys(one).every((member) => MEMBERS.includes(member)));
}

function configured(world: World, style: TerraformStyle) {
  const { identities, providerUrl, issuer, version } = world;
  const url = providerUrl === issuer ? `\${${ISSUER}}` : `https://${providerUrl}`;
  const { resource, ...others } = iamConfiguration(iamOf(world), { style, place: world, issuer: ISSUER, urls: [url] });
  const configuration = {
    resource: {
      aws_eks_cluster: { this: { name: "prod", version } },
      ...resource,
      kubernetes_service_account: byName(identities, "pod", (identity, index) => {
        const { name, annotations } = identity.serviceAccount;
        const isOwn = annotations[ROLE_ARN] === roleArnOf(world, identity);
        const written = isOwn ? { ...annotations, [ROLE_ARN]: `\${aws_iam_role.pod_${index}.arn}` } : annotations;
        return { metadata: [{ name, namespace: identity.namespace, annotations: written }] };
      }),
    },
    ...others,
  };
  return [yaml("app.yaml", workloads(world)), describedCluster(world), json("main.tf.json", configuration)];
}

/** What is in IAM, as blocks of a configuration. */
export function iamConfiguration(
  { roles, providers }: Iam,
  { style, urls, ...around }: Around & { readonly style: TerraformStyle; readonly urls: readonly string[] },
) {
  const policies = roles.flatMap((role, index) => role.policies.map((policy) => ({ ...policy, role: index })));
  const { data } = style;
  return {
    resource: {
      aws_iam_openid_connect_provider: byName(providers, "this", ({ clientIds }, index) => ({ url: urls[index], client_id_list: clientIds })),
      aws_iam_role: byName(roles, "pod", ({ name, path, maxSessionDuration, trust }, index) => ({
        ...{ name, path, max_session_duration: maxSessionDuration, assume_role_policy: style.policy(trust, `pod_${index}`) },
      })),
      ...(policies.length === 0
        ? {}
        : {
            aws_iam_role_policy: byName(policies, "policy", ({ name, document, role }, index) => ({
              ...{ name, role: `\${aws_iam_role.pod_${role}.id}`, policy: style.policy(listed(document), `policy_${index}`) },
            })),
          }),
    },
    ...(data === null
      ? {}
      : {
          data: {
            aws_iam_policy_document: {
              ...byName(roles, "pod", ({ trust }: FormRole) => data(trust, around)),
              ...byName(policies, "policy", ({ document }) => data(listed(document), around)),
            },
          },
        }),
  };
}

function byName<Value>(values: readonly Value[], name: string, write: (value: Value, index: number) => unknown) {
  return Object.fromEntries(values.map((value, index) => [`${name}_${index}`, write(value, index)]));
}

/** A policy may have one statement without a list around it. */
export function listed({ Statement: statements, ...others }: JsonObject): Document {
  return { ...others, Statement: [statements].flat() as unknown as readonly Statement[] };
}

/** Whatever is no template of Terraform. */
function escaped(text: string): string {
  return text.replaceAll("${", () => "$${");
}

function asDataSource({ Statement: statements }: Document, { place, issuer }: Around): unknown {
  const own = (text: string): string =>
    text === providerArnOf(place) && place.providerUrl === place.issuer
      ? "${aws_iam_openid_connect_provider.this_0.arn}"
      : text.startsWith(`${place.issuer}:`)
        ? text.replace(place.issuer, () => `\${replace(${issuer}, "https://", "")}`)
        : variable(text);
  return {
    statement: statements.map(({ Sid: sid, Effect, Principal = {}, Action, Resource, Condition = {} }) => ({
      ...(sid === undefined ? {} : { sid }),
      ...(Effect === "Allow" ? {} : { effect: Effect }),
      actions: [Action].flat(),
      ...(Resource === undefined ? {} : { resources: [Resource].flat().map(variable) }),
      principals: Object.entries(Principal).map(([type, identifiers]) => ({ type, identifiers: [identifiers].flat().map(own) })),
      condition: Object.entries(Condition).flatMap(([operator, keys]) =>
        Object.entries(keys).map(([key, values]) => ({ test: operator, variable: own(key), values: [values].flat().map(variable) })),
      ),
    })),
  };
}

/** A variable of a policy, which the data source writes otherwise. */
function variable(text: string): string {
  return text.replaceAll("${", "&{");
}
