import { type AccountId, bodyText, type HttpResponse, type Span } from "@irsa-sim/core";
import type { Refusal } from "../refusal.js";
import { clustersOf } from "../settings/clusters/clusters-of.js";
import { webhookConfiguration } from "../settings/webhook/installation/webhook-configuration.js";
import type { WorldDescription } from "../settings/world-description.js";
import type { World } from "../world.js";
import { readRefusal } from "./read-refusal.js";

/** Lets EC2, and nobody else, use the node's role. */
const NODE_TRUST_POLICY = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }] };

/**
 * What stands before the flow begins, as on new EKS clusters: the webhook is registered, unless nobody did it, and the nodes have a role of their own, which
 * clusters of one account share. It belongs to no step, so it is no step's evidence.
 *
 * @param options.installsWebhook `false` for a real cluster, in which nothing is changed unless its owner asks for it
 * @returns what IAM said when it refused the node's role or a policy of it, else `null`
 */
export async function setUpClusters(world: World, description: WorldDescription, { installsWebhook = true } = {}): Promise<Refusal | null> {
  const withNodeRole = new Set<AccountId>();
  for (const { name, description: own } of clustersOf(description)) {
    const inCluster = world.inCluster(name);
    const isEks = own.cluster.issuer.flavour === "eks";
    const span = inCluster.trace.root.enter(isEks ? "The cluster as EKS hands it over" : "The cluster as its operator set it up", {
      step: null,
      actor: "developer",
    });
    if (installsWebhook && !own.webhook.absent)
      mustSucceed(await inCluster.developer.create(webhookConfiguration(world.keys.clusterRoot, own.webhook.registration), span));
    const refusal = withNodeRole.has(own.aws.account) ? null : await createNodeRole(inCluster, own.aws.nodeRole, span);
    if (refusal !== null) return refusal;
    withNodeRole.add(own.aws.account);
  }
  world.settleIam();
  return null;
}

async function createNodeRole({ developer }: World, { name, policies }: WorldDescription["aws"]["nodeRole"], span: Span): Promise<Refusal | null> {
  const calls = [
    { action: "CreateRole", parameters: { RoleName: name, AssumeRolePolicyDocument: JSON.stringify(NODE_TRUST_POLICY) } },
    ...Object.entries(policies).map(([policy, document]) => ({
      action: "PutRolePolicy",
      parameters: { RoleName: name, PolicyName: policy, PolicyDocument: JSON.stringify(document) },
    })),
  ];
  for (const call of calls) {
    const response = await developer.callIam(call, span);
    if (response.status !== 200) return { ...readRefusal(response), action: span.seq as number };
  }
  return null;
}

function mustSucceed(response: HttpResponse): void {
  if (response.status >= 300) throw new Error(`setting the cluster up was refused with ${response.status}: ${bodyText(response)}`);
}
