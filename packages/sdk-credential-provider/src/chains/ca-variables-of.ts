import { CHAINS } from "./chains.js";
import type { SdkId } from "./sdk-id.js";

/** Names of the variables with which an SDK can be given authorities to trust; empty for one that takes them from its runtime or in code alone. */
export function caVariablesOf(sdk: SdkId): readonly string[] {
  return CHAINS[sdk].caVariables;
}
