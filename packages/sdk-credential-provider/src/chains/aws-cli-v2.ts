import { awsCliV1 } from "./aws-cli-v1.js";
import type { SdkChain } from "./chain.js";

/**
 * AWS CLI 2.36: as version 1, but it knows `AWS_REGION`, retries in standard mode and calls STS in the region always (sdk-credential-chains.md, section 3.4).
 * Differs perhaps from the CLI without a region: the sheet could not confirm the host, here it is the global one.
 */
export const awsCliV2: SdkChain = {
  ...awsCliV1,
  // Every release of this line has it.
  webIdentitySince: "2.0.0",
  retry: { ...awsCliV1.retry, mode: "standard" },
  sts: { ...awsCliV1.sts, region: ["AWS_REGION", "AWS_DEFAULT_REGION", "profile"], regionalFlag: false },
};
