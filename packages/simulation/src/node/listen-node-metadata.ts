import { type Arn, type Handler, partitionOf } from "@irsa-sim/core";
import type { Iam, SessionKeeper } from "@irsa-sim/iam";
import { createInstanceMetadata } from "@irsa-sim/sdk-credential-provider";
import type { Wiring } from "../world/wiring.js";
import { createMetadataAgent, type PodAnnotations } from "./create-metadata-agent.js";
import { createNodeCredentials } from "./node-credentials.js";

/** What metadata hands out credentials from. */
export interface NodeMetadataOptions {
  readonly iam: Iam;
  readonly sessions: SessionKeeper;
  readonly annotationsOf: PodAnnotations;
}

/** Lets the node's instance metadata answer, or the agent that stands in front of it. */
export function listenNodeMetadata({ clock, random, hosts, description }: Wiring, { iam, sessions, annotationsOf }: NodeMetadataOptions): void {
  const { region, instanceId, instanceMetadata, metadataAgent } = description.cluster;
  const roleArnOf = (name: string) => `arn:${partitionOf(region)}:iam::${description.aws.account}:role/${name}` as Arn;
  const metadataOf = (roleName: string | null, sessionName: string, stream: string): Handler =>
    createInstanceMetadata({
      clock,
      random: random.stream(stream),
      region,
      instanceId,
      ...instanceMetadata,
      roleName,
      credentials: createNodeCredentials({ roleArn: roleArnOf(roleName ?? ""), instanceId: sessionName, iam, sessions, clock }),
    });
  const node = metadataOf(description.aws.nodeRole.absent ? null : description.aws.nodeRole.name, instanceId, "node");
  const roleExists = (name: string) => iam.findRole(roleArnOf(name)) !== null;
  const handler = metadataAgent === undefined ? node : createMetadataAgent({ node, metadataOf, roleExists, annotationsOf });
  hosts.listen({ host: "169.254.169.254", actor: "node", handler });
}
