import { botocore } from "./botocore.js";
import type { SdkChain } from "./chain.js";
import { dotnetV3 } from "./dotnet-v3.js";
import { jsV3 } from "./js-v3.js";

/** The SDKs whose chains are known, by the ids of the sheet. */
export const CHAINS = { "dotnet-v3": dotnetV3, botocore, "js-v3": jsV3 } as const satisfies Readonly<Record<string, SdkChain>>;

/** Id of an SDK. */
export type SdkId = keyof typeof CHAINS;

/** All ids. */
export const SDK_IDS = Object.keys(CHAINS) as readonly SdkId[];
