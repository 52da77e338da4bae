import { bodyText, type HttpResponse } from "@irsa-sim/core";
import { webhookConfiguration } from "../settings/webhook/installation/webhook-configuration.js";
import type { WorldDescription } from "../settings/world-description.js";
import type { World } from "../world.js";

/** Lets EC2, and nobody else, use the node's role. */
const NODE_TRUST_POLICY = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }] };

/**
 * What stands before the flow begins, as on a new EKS cluster: the webhook is registered, unless nobody did it, and the node has a role of its own.
 * It belongs to no step, so it is no step's evidence.
 */
export async function setUpCluster(world: World, { aws, webhook, cluster }: WorldDescription): Promise<void> {
  const span = world.trace.root.enter(cluster.issuer.flavour === "eks" ? "The cluster as EKS hands it over" : "The cluster as its operator set it up", {
    step: null,
    actor: "developer",
  });
  if (!webhook.absent) mustSucceed(await world.developer.create(webhookConfiguration(world.keys.clusterRoot), span));
  const { name, policies } = aws.nodeRole;
  mustSucceed(
    await world.developer.callIam({ action: "CreateRole", parameters: { RoleName: name, AssumeRolePolicyDocument: JSON.stringify(NODE_TRUST_POLICY) } }, span),
  );
  for (const [policy, document] of Object.entries(policies)) {
    const parameters = { RoleName: name, PolicyName: policy, PolicyDocument: JSON.stringify(document) };
    mustSucceed(await world.developer.callIam({ action: "PutRolePolicy", parameters }, span));
  }
  world.settleIam();
}

function mustSucceed(response: HttpResponse): void {
  if (response.status >= 300) throw new Error(`setting the cluster up was refused with ${response.status}: ${bodyText(response)}`);
}
