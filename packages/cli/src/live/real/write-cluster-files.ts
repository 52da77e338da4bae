import type { LiveSimulation } from "@irsa-sim/live";
import { decideClientEnvironment } from "@irsa-sim/node-host";
import { stringify } from "yaml";
import { shellExports } from "../state/client-files.js";
import type { Trust } from "../state/follow-pods.js";
import type { StateFolder } from "../state/open-state-folder.js";

/** Writes what is of use beside a real cluster: `webhook.yaml`, the registration of the webhook, and `env`, the variables that lead SDKs to the simulator. */
export function writeClusterFiles(
  { endpoints, webhook }: LiveSimulation,
  folder: StateFolder,
  { trust, region }: { readonly trust: Trust; readonly region: string },
): void {
  folder.write("webhook.yaml", stringify(webhook, { lineWidth: 0 }));
  const { sts, s3, iam, eks, imds } = endpoints;
  const outside = { endpoints: { sts: sts.url, s3: s3.url, iam: iam.url, eks: eks.url, imds: imds.url }, volumes: [], nowhere: `${folder.path}/nowhere` };
  const container = { AWS_REGION: region, AWS_DEFAULT_REGION: region };
  folder.write("env", shellExports(decideClientEnvironment({ container, caller: {}, trust, outside })));
}
