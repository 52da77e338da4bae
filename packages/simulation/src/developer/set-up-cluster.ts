import { bodyText, type HttpResponse } from "@irsa-sim/core";
import type { Refusal } from "../refusal.js";
import { webhookConfiguration } from "../settings/webhook/installation/webhook-configuration.js";
import type { WorldDescription } from "../settings/world-description.js";
import type { World } from "../world.js";
import { readRefusal } from "./read-refusal.js";

/** Lets EC2, and nobody else, use the node's role. */
const NODE_TRUST_POLICY = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }] };

/**
 * What stands before the flow begins, as on a new EKS cluster: the webhook is registered, unless nobody did it, and the node has a role of its own.
 * It belongs to no step, so it is no step's evidence.
 *
 * @returns what IAM said when it refused the node's role or a policy of it, else `null`
 */
export async function setUpCluster(world: World, { aws, webhook, cluster }: WorldDescription): Promise<Refusal | null> {
  const span = world.trace.root.enter(cluster.issuer.flavour === "eks" ? "The cluster as EKS hands it over" : "The cluster as its operator set it up", {
    step: null,
    actor: "developer",
  });
  if (!webhook.absent) mustSucceed(await world.developer.create(webhookConfiguration(world.keys.clusterRoot), span));
  const { name, policies } = aws.nodeRole;
  const calls = [
    { action: "CreateRole", parameters: { RoleName: name, AssumeRolePolicyDocument: JSON.stringify(NODE_TRUST_POLICY) } },
    ...Object.entries(policies).map(([policy, document]) => ({
      action: "PutRolePolicy",
      parameters: { RoleName: name, PolicyName: policy, PolicyDocument: JSON.stringify(document) },
    })),
  ];
  for (const call of calls) {
    const response = await world.developer.callIam(call, span);
    if (response.status !== 200) return { ...readRefusal(response), action: span.seq as number };
  }
  world.settleIam();
  return null;
}

function mustSucceed(response: HttpResponse): void {
  if (response.status >= 300) throw new Error(`setting the cluster up was refused with ${response.status}: ${bodyText(response)}`);
}
