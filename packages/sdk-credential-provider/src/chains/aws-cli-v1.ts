import { botocore } from "./botocore.js";
import type { SdkChain } from "./chain.js";

/** AWS CLI 1.45: botocore's chain with a cache on disk (sdk-credential-chains.md, section 3.4). */
export const awsCliV1: SdkChain = {
  ...botocore,
  webIdentitySince: "1.16.232",
  cache: { backgroundSeconds: 900, blockingSeconds: 900, background: "caller", scope: "disk" },
  texts: { ...botocore.texts, nothingFound: () => 'Unable to locate credentials. You can configure credentials by running "aws configure".' },
};
