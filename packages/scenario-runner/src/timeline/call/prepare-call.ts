import type { SdkCall } from "@irsa-sim/sdk-credential-provider";
import type { World } from "@irsa-sim/simulation";
import type { Call } from "./call.js";

/** The call as the SDK makes it; `null` when no service has such an action. S3's GetObject needs no description of a service. */
export async function prepareCall(world: World, { action, resource, inParts = false, parameters }: Call): Promise<SdkCall | null> {
  const { Bucket: bucket, Key: key, ...rest } = parameters;
  if (action === "s3:GetObject" && typeof bucket === "string" && typeof key === "string" && Object.keys(rest).length === 0) return { action, bucket, key };
  const found = await world.findService(action);
  if (found === null) return null;
  return { ...found, action: action.slice(action.indexOf(":") + 1), parameters, inParts, ...(resource === undefined ? {} : { resource }) };
}
