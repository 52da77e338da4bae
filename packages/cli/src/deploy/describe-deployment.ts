import type { JsonObject } from "@irsa-sim/core";
import type { DeploymentInput } from "./deployment-input.js";
import { access } from "./objects/access.js";
import { keys, scenario } from "./objects/configuration.js";
import { deployment } from "./objects/deployment.js";
import { networkPolicy, service } from "./objects/network.js";
import { webhook } from "./objects/webhook.js";

/** A file of manifests. */
export interface ManifestFile {
  readonly name: string;
  readonly objects: readonly JsonObject[];
  /** Whether others than its owner must not read it. */
  readonly isSecret: boolean;
}

/** All that runs in the cluster, in the order in which it is applied; the namespace is another matter. */
export function describeDeployment(input: DeploymentInput): readonly ManifestFile[] {
  const open = { isSecret: false };
  return [
    { name: "access.yaml", objects: access(input), ...open },
    { name: "scenario.yaml", objects: [scenario(input)], ...open },
    { name: "keys.yaml", objects: [keys(input)], isSecret: true },
    { name: "network.yaml", objects: [service(input), networkPolicy(input)], ...open },
    { name: "deployment.yaml", objects: [deployment(input)], ...open },
    { name: "webhook.yaml", objects: [webhook(input)], ...open },
  ];
}
