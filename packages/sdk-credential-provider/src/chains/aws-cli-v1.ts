import { botocore } from "./botocore.js";
import type { SdkChain } from "./chain.js";

/** AWS CLI 1.46: botocore's chain with a cache on disk and the retries of old (sdk-credential-chains.md, section 3.4); every error ends it with 255. */
export const awsCliV1: SdkChain = {
  ...botocore,
  webIdentitySince: "1.16.232",
  cache: { backgroundSeconds: 900, blockingSeconds: 900, background: "caller", scope: "disk" },
  retry: { ...botocore.retry, mode: "legacy" },
  texts: {
    ...botocore.texts,
    nothingFound: () => 'Unable to locate credentials. You can configure credentials by running "aws configure".',
    typeOf: () => "exit 255",
  },
};
