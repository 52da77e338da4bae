import { CHAINS } from "./chains.js";
import type { SdkId } from "./sdk-id.js";

/** Whether an SDK's HTTP client takes `HTTPS_PROXY` and `NO_PROXY` by itself. */
export function readsProxyVariables(sdk: SdkId): boolean {
  return CHAINS[sdk].readsProxyVariables === true;
}
