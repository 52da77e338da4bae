import { loadService, operationFor } from "@irsa-sim/aws-reference";
import { nearestNames } from "@irsa-sim/core";

/**
 * Why an action cannot be called: about a tenth of IAM's actions have no operation of their own, and are asked for beside another.
 *
 * @param action `s3:ReplicateObject`
 * @returns a sentence for people; `null` for what can be called
 * @example await findUncallable("s3:GetObject"); // => null
 */
export async function findUncallable(action: string): Promise<string | null> {
  const [prefix = "", name = ""] = action.split(":");
  const service = await loadService(prefix);
  if (service === null) return `no service is known by ${prefix}:, so the call of ${action} will end with UnknownAction`;
  const found = operationFor(service, name);
  if (found?.api.protocol === "smithy-rpc-v2-cbor")
    return `${found.api.serviceId} is spoken to in CBOR alone, which is not simulated, so the call of ${action} will end with NotImplemented`;
  if (found !== null) return null;
  if (Object.hasOwn(service.actions, name))
    return `${action} is an action that no operation has for a name: IAM asks for it beside others, and no SDK can call it; the call will end with UnknownAction`;
  const [nearest] = nearestNames(
    name,
    service.apis.flatMap(({ operations }) => Object.keys(operations)),
  );
  return `${service.name} has no operation ${name}${nearest === undefined ? "" : `; perhaps ${nearest}`}; the call will end with UnknownAction`;
}
