import { ONE_TRY } from "../imds/metadata-rules.js";
import { awsCliV1 } from "./aws-cli-v1.js";
import { isParserError } from "./botocore-texts.js";
import type { SdkChain } from "./chain.js";
import type { Failure } from "./sdk-texts.js";

/** AWS CLI 2.36: as version 1, but it knows `AWS_REGION`, asks the node for its region, retries in standard mode and calls STS in the region always (sdk-credential-chains.md, section 3.4). */
export const awsCliV2: SdkChain = {
  ...awsCliV1,
  // It calls STS in the region whatever the flag says.
  refusesEnvironment: () => null,
  // Every release of this line has it.
  webIdentitySince: "2.0.0",
  retry: {
    ...awsCliV1.retry,
    mode: "standard",
    attempts: { standard: 3, adaptive: 3 },
    unknownMode: (mode) => `Invalid value provided to "mode": "${mode}" must be one of: "standard" or "adaptive"`,
  },
  sts: { ...awsCliV1.sts, region: ["AWS_REGION", "AWS_DEFAULT_REGION", "profile", "imds"], regionalFlag: false, looksAgain: true },
  client: { ...awsCliV1.client, usEast1IsGlobal: false },
  metadata: { ...awsCliV1.metadata, region: ONE_TRY, regionDocument: "placement/availability-zone/" },
  texts: {
    ...awsCliV1.texts,
    nothingFound: () => 'Unable to locate credentials. You can configure credentials by running "aws login".',
    thrown: ({ code, message }) => `aws: [ERROR]: ${NAMED.includes(code) ? `An error occurred (${code}): ` : ""}${message}`,
    typeOf: exitCode,
  },
};

/** Errors of its own whose name it prints, as it does those of a service. */
const NAMED: readonly string[] = ["NoCredentials", "ParamValidation"];

function exitCode({ code, wire, details }: Failure): string {
  if (details?.unreadable != null && isParserError(details.unreadable)) return "exit 255";
  if (wire !== null) return "exit 254";
  if (code === "ParamValidation") return "exit 252";
  return code === "NoCredentials" ? "exit 253" : "exit 255";
}
