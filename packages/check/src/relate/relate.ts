import { partitionOf } from "@irsa-sim/core";
import { type LocatedNode, textOf } from "@irsa-sim/documents";
import type { Assumptions } from "../assume/assumptions.js";
import { DEFAULT_ACCOUNT, DEFAULT_REGION } from "../assume/defaults.js";
import type { CheckOptions } from "../check-options.js";
import type { Inventory, Workload } from "../gather/inventory.js";
import { parseArn } from "../gather/parse-arn.js";
import { chooseCluster } from "./choose-cluster.js";
import { chooseIssuer } from "./choose-issuer.js";
import { accountsMeant, accountsTrusted, byName, rolesMeant } from "./choose-neighbours.js";
import { chooseProviders } from "./choose-providers.js";
import { chooseRegistration } from "./choose-registration.js";
import { chooseRoles } from "./choose-role.js";
import { chooseServiceAccount } from "./choose-service-account.js";
import { ANEW, decideAdmission } from "./decide-admission.js";
import { indexOf } from "./inventory-index.js";
import type { Relation } from "./relation.js";
import { resolvePodSpec } from "./resolve-pod-spec.js";
import { isListed, roleOf } from "./service-account-of.js";

/** Finds, for a workload, what of the input it has to do with, and assumes what it needs and nobody gave. */
export function relate(
  workload: Workload,
  inventory: Inventory,
  { cluster: asked, evidence, assumptions }: Pick<CheckOptions, "cluster" | "evidence"> & { readonly assumptions: Assumptions },
): Relation {
  const serviceAccount = chooseServiceAccount(workload, inventory, assumptions);
  const subject = `system:serviceaccount:${workload.namespace}:${serviceAccount.name}`;
  if (workload.isImplied)
    assumptions.add("pod", `${workload.kind} ${workload.namespace}/${workload.name} does not show its pods: assumed one of a single container`);
  const roleArn = roleOf({ ...serviceAccount.given, namespace: workload.namespace, name: serviceAccount.name }, inventory);
  const isFromConfigMap = roleArn !== null && [...inventory.webhook.roles.values()].includes(roleArn);
  if (inventory.webhook.configMap !== null && (isFromConfigMap || isListed({ namespace: workload.namespace, name: serviceAccount.name }, inventory)))
    assumeReader(inventory.webhook, assumptions);
  const cluster = chooseCluster(workload, inventory, asked);
  if (cluster === null && inventory.clusters.length > 1)
    assumptions.add(
      "which-cluster",
      `${workload.kind} ${workload.namespace}/${workload.name} may run in any of ${inventory.clusters.length} clusters; --cluster says which`,
    );
  const issuer = chooseIssuer(cluster, { subject, inventory, token: evidence.token }, assumptions);
  const issuerUrl = textOf(issuer) ?? "";
  const region = cluster?.region ?? /^https:\/\/oidc\.eks\.([a-z0-9-]+)\./.exec(issuerUrl)?.[1] ?? DEFAULT_REGION;
  const named = accountOf(parseArn(textOf(roleArn) ?? "")?.account) ?? inventory.roles.find((role) => role.account !== null)?.account ?? null;
  const account = cluster?.account ?? named ?? inventory.account ?? DEFAULT_ACCOUNT;
  const roleAccount = named ?? account;
  const meant = roleArn === null ? accountsMeant(workload, inventory) : [];
  const asking = { roleArn, subject, account: roleAccount, issuer: issuerUrl.replace("https://", ""), partition: partitionOf(region) };
  const roles = chooseRoles(
    { ...asking, meant: roleArn === null ? rolesMeant(workload, { given: serviceAccount.given, subject, meant }, inventory) : [] },
    inventory,
    assumptions,
  );
  const { configMapsIn, secretsIn } = indexOf(inventory);
  const namespaceObject = inventory.namespaces.findLast(({ name }) => name === workload.namespace) ?? null;
  return {
    namespaceObject,
    registration: chooseRegistration({ registrations: inventory.registrations, namespace: workload.namespace, namespaceObject }, assumptions),
    ...{ workload, subject, roles, roleArn, cluster, issuer, region, account, roleAccount, serviceAccountName: serviceAccount.name },
    serviceAccount: serviceAccount.given,
    admission: isLeftAlone(evidence.environment, roleArn) ? { ...ANEW, how: "without-webhook" } : decideAdmission(workload, inventory),
    webhook: inventory.webhook,
    isFromConfigMap,
    environment: othersIn(evidence.environment),
    neighbours: byName([...meant, ...accountsTrusted(roles, inventory)]).filter(
      (one) => one.namespace !== workload.namespace || one.name !== serviceAccount.name,
    ),
    serviceAccountExists: serviceAccount.exists,
    podSpec: resolvePodSpec(workload, {
      configMaps: configMapsIn.get(workload.namespace) ?? [],
      secrets: secretsIn.get(workload.namespace) ?? [],
      region,
      assumptions,
    }),
    managedPolicies: inventory.managedPolicies,
    oidcProviders: chooseProviders(inventory, { accounts: [account, roleAccount], roleAccount, issuer }, assumptions),
  };
}

function assumeReader({ flags, configMap }: Inventory["webhook"], assumptions: Assumptions): void {
  if (flags === null)
    assumptions.add(
      "webhook",
      `the webhook's command line is not given: assumed that it reads the ConfigMap ${configMap?.namespace}/${configMap?.name} (--watch-config-map --namespace=${configMap?.namespace})`,
    );
}

function accountOf(text: string | null | undefined): string | null {
  return text !== null && text !== undefined && /^\d{12}$/.test(text) ? text : null;
}

/** Variables that the webhook sets, or that are nobody's business. */
const SET_BY_WEBHOOK = ["AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_STS_REGIONAL_ENDPOINTS"];
const SECRETS = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"];

/** A container that should have a role and has no variable of it. */
function isLeftAlone(environment: ReadonlyMap<string, string> | null, roleArn: LocatedNode | null): boolean {
  return environment !== null && roleArn !== null && !environment.has("AWS_ROLE_ARN") && !environment.has("AWS_WEB_IDENTITY_TOKEN_FILE");
}

/** What the app's process has of AWS beside that; of secrets only that they are set. */
function othersIn(environment: ReadonlyMap<string, string> | null): ReadonlyMap<string, string> {
  const own = [...(environment ?? [])].filter(([name]) => name.startsWith("AWS_") && !SET_BY_WEBHOOK.includes(name));
  return new Map(own.map(([name, value]) => [name, SECRETS.includes(name) ? `value-of-${name}` : value]));
}
